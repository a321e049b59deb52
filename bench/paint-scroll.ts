import type { Browser } from "@playwright/test";
import { bundlePage, MeasuredPage, median, openBrowser, report, rounded } from "./paint/drive.ts";
import type { Layout } from "./paint/generate.ts";

/** P8 of the performance targets: scrolling with claims against without, and finding what is under the pointer. */
const scenes: readonly Layout[] = [
  { seed: 1, words: 50_000, claims: 5_000, within: 10_000_000 },
  { seed: 1, words: 100_000, claims: 10_000, within: 10_000_000 },
  { seed: 1, words: 200_000, claims: 20_000, within: 10_000_000 },
];
const ROUNDS = Number(process.env.RUNS ?? 5);
const FRAMES = 300;
/** Pixels a frame: 3,600 a second, some four screens. */
const STEP = 60;
const LOOKS = 1_000;

type Figures = { readonly p95: number; readonly cpu: number; readonly hit: number };

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length * share)] ?? 0;
}

async function measure(
  browser: Browser,
  html: string,
  layout: Layout,
  withClaims: boolean,
): Promise<Figures> {
  const measured = await MeasuredPage.open(browser, html);
  await measured.page.evaluate(`bench.show(${JSON.stringify(layout)}, ${withClaims})`);
  const hits = await measured.page.evaluate<number[]>(`bench.hits(${LOOKS})`);
  let frames: number[] = [];
  const cpu = await measured.cpuOf(async () => {
    frames = await measured.page.evaluate<number[]>(`bench.scroll(${FRAMES}, ${STEP})`);
  });
  await measured.page.close();
  return { p95: percentile(frames, 0.95), cpu: cpu / FRAMES, hit: percentile(hits, 0.99) };
}

const html = await bundlePage("bench/paint/surface.tsx");
const browser = await openBrowser();
const rows: Record<string, string | number>[] = [];
for (const layout of scenes) {
  const bare: Figures[] = [];
  const full: Figures[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await measure(browser, html, layout, false));
    full.push(await measure(browser, html, layout, true));
  }
  const middle = (figures: readonly Figures[], key: keyof Figures) => median(figures.map((one) => one[key]));
  rows.push({
    words: layout.words,
    claims: layout.claims,
    "frame p95 ms": rounded(middle(full, "p95")),
    "without ms": rounded(middle(bare, "p95")),
    "frame ×": rounded(middle(full, "p95") / middle(bare, "p95")),
    "cpu a frame ms": rounded(middle(full, "cpu")),
    "without cpu ms": rounded(middle(bare, "cpu")),
    "hit p99 ms": rounded(middle(full, "hit")),
  });
}
await browser.close();
await report("paint-scroll", rows);
