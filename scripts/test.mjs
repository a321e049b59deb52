// `npm test`: everything, on a fresh checkout too. `npm test -- core` runs one tier, `npm test -- core db` two.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { runChecks } from "./check.mjs";
import { prepare, ROOT } from "./prepare.mjs";
import { Explained, runMain } from "./say.mjs";
import { Tally } from "./tally.mjs";

const tally = new Tally();
const scratch = mkdtempSync(join(tmpdir(), "sourceline-results-"));

const TIERS = {
  checks: async () => {
    for (const { name, hasPassed } of runChecks()) tally.check("checks", name, hasPassed);
  },
  core: () => vitest("core", ["--coverage"]),
  db: () => vitest("db"),
  browser: () => vitest("browser"),
  e2e: journeys,
};

process.exitCode = 1;
await runMain(async () => {
  const tiers = chosenTiers(process.argv.slice(2));
  try {
    await prepare({ withDevelopment: true, withBuild: false });
    if (tiers.includes("browser") || tiers.includes("e2e")) await ensureBrowser();
    for (const tier of tiers) await runTier(tier);
  } catch (error) {
    tally.fail(error instanceof Explained ? error.message : error.stack);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  if (tally.troubles.length > 0) console.log("");
  for (const trouble of tally.troubles) console.log(`✗ ${trouble}`);
  console.log(`\n${tally.words}`);
  process.exitCode = tally.hasPassed ? 0 : 1;
});

function chosenTiers(words) {
  const unknown = words.filter((word) => !(word in TIERS));
  if (unknown.length > 0) {
    throw new Explained(
      `There is no tier ${unknown.join(", ")}. The tiers: ${Object.keys(TIERS).join(", ")}`,
    );
  }
  return words.length > 0 ? words : Object.keys(TIERS);
}

async function runTier(tier) {
  console.log(`\n── ${tier} ${"─".repeat(60 - tier.length)}`);
  await TIERS[tier]();
}

async function vitest(project, more = []) {
  const file = join(scratch, `${project}.json`);
  const reporters = ["--reporter=dot", "--reporter=json"];
  const parameters = ["run", "--project", project, "--passWithNoTests", ...reporters, ...more];
  const code = await node("node_modules/vitest/vitest.mjs", [...parameters, `--outputFile.json=${file}`]);
  const report = readReport(file);
  const cases = (report?.testResults ?? []).flatMap(({ assertionResults }) => assertionResults);
  const count = (...states) => cases.filter(({ status }) => states.includes(status)).length;
  // A file that could not even be loaded has failed, although none of its tests did.
  const unloaded = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((result) => result.status !== "failed"),
  ).length;
  const counts = {
    passed: count("passed"),
    failed: count("failed") + unloaded,
    skipped: count("pending", "skipped", "todo"),
  };
  tally.add(project, counts, code);
}

async function journeys() {
  const file = join(scratch, "e2e.json");
  const data = join(scratch, "e2e-data");
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: file, SOURCELINE_E2E_DATA_DIR: data };
  const cli = "node_modules/@playwright/test/cli.js";
  const code = await node(cli, ["test", "--reporter=list,json", "--pass-with-no-tests"], env);
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = readReport(file)?.stats ?? {};
  tally.add("e2e", { passed: expected + flaky, failed: unexpected, skipped }, code);
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

function node(script, parameters, env = {}) {
  const child = spawn(process.execPath, [join(ROOT, script), ...parameters], {
    cwd: ROOT,
    env: { ...withoutOurs(process.env), NO_COLOR: process.stdout.isTTY ? undefined : "1", ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resume) => child.on("close", (code) => resume(code ?? 1)));
}

// The settings of an installation must neither steer the tests nor be touched by them.
function withoutOurs(env) {
  const ours =
    /^(DATABASE_|DIRECT_DATABASE_|SOURCELINE_(?!DIST_DIR)|NEXTAUTH_|SMTP_|MAIL_|OIDC_|PORT$|HOST$|LOG_LEVEL$|NODE_ENV$)/u;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}
