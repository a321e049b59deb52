// Refuses an import that the architecture does not allow. Usage: node scripts/check-layers.mjs
import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { pathToFileURL } from "node:url";
import { layerOf, refusal } from "./layers.mjs";
import { ROOT } from "./prepare.mjs";
import { repositoryFiles } from "./sources.mjs";

const CODE = /\.(ts|tsx|mts|mjs|js|jsx)$/u;
const ALIASES = { "#core/": "lib/core/", "#lib/": "lib/", "#components/": "components/" };
const IMPORT =
  /(?:^|[;\n}])\s*(?:import|export)\s+(?:type\s+)?(?:[\w*${}\s,]+?\sfrom\s*)?["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']\s*\)/gu;

/** The module names a source imports, in order. */
export function importsOf(source) {
  const bare = source.replace(/\/\*[\s\S]*?\*\//gu, "").replace(/^\s*\/\/.*$/gmu, "");
  return [...bare.matchAll(IMPORT)].map((found) => found[1] ?? found[2]);
}

/** Where a module name leads: one of our files, or a package. */
export function targetOf(file, name) {
  const alias = Object.keys(ALIASES).find((prefix) => name.startsWith(prefix));
  if (alias !== undefined) return { target: ALIASES[alias] + name.slice(alias.length), isOwn: true };
  if (name.startsWith(".")) return { target: posix.normalize(posix.join(dirname(file), name)), isOwn: true };
  return { target: name, isOwn: false };
}

export function problemsIn(file, source) {
  if (layerOf(file) === null) return [`${file} ${refusal(file, "", true)}`];
  return importsOf(source).flatMap((name) => {
    const { target, isOwn } = targetOf(file, name);
    const problem = refusal(file, target, isOwn);
    return problem === null ? [] : [`${file} ${problem}`];
  });
}

function main() {
  const files = repositoryFiles().filter((file) => CODE.test(file));
  const problems = files.flatMap((file) => problemsIn(file, readFileSync(join(ROOT, file), "utf8")));
  for (const problem of problems) console.error(problem);
  console.log(`layers: ${files.length} files seen, ${problems.length} imports refused`);
  if (problems.length > 0) console.error("Why: docs and the table stand in scripts/layers.mjs.");
  process.exitCode = problems.length > 0 || files.length === 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) main();
