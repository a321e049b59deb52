import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { randomToken } from "../random.ts";
import type { Account } from "./account.ts";

const SYSTEM_FOLDER = "/var/lib/sourceline";

/** Where binaries and databases go that another user must reach although the checkout is private. */
export function shelterFolder(): string {
  return SYSTEM_FOLDER;
}

/**
 * The folder of the database files: `postgres` in the data folder. When root's data folder lies where the
 * database user cannot go (a private home), a folder of its own under /var/lib, named in `postgres-folder`.
 */
export function clusterFolder(dataDir: string, account: Account | null = null): string {
  const note = join(dataDir, "postgres-folder");
  if (existsSync(note)) return readFileSync(note, "utf8").trim();
  if (account === null || canPass(dataDir, account)) return join(dataDir, "postgres");
  const parent = join(shelterFolder(), randomToken(9));
  mkdirSync(parent, { recursive: true, mode: 0o711 });
  const folder = join(parent, "postgres");
  writeFileSync(note, `${folder}\n`, { mode: 0o600 });
  return folder;
}

function canPass(folder: string, account: Account): boolean {
  for (let at = folder; ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (dirname(at) === at) return true;
  }
}

/** True when this process may write where the data is to go. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
