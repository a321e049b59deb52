// What must never be committed: addresses of one mirror, paths of one machine, binary dirt, overlong files.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./prepare.mjs";
import { repositoryFiles } from "./sources.mjs";

const LONGEST_FILE = 400;
const SOURCE = /\.(ts|tsx|mjs|js|css)$/u;
const TEXT =
  /\.(ts|tsx|mts|mjs|js|json|md|css|sql|toml|prisma|svg|yml|yaml|txt|html)$|(^|\/)\.[a-z]+(ignore|rc)$|^\.ci\/run$/u;
const EXEMPT = /\.cases\.ts$|\.codebook\.json$|\.lexicon\.json$|(^|\/)messages\/|^lib\/db\/generated\//u;
const MACHINE = [/\/(home|Users)\/[a-z][\w-]*\//u, /\/work\/(main|shared)\b/u, /\bC:\\Users\\/u];
const KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bghp_[A-Za-z0-9]{30}|\bAKIA[0-9A-Z]{16}\b/u;

const files = repositoryFiles();
const problems = files.filter((file) => TEXT.test(file)).flatMap((file) => problemsOf(file));
problems.push(...lockProblems());
for (const problem of problems) console.error(problem);
console.log(`repository: ${files.length} files seen, ${problems.length} problems`);
process.exitCode = problems.length > 0 || files.length === 0 ? 1 : 0;

function problemsOf(file) {
  const text = readFileSync(join(ROOT, file), "utf8");
  const found = [];
  if (text.includes("\0")) found.push("holds a NUL character");
  if (text.includes("\r")) found.push("has carriage returns");
  if (KEY.test(text)) found.push("holds a private key");
  if (file !== "scripts/check-repository.mjs" && MACHINE.some((path) => path.test(text)))
    found.push("names a path of one machine");
  const lines = text.split("\n").length;
  if (SOURCE.test(file) && !EXEMPT.test(file) && lines > LONGEST_FILE)
    found.push(`has ${lines} lines; split it (most: ${LONGEST_FILE})`);
  return found.map((problem) => `${file} ${problem}`);
}

// A registry that lacks a platform's package makes npm leave it out, and `npm ci` then fails elsewhere.
function lockProblems() {
  const lock = readFileSync(join(ROOT, "package-lock.json"), "utf8");
  const { packages } = JSON.parse(lock);
  const names = new Set(Object.keys(packages).map((path) => path.split("node_modules/").at(-1)));
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies),
  );
  const missing = [...new Set(wanted)].filter((name) => !names.has(name));
  return [
    ...(/"resolved"|https?:\/\/[^"]*\.tgz/u.test(lock) ? ["package-lock.json names download addresses"] : []),
    ...missing.map((name) => `package-lock.json has no entry for ${name}`),
  ];
}
