import type { Browser } from "@playwright/test";
import { bundlePage, type Cost, MeasuredPage, median, openBrowser, report, rounded } from "./paint/drive.ts";
import type { Layout } from "./paint/generate.ts";
import type { Method } from "./paint/painters.ts";

/** P5 and P6 of the performance targets: the painter against recogito and against wrapping text in elements. */
const scenes: readonly { readonly name: string; readonly layout: Layout }[] = [
  { name: "P5", layout: { seed: 1, words: 50_000, claims: 5_000, within: 10_000_000 } },
  { name: "P6", layout: { seed: 1, words: 2_000, claims: 2_000, within: 3_000 } },
];
const methods: readonly Method[] = ["sourceline", "recogito", "recogito-spans", "wrapping"];
const ROUNDS = Number(process.env.RUNS ?? 5);
const ADDS = 5;
const ratios = ["draw ms", "draw cpu", "add ms", "add cpu", "open cpu"];

type Figures = Readonly<Record<string, number>>;

async function measure(browser: Browser, html: string, method: Method, layout: Layout): Promise<Figures> {
  const measured = await MeasuredPage.open(browser, html);
  const { page } = measured;
  await page.evaluate(`bench.showText(${JSON.stringify(layout)})`);
  const draw = await measured.cost(`bench.draw("${method}")`);
  const many = async (step: string): Promise<Cost> => {
    const costs: Cost[] = [];
    for (let time = 0; time < ADDS; time += 1) costs.push(await measured.cost(step));
    return { ms: median(costs.map(({ ms }) => ms)), cpu: median(costs.map(({ cpu }) => cpu)) };
  };
  // The waiting for quiet frames costs a little itself.
  const idle = await many("bench.idle()");
  const add = await many("bench.add()");
  const open = await measured.cost("bench.open()");
  const elsewhere = await many("bench.elsewhere()");
  const elements = await page.evaluate(() => document.querySelectorAll("article *").length);
  const all = method === "sourceline" ? await measured.cost("bench.all()") : null;
  await page.close();
  const own = (cost: Cost): number => Math.max(0, cost.cpu - idle.cpu);
  return {
    "draw ms": draw.ms,
    "draw cpu": own(draw),
    "add ms": add.ms,
    "add cpu": own(add),
    "open ms": open.ms,
    "open cpu": own(open),
    "elsewhere cpu": own(elsewhere),
    elements,
    ...(all && { "all ms": all.ms }),
  };
}

const html = await bundlePage("bench/paint/page.ts");
const browser = await openBrowser();
const rows: Record<string, string | number>[] = [];
for (const { name, layout } of scenes) {
  const runs = new Map<Method, Figures[]>(methods.map((method) => [method, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const method of methods) runs.get(method)?.push(await measure(browser, html, method, layout));
  }
  const middle = (method: Method, key: string) =>
    median((runs.get(method) ?? []).map((figures) => figures[key] ?? 0));
  for (const method of methods) {
    const keys = Object.keys(runs.get(method)?.[0] ?? {});
    const times = (key: string) => rounded(middle(method, key) / Math.max(0.1, middle("sourceline", key)));
    rows.push({
      scene: name,
      method,
      ...Object.fromEntries(keys.map((key) => [key, rounded(middle(method, key))])),
      ...Object.fromEntries(ratios.map((key) => [`${key} ×`, times(key)])),
    });
  }
}
await browser.close();
await report("paint", rows);
