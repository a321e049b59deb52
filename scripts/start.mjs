// `npm start`: from a fresh checkout to a server that answers. Runs with nothing installed.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { takeLock } from "./lock.mjs";
import { checkNode, prepare, ROOT } from "./prepare.mjs";
import { Explained, runMain } from "./say.mjs";

await runMain(async () => {
  checkNode();
  loadSettings();
  const dataDir = resolve(ROOT, process.env.SOURCELINE_DATA_DIR || ".data");
  refuseCleanable(dataDir);
  const lock = lockData(dataDir);
  try {
    await refuseTakenPort(process.env.HOST || "127.0.0.1", Number(process.env.PORT || 3000));
    await prepare();
    process.env.SOURCELINE_DATA_DIR = dataDir;
    process.chdir(ROOT);
    const { register } = await import("tsx/esm/api");
    register();
    const { serve } = await import("./serve.ts");
    await serve(lock);
  } finally {
    lock.release();
  }
});
// Pools and timers of the seed must not hold up an ending that is already decided.
process.exit();

function loadSettings() {
  const file = join(ROOT, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

function lockData(dataDir) {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    const taken = takeLock(join(dataDir, "lock.json"));
    if (taken.lock) return taken.lock;
    const { pid, address } = taken.holder;
    throw new Explained(
      `Another copy of Sourceline (process ${pid}) uses ${dataDir}\n` +
        (address ? `and serves ${address}\n` : "and is starting.\n") +
        "Use that one, stop it, or give this one its own SOURCELINE_DATA_DIR and PORT.",
    );
  } catch (error) {
    if (error.code !== "EACCES" && error.code !== "EPERM") throw error;
    throw new Explained(
      `The data folder ${dataDir} cannot be written (${error.code}). Set SOURCELINE_DATA_DIR.`,
    );
  }
}

// `git clean` would take the newsroom's work with it.
function refuseCleanable(dataDir) {
  const repository = above(dataDir, (folder) => existsSync(join(folder, ".git")));
  if (repository === null) return;
  const inside = join(dataDir, "lock.json");
  try {
    const asked = ["-c", "safe.directory=*", "-C", repository, "check-ignore", "-q", inside];
    execFileSync("git", asked, { stdio: "ignore" });
  } catch (error) {
    // Without git, only the folder this project itself ignores is known to be safe.
    if (error.code === "ENOENT" && dataDir === join(ROOT, ".data")) return;
    if (error.status === 128) return;
    throw new Explained(
      `${dataDir} lies in the git work tree ${repository} and is not ignored: \`git clean\` would delete it.\n` +
        "Choose a folder outside, or add it to .gitignore.",
    );
  }
}

function above(folder, holds) {
  for (let at = folder; ; at = dirname(at)) {
    if (holds(at)) return at;
    if (dirname(at) === at) return null;
  }
}

function refuseTakenPort(host, port) {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Explained("PORT must be a port number");
  return new Promise((resume, refuse) => {
    const probe = createServer();
    probe.once("error", (error) => refuse(new Explained(portProblem(error, host, port))));
    probe.listen({ host, port, exclusive: true }, () => probe.close(resume));
  });
}

function portProblem(error, host, port) {
  if (error.code === "EADDRINUSE") {
    return `Something else already listens on ${host}:${port}. Stop it, or choose another: PORT=${port + 1} npm start`;
  }
  if (error.code === "EACCES")
    return `Port ${port} needs more rights than this user has. Choose one above 1023 with PORT.`;
  if (error.code === "EADDRNOTAVAIL") return `HOST ${host} is not an address of this machine.`;
  return `Port ${port} on ${host} cannot be used: ${error.message}`;
}
