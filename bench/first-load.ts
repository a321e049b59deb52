import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { BROWSER_FLAGS, findBrowser } from "../tests/support/browser.ts";
import { type RunningDesk, startDesk } from "./first-load/desk.ts";
import { emptyPage, scriptsOf } from "./first-load/empty-page.ts";
import { type Visit, visit } from "./first-load/visit.ts";

/** P13: the script an article loads before it can be worked with, and how it opens on a slow processor. */
const RUNS = Number(process.env.RUNS ?? 3);
const LONG = { words: 50_000, claims: 5_000 };
const KB = 1024;

async function signIn(browser: Browser, { address, email, password }: RunningDesk) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${address}/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/articles/u);
  return context;
}

async function weigh(context: Awaited<ReturnType<typeof signIn>>, address: string, path: string) {
  const html = await (await context.request.get(address + path)).text();
  const bodies = await Promise.all(
    scriptsOf(html).map(async (script) => (await context.request.get(address + script)).body()),
  );
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

function middle(visits: readonly Visit[], key: keyof Visit): number {
  return visits.map((one) => one[key]).toSorted((one, other) => one - other)[visits.length >> 1] ?? 0;
}

const rounded = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === "number" ? Math.round(value * 1_000) / 1_000 : value,
    ]),
  );

const executablePath = findBrowser();
if (!executablePath) throw new Error("no Chromium: install one, or name it in CHROMIUM_PATH");
const folder = mkdtempSync(join(tmpdir(), "sourceline-bench-"));
const empty = emptyPage();
const desk = await startDesk(folder, LONG);
const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
try {
  const signedIn = await signIn(browser, desk);
  const first = await weigh(signedIn, desk.address, desk.sample);
  const script = [
    { page: "empty Next page", "KB gzip": empty / KB, "× empty": 1 },
    { page: "article workspace", "KB gzip": first / KB, "× empty": first / empty },
  ];
  console.table(script.map(rounded));
  const state = await signedIn.storageState();
  const rows = [];
  for (const [article, path] of [["sample", desk.sample] as const, ["50,000 words", desk.long] as const]) {
    for (const scripts of [false, true]) {
      const visits: Visit[] = [];
      for (let run = 0; run < RUNS; run += 1)
        visits.push(await visit(browser, desk.address + path, state, { scripts }));
      const of = (key: keyof Visit) => middle(visits, key);
      rows.push({
        article,
        page: scripts ? "ours" : "without scripts",
        "HTML KB": of("html") / KB,
        "script before KB": of("before") / KB,
        "script after KB": of("after") / KB,
        "LCP ms": of("lcp"),
        "painted ms": of("painted"),
        "longest task ms": of("longest"),
        CLS: of("cls"),
        "shift on opening": of("opened"),
      });
    }
  }
  console.table(rows.map(rounded));
  await writeFile("bench/results/first-load.json", `${JSON.stringify({ script, rows }, null, 2)}\n`);
} finally {
  await browser.close();
  await desk.stop();
  rmSync(folder, { recursive: true, force: true });
}
