import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";

/** What PostgreSQL writes into `postmaster.pid` while it runs. */
export type Postmaster = { pid: number; port: number; isReady: boolean };

/** The server running on this folder, or null: a file left by a killed one does not count. */
export function runningPostmaster(folder: string): Postmaster | null {
  const written = readPidFile(folder);
  return written !== null && isAlive(written.pid) && isPostgres(written.pid, folder) ? written : null;
}

/** The content of `postmaster.pid`, true or not any more; null when there is none. */
export function readPidFile(folder: string): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

// After a reboot, and always in containers, the old number soon belongs to another program.
function isPostgres(pid: number, folder: string): boolean {
  if (process.platform === "win32") return true;
  const command = commandOf(pid);
  return command.includes("postgres") && command.includes(basename(folder));
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    // No /proc here (macOS).
  }
  try {
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  } catch {
    return "";
  }
}
