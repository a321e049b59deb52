// Finds a browser for the tests, or installs one by whichever way is there.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ROOT } from "./prepare.mjs";
import { Explained, step } from "./say.mjs";

const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "microsoft-edge",
];
const PLAYWRIGHT = join(ROOT, "node_modules/playwright/cli.js");

/** Makes sure tests/support/browser.ts will find a browser; explains what to do when none can be had. */
export async function ensureBrowser() {
  if (await isThere()) return;
  const isRoot = process.getuid?.() === 0;
  const failures = [];
  for (const [title, commands] of isRoot ? [aptGet(), ownBrowser()] : [ownBrowser()]) {
    const failure = await step(title, () => runAll(commands));
    if (failure === null && (await isThere())) return;
    failures.push(failure ?? `${title}: no browser afterwards`);
  }
  throw new Explained(
    `There is no Chromium to test with, and none could be installed:\n${failures.join("\n")}\n` +
      "Install chromium or Google Chrome, or set CHROMIUM_PATH to one.",
  );
}

async function isThere() {
  if (process.env.CHROMIUM_PATH) return true;
  const { chromium } = await import("@playwright/test");
  const folders = (process.env.PATH ?? "").split(delimiter);
  const files = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [chromium.executablePath(), ...files, "/Applications/Google Chrome.app"].some((file) =>
    existsSync(file),
  );
}

function aptGet() {
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  return [
    "Installing Chromium with apt-get",
    [
      ["apt-get", ["update", "-qq"], quiet],
      ["apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet],
    ],
  ];
}

function ownBrowser() {
  return ["Installing Playwright's Chromium", [[process.execPath, [PLAYWRIGHT, "install", "chromium"], {}]]];
}

function runAll(commands) {
  for (const [command, parameters, env] of commands) {
    const options = { encoding: "utf8", env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] };
    const { status, error, stderr } = spawnSync(command, parameters, options);
    if (status !== 0)
      return `${command} ${parameters.join(" ")}: ${error?.message ?? stderr.trim().split("\n").at(-1)}`;
  }
  return null;
}
