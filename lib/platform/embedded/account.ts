import { execFileSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

/** The system user PostgreSQL runs as: only root needs another one, and PostgreSQL insists on it. */
export type Account = { uid: number; gid: number };

const OWN_USER = "sourceline-db";

/**
 * Null when PostgreSQL may run as the present user. As root: the owner of the folder when there is one
 * already, else the system's `postgres` user, else a user made for it.
 */
export function databaseAccount(folder: string): Account | null {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(folder)) {
    const { uid, gid } = statSync(folder);
    if (uid !== 0) return { uid, gid };
  }
  return findUser("postgres") ?? findUser(OWN_USER) ?? makeUser();
}

function findUser(name: string): Account | null {
  const uid = idOf("-u", name);
  const gid = idOf("-g", name);
  return uid === null || gid === null || uid === 0 ? null : { uid, gid };
}

function idOf(flag: "-u" | "-g", name: string): number | null {
  try {
    return Number(
      execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }),
    );
  } catch {
    return null;
  }
}

// Debian and Red Hat know useradd, Alpine and BusyBox adduser.
function makeUser(): Account {
  const ways: [string, string[]][] = [
    ["useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", OWN_USER]],
    ["adduser", ["-S", "-D", "-H", "-s", "/bin/false", OWN_USER]],
  ];
  for (const [command, parameters] of ways) {
    try {
      execFileSync(command, parameters, { stdio: "ignore" });
      const made = findUser(OWN_USER);
      if (made !== null) return made;
    } catch {
      // The next way may be there.
    }
  }
  throw new Error(
    "PostgreSQL refuses to run as root, and no other user could be made for it.\n" +
      `Make one (useradd --system ${OWN_USER}), start as an ordinary user, or set DATABASE_URL.`,
  );
}
