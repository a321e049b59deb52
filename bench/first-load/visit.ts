import type { Browser, BrowserContextOptions, Page } from "@playwright/test";

type StorageState = Exclude<BrowserContextOptions["storageState"], undefined>;

/** Milliseconds are those of a processor this many times slower. */
const SLOWER = 4;
/** What comes after the claims are painted (idle fetches, late shifts) is waited for this long. */
const SETTLE = 3_000;

export type Visit = {
  /** Bytes of script that had arrived when the claims stood painted on the text, and when all was quiet. */
  before: number;
  after: number;
  html: number;
  lcp: number;
  painted: number;
  cls: number;
  /** Shifts when a claim is opened, which the usual measure forgives because a person pressed. */
  opened: number;
  longest: number;
};

type Seen = { lcp: number; cls: number; opened: number; longest: number; painted: number };
declare global {
  var seen: Seen;
}

/** Opens a page in a browser that has nothing of it yet. Without scripts only the drawing is measured. */
export async function visit(
  browser: Browser,
  address: string,
  storageState: StorageState,
  { scripts }: { scripts: boolean },
): Promise<Visit> {
  const context = await browser.newContext({ storageState, viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  if (!scripts) await withoutScripts(page, address);
  // What runs the bench names inner functions by a helper that the page does not have.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(observe);
  const devtools = await context.newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.goto(address, { waitUntil: "load" });
  if (scripts) await page.waitForFunction(() => seen.painted > 0, null, { timeout: 120_000 });
  await page.waitForTimeout(SETTLE);
  const measured = await page.evaluate(measure);
  if (scripts) await openFirstClaim(page);
  const { opened } = await page.evaluate(() => seen);
  await context.close();
  return { ...measured, opened };
}

const END = /<\/script>/iu;
const END_LENGTH = "</script>".length;

async function withoutScripts(page: Page, address: string): Promise<void> {
  await page.route(address, async (route) => {
    const response = await route.fetch();
    const [start = "", ...rest] = (await response.text()).split(/<script\b/iu);
    const body = start + rest.map((part) => part.slice(part.search(END) + END_LENGTH)).join("");
    await route.fulfill({ response, body });
  });
}

async function openFirstClaim(page: Page): Promise<void> {
  await page.getByRole("tree", { name: "Claims in reading order" }).getByRole("treeitem").first().click();
  await page.getByRole("complementary", { name: "Claim", exact: true }).waitFor();
  await page.waitForTimeout(1_000);
}

function observe(): void {
  globalThis.seen = { lcp: 0, cls: 0, opened: 0, longest: 0, painted: 0 };
  const watch = (type: string, each: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  watch("largest-contentful-paint", ({ startTime }) => {
    seen.lcp = startTime;
  });
  watch("longtask", ({ duration }) => {
    seen.longest = Math.max(seen.longest, duration);
  });
  watch("layout-shift", (entry) => {
    // Reason for `as`: the library of types does not know layout shifts.
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (hadRecentInput) seen.opened += value;
    else seen.cls += value;
  });
  const look = () => {
    const isPainted = [...CSS.highlights.values()].some((highlight) => highlight.size > 0);
    if (isPainted) seen.painted = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function measure() {
  // Reason for `as`: what these two types of entry hold is fixed by the platform.
  const resources = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  const [page] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const scripts = resources.filter(({ name }) => /\.js(?:$|\?)/u.test(name));
  const sum = (some: readonly PerformanceResourceTiming[]) =>
    some.reduce((bytes, { encodedBodySize }) => bytes + encodedBodySize, 0);
  const { lcp, cls, longest, painted } = seen;
  return {
    before: sum(scripts.filter(({ responseEnd }) => responseEnd <= painted)),
    after: sum(scripts),
    html: page?.encodedBodySize ?? 0,
    lcp,
    painted,
    cls,
    longest,
  };
}
