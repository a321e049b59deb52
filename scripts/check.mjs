// All checks, one after the other. Usage: node scripts/check.mjs [name …]
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./prepare.mjs";

const CHECKS = {
  layers: ["scripts/check-layers.mjs"],
  "core alone": ["scripts/check-core-alone.mjs"],
  repository: ["scripts/check-repository.mjs"],
  "test lines": ["scripts/check-test-lines.mjs"],
  "format and lint": ["node_modules/@biomejs/biome/bin/biome", "ci", "--colors=off", "--max-diagnostics=50"],
  types: ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."],
  "unused code": ["node_modules/knip/bin/knip.js", "--no-progress"],
};

/** Checks whose figures are worth reading when they pass, too. */
const TOLD = new Set(["test lines"]);

/** Runs the checks and returns what each said; a passing one is only named, unless it has figures to tell. */
export function runChecks(names = Object.keys(CHECKS)) {
  prepareTypes();
  return names.map((name) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, CHECKS[name], {
      cwd: ROOT,
      encoding: "utf8",
    });
    const hasPassed = status === 0;
    console.log(`${hasPassed ? "✓" : "✗"} ${name}`);
    if (!hasPassed || TOLD.has(name)) console.log(`${stdout}${stderr}`.trimEnd());
    return { name, hasPassed };
  });
}

// Types of pages and style sheets come from Next; a fresh checkout has not made them yet.
function prepareTypes() {
  if (existsSync(join(ROOT, "next-env.d.ts"))) return;
  spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "typegen"], { cwd: ROOT, stdio: "ignore" });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const names = process.argv.slice(2);
  const results = runChecks(names.length > 0 ? names : undefined);
  process.exitCode = results.every(({ hasPassed }) => hasPassed) ? 0 : 1;
}
