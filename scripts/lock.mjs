// One process at a time: a lock file that says who holds it, and that a killed holder does not keep.
// Plain JavaScript: it is needed before anything is installed.
import { execFileSync } from "node:child_process";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Takes the lock, or returns who holds it.
 * @param {string} file
 * @returns {{ lock: { update(facts: object): void, release(): void } } | { holder: { pid: number, address?: string } }}
 */
export function takeLock(file) {
  mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
  const own = { pid: process.pid, born: birthOf(process.pid), startedAt: new Date().toISOString() };
  const draft = `${file}.${process.pid}`;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    if (linkWhole(draft, file, own)) return { lock: heldLock(file, draft, own) };
    const written = read(file);
    const holder = parse(written);
    if (holder !== null && isHeld(holder)) return { holder };
    if (written !== null) setAside(file, written);
  }
  throw new Error(`The lock ${file} can be neither taken nor read`);
}

/** Who holds the lock, or null. */
export function lockHolder(file) {
  const holder = parse(read(file));
  return holder !== null && isHeld(holder) ? holder : null;
}

// A link appears whole or not at all, and never replaces another.
function linkWhole(draft, file, content) {
  writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

// Between reading a dead holder's file and removing it another process may have taken the lock: what was
// moved is looked at, and put back when it is not what was read.
function setAside(file, judged) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside) !== judged) {
    try {
      linkSync(aside, file);
    } catch {
      // A third one has it already.
    }
  }
  rmSync(aside, { force: true });
}

function heldLock(file, draft, own) {
  return {
    update(facts) {
      writeFileSync(draft, JSON.stringify({ ...own, ...facts }), { mode: 0o600 });
      renameSync(draft, file);
    },
    release() {
      if (parse(read(file))?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function parse(written) {
  try {
    const holder = JSON.parse(written ?? "");
    return Number.isInteger(holder.pid) ? holder : null;
  } catch {
    return null;
  }
}

function isHeld({ pid, born }) {
  if (pid === process.pid) return born === birthOf(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  const now = birthOf(pid);
  return now === null || born === null || now === born;
}

// A process number is used again sooner or later; together with the moment of birth it is not.
function birthOf(pid) {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is a name that may hold spaces and brackets.
    return `${boot}:${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    // No /proc here (macOS, Windows).
  }
  try {
    const asked = ["-p", String(pid), "-o", "lstart="];
    return (
      execFileSync("ps", asked, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim() || null
    );
  } catch {
    return null;
  }
}
