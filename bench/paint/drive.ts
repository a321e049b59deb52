import { mkdir, writeFile } from "node:fs/promises";
import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import { build } from "esbuild";
import { BROWSER_FLAGS, findBrowser } from "../../tests/support/browser.ts";

/** Wall time until the frame that shows it, and what the page's main thread worked for it: that one no neighbour disturbs. */
export type Cost = { readonly ms: number; readonly cpu: number };

/** The components as production builds them, on a page without anything else. */
export async function bundlePage(entry: string): Promise<string> {
  const bundle = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: "bench/results",
    format: "iife",
    jsx: "automatic",
    minify: true,
    define: { "process.env.NODE_ENV": '"production"' },
  });
  const part = (end: string) => bundle.outputFiles.find(({ path }) => path.endsWith(end))?.text ?? "";
  const style = `:root{color-scheme:light}body{margin:0 60px;width:640px;font:19px/1.68 serif}p{white-space:pre-wrap}${part(".css")}`;
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><body><script>${part(".js").replaceAll("</script", "<\\/script")}</script>`;
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("no Chromium: install one, or name it in CHROMIUM_PATH");
  return chromium.launch({ executablePath, args: BROWSER_FLAGS });
}

export class MeasuredPage {
  readonly page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.page = page;
    this.#session = session;
  }

  static async open(browser: Browser, html: string): Promise<MeasuredPage> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.setContent(html);
    const session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    return new MeasuredPage(page, session);
  }

  /** Runs a step in the page that answers with its own milliseconds. */
  async cost(step: string): Promise<Cost> {
    let ms = 0;
    const cpu = await this.cpuOf(async () => {
      ms = await this.page.evaluate<number>(step);
    });
    return { ms, cpu };
  }

  /** Milliseconds of processor time that the page's main thread takes for some work. */
  async cpuOf(work: () => Promise<void>): Promise<number> {
    const before = await this.#threadTime();
    await work();
    return (await this.#threadTime()) - before;
  }

  async #threadTime(): Promise<number> {
    const { metrics } = await this.#session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "ThreadTime")?.value ?? 0);
  }
}

export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

export async function report(name: string, rows: readonly Record<string, string | number>[]): Promise<void> {
  console.table(rows);
  await mkdir("bench/results", { recursive: true });
  await writeFile(`bench/results/${name}.json`, `${JSON.stringify(rows, null, 2)}\n`);
}
