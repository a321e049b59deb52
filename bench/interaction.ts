import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import { migrate } from "../scripts/migrations.ts";
import { startEmbedded } from "../scripts/open-database.ts";
import { BROWSER_FLAGS, findBrowser } from "../tests/support/browser.ts";
import { atRest, percentile, type Sample, throttle, watchInteractions } from "./interaction/measure.ts";
import { makeScenes, PASSWORD, people, type Scene, serveBuild } from "./interaction/place.ts";
import { approveNext, editOnce } from "./interaction/script.ts";

/** P7: how long each press and click takes to show, with thousands of claims on the page and with none. */
const ROUNDS = Number(process.env.RUNS ?? 12);
const RATES = (process.env.THROTTLE ?? "1,6").split(",").map(Number);
const SIZES = [
  { words: 50_000, claims: 0 },
  { words: 50_000, claims: 5_000 },
  { words: 200_000, claims: 0 },
  { words: 200_000, claims: 20_000 },
];

type Opened = Readonly<Record<"text ms" | "claims ms" | "longest task ms" | "page KB" | "claims KB", number>>;

async function signIn(browser: Browser, address: string, email: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}/sign-in`);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/w\//u);
  await watchInteractions(page);
  return page;
}

/** From the request to the text, and to its claims; how much came, and how long the page was busy at a stretch. */
async function open(page: Page, url: string): Promise<Opened> {
  await page.goto(url, { waitUntil: "commit" });
  await page.getByRole("main").getByRole("document").waitFor();
  const text = await page.evaluate(() => performance.now());
  await page.getByRole("list", { name: "Claims by state" }).waitFor({ state: "attached", timeout: 120_000 });
  const claims = await page.evaluate(() => performance.now());
  await atRest(page);
  return page.evaluate(
    ([textAt, claimsAt]) => {
      const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
      const requests = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
      const asked = requests.filter(({ name }) => name.endsWith("/reading"));
      const kilobytes = (bytes: number) => Math.round(bytes / 1024);
      return {
        "text ms": Math.round(textAt),
        "claims ms": Math.round(claimsAt),
        "longest task ms": Math.max(0, ...window.benchWatch.tasks.map(({ duration }) => duration)),
        "page KB": kilobytes(navigation?.decodedBodySize ?? 0),
        "claims KB": kilobytes(asked.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0)),
      };
    },
    [text, claims] as const,
  );
}

async function measureScene(
  { editor, reviewer }: { editor: Page; reviewer: Page },
  address: string,
  scene: Scene,
  rate: number,
) {
  const session = await editor.context().newCDPSession(editor);
  const other = await reviewer.context().newCDPSession(reviewer);
  await throttle(session, 1);
  const opened = await open(editor, address + scene.path);
  const samples: Sample[] = [];
  await throttle(session, rate);
  for (let round = 0; round < ROUNDS; round += 1) samples.push(...(await editOnce(editor, 6 + round * 5)));
  await throttle(session, 1);
  if (scene.claims > 0) {
    await open(reviewer, address + scene.path);
    await throttle(other, rate);
    for (let round = 0; round < ROUNDS; round += 1) samples.push(...(await approveNext(reviewer)));
    await throttle(other, 1);
  }
  return { ...scene, rate, opened, samples };
}

type Measured = Awaited<ReturnType<typeof measureScene>>;

const figures = (samples: readonly Sample[]) => {
  const latencies = samples.map(({ latency }) => latency);
  return {
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    "long tasks ms": Math.round(samples.reduce((sum, { longTasks }) => sum + longTasks, 0)),
  };
};

function print(results: readonly Measured[]): void {
  const p95 = ({ samples }: Measured) => figures(samples.filter(({ action }) => action !== "approve")).p95;
  console.table(
    results.map((result) => {
      const bare = results.find(
        ({ words, claims, rate }) => claims === 0 && words === result.words && rate === result.rate,
      );
      const { words, claims, rate, samples } = result;
      const ratio = bare ? Math.round((p95(result) / p95(bare)) * 100) / 100 : 0;
      return {
        words,
        claims,
        throttle: rate,
        actions: samples.length,
        ...figures(samples),
        "p95 ÷ bare": ratio,
      };
    }),
  );
  for (const { words, claims, rate, samples } of results.filter((result) => result.claims > 0)) {
    console.log(`${words} words, ${claims} claims, ${rate} ×: by action`);
    const actions = [...new Set(samples.map(({ action }) => action))];
    console.table(
      Object.fromEntries(
        actions.map((name) => [name, figures(samples.filter(({ action }) => action === name))]),
      ),
    );
  }
  console.log("opening");
  console.table(
    results
      .filter(({ rate }) => rate === RATES[0])
      .map(({ words, claims, opened }) => ({ words, claims, ...opened })),
  );
}

async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sourceline-bench-"));
  const cluster = await startEmbedded(folder);
  process.env.DATABASE_URL = cluster.url();
  process.env.SOURCELINE_DATA_DIR = folder;
  process.env.LOG_LEVEL = "warn";
  try {
    await migrate(cluster.url());
    const scenes = await makeScenes(cluster.url(), SIZES);
    const { disconnect } = await import("#lib/db/client.ts");
    await disconnect();
    const { server, address } = await serveBuild();
    const executablePath = findBrowser();
    if (!executablePath) throw new Error("no Chromium: install one, or name it in CHROMIUM_PATH");
    const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
    const results: Measured[] = [];
    try {
      for (const rate of RATES) {
        for (const scene of scenes) {
          // New pages for each: what one left behind is not the next one's burden.
          const editor = await signIn(browser, address, people.editor);
          const reviewer = await signIn(browser, address, people.reviewer);
          results.push(await measureScene({ editor, reviewer }, address, scene, rate));
          await editor.close();
          await reviewer.close();
        }
      }
    } finally {
      await browser.close();
      await server.stop();
    }
    print(results);
    await writeFile("bench/results/interaction.json", `${JSON.stringify(results, null, 2)}\n`);
  } finally {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await run();
