// Brings a checkout from whatever state it is in to one that can run: packages, generated client, build.
// Plain JavaScript with nothing but Node: none of it can be counted on to be installed.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { lockHolder, takeLock } from "./lock.mjs";
import { Explained, say, step } from "./say.mjs";

export const ROOT = resolve(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), "..");
const OLDEST_NODE = [20, 19];
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "proxy.ts",
  "instrumentation.ts",
];
const SETTINGS = ["next.config.js", "package.json", "package-lock.json"];

export function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Explained(
    `Sourceline needs Node ${OLDEST_NODE.join(".")} or newer; this is ${process.versions.node}.\n` +
      "Get a newer one from https://nodejs.org or your package manager.",
  );
}

/** Packages, client and (unless told otherwise) build, each only when it is not up to date. */
export async function prepare({ withDevelopment = false, withBuild = true } = {}) {
  checkNode();
  const lock = await waitForTurn();
  try {
    await install(withDevelopment);
    await generate();
    if (withBuild) await build();
  } finally {
    lock.release();
  }
}

// Two copies started on one checkout would install and build over each other.
async function waitForTurn() {
  const file = join(ROOT, ".next-prepare", "lock.json");
  for (let told = false; ; told = true) {
    const taken = takeLock(file);
    if (taken.lock) return taken.lock;
    if (!told) say(`· Waiting for process ${taken.holder.pid}, which is preparing this checkout …`);
    while (lockHolder(file) !== null) await new Promise((resume) => setTimeout(resume, 300));
  }
}

async function install(withDevelopment) {
  if (isInstalled(withDevelopment)) return;
  const parameters = ["ci", "--no-audit", "--no-fund", ...(withDevelopment ? ["--include=dev"] : [])];
  await step("Installing packages (a minute or two the first time)", () => npm(parameters));
}

// npm writes its hidden lock file last, so what that lists is really there.
function isInstalled(withDevelopment) {
  const wanted = readJson("package-lock.json")?.packages ?? {};
  const present = readJson("node_modules/.package-lock.json")?.packages;
  if (present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional, dev, devOptional, link }]) => {
    if (path === "" || link || present[path]?.version === version) return true;
    return present[path] === undefined && (optional || ((dev || devOptional) && !withDevelopment));
  });
}

async function npm(parameters) {
  const script = process.env.npm_execpath;
  const [command, first] = script?.endsWith(".js") ? [process.execPath, [script]] : ["npm", []];
  const isWindows = process.platform === "win32" && command === "npm";
  await run(command, [...first, ...parameters], { shell: isWindows }, "The packages could not be installed");
}

async function generate() {
  await run(
    process.execPath,
    [join(ROOT, "scripts/generate.mjs")],
    {},
    "The database client could not be generated",
  );
}

async function build() {
  const folder = join(ROOT, process.env.SOURCELINE_DIST_DIR ?? ".next");
  const stamp = join(folder, "sourceline-build");
  const print = fingerprint([...SOURCES, ...SETTINGS]);
  if (existsSync(join(folder, "BUILD_ID")) && existsSync(stamp) && readFileSync(stamp, "utf8") === print)
    return;
  const next = join(ROOT, "node_modules/next/dist/bin/next");
  await step("Building (only when the sources have changed)", () =>
    run(process.execPath, [next, "build"], { env: { NODE_ENV: "production" } }, "The build failed"),
  );
  writeFileSync(stamp, print);
}

/** One hash of the content of these files and folders; tests and generated code do not count. */
export function fingerprint(paths) {
  const hash = createHash("sha256").update(process.versions.node);
  for (const path of paths) addToHash(hash, path);
  return hash.digest("hex");
}

function addToHash(hash, path) {
  const full = join(ROOT, path);
  if (!existsSync(full) || path === "lib/db/generated" || /\.(test|cases)\.tsx?$/u.test(path)) return;
  if (!statSync(full).isDirectory()) {
    hash.update(`${path}\0`).update(readFileSync(full)).update("\0");
    return;
  }
  for (const name of readdirSync(full).sort()) addToHash(hash, `${path}/${name}`);
}

/** Runs a program quietly; when it fails, what it printed becomes the explanation. */
export function run(command, parameters, { env = {}, shell = false } = {}, failure = `${command} failed`) {
  const child = spawn(command, parameters, {
    cwd: ROOT,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", CHECKPOINT_DISABLE: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    shell,
  });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => output.push(chunk));
  return new Promise((resume, refuse) => {
    child.on("error", (error) => refuse(new Explained(`${failure}: ${error.message}`)));
    child.on("close", (code) => {
      const text = Buffer.concat(output).toString("utf8").trim();
      if (code === 0) resume(text);
      else refuse(new Explained(`${failure} (exit status ${code}):\n${text}`));
    });
  });
}

export function writeStamp(file, content) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), "utf8"));
  } catch {
    return undefined;
  }
}
