import { mkdir, writeFile } from "node:fs/promises";
import { chromium, type Page } from "@playwright/test";
import { build } from "esbuild";
import { BROWSER_FLAGS, findBrowser } from "../tests/support/browser.ts";

/** P5 and P6 of the performance targets: the painter against recogito and against wrapping text in elements. */
const scenes = [
  { name: "P5", layout: { seed: 1, words: 50_000, claims: 5_000, within: 10_000_000 } },
  { name: "P6", layout: { seed: 1, words: 2_000, claims: 2_000, within: 3_000 } },
] as const;
const methods = ["sourceline", "recogito", "recogito-spans", "wrapping"] as const;
const RUNS = Number(process.env.RUNS ?? 3);

async function bundlePage(): Promise<string> {
  const bundle = await build({
    entryPoints: ["bench/paint/page.ts"],
    bundle: true,
    write: false,
    outdir: "bench/results",
    format: "iife",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const part = (end: string) => bundle.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? "";
  return `<!doctype html><meta charset="utf-8"><style>body{width:640px;font:19px/1.68 serif}p{white-space:pre-wrap}${part(".css")}</style><body><script>${part(".js").replaceAll("</script", "<\\/script")}</script>`;
}

async function measure(
  page: Page,
  html: string,
  method: string,
  layout: object,
): Promise<Record<string, number>> {
  await page.setContent(html);
  return page.evaluate(([name, scene]) => window.runPaintBench(name as never, scene as never), [
    method,
    layout,
  ] as const);
}

function median(values: number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

const executablePath = findBrowser();
if (!executablePath) throw new Error("no Chromium: install one, or name it in CHROMIUM_PATH");
const html = await bundlePage();
const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
const rows: Record<string, string | number>[] = [];
for (const { name, layout } of scenes) {
  const figures = new Map<string, Record<string, number>>();
  for (const method of methods) {
    const runs: Record<string, number>[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      runs.push(await measure(page, html, method, layout));
      await page.close();
    }
    const keys = Object.keys(runs[0] ?? {});
    const middle = Object.fromEntries(keys.map((key) => [key, median(runs.map((run) => run[key] ?? 0))]));
    figures.set(method, middle);
  }
  const own = figures.get("sourceline") ?? {};
  for (const [method, figure] of figures) {
    const times = (key: string) => Math.round(((figure[key] ?? 0) / (own[key] ?? 1)) * 10) / 10;
    const rounded = Object.fromEntries(
      Object.entries(figure).map(([key, value]) => [key, Math.round(value * 100) / 100]),
    );
    rows.push({ scene: name, method, ...rounded, "draw ×": times("draw"), "add ×": times("add") });
  }
}
await browser.close();
console.table(rows);
await mkdir("bench/results", { recursive: true });
await writeFile("bench/results/paint.json", `${JSON.stringify(rows, null, 2)}\n`);
