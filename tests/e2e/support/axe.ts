import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type { AxeResults } from "axe-core";

const source = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Holds the page to WCAG 2.2 AA as it looks now, in light and in dark. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await settled(page);
    expect(await violations(page), `${where}, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
}

/** Colours on their way from one theme to the other are judged as they arrive. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // The theme is another from the next frame on, and what follows from it from the one after.
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resume) => requestAnimationFrame(resume));
    for (const animation of document.getAnimations()) {
      // What turns for ever has no end to be brought to.
      if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
    }
  });
}

async function violations(page: Page): Promise<string[]> {
  // Evaluated by the browser's own door for tools: as a script element the content policy would refuse it.
  const { readFile } = await import("node:fs/promises");
  await page.evaluate(await readFile(source, "utf8"));
  const results = await page.evaluate(async (tags): Promise<AxeResults> => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") }; // Put there just above.
    return axe.run(document, { runOnly: tags, resultTypes: ["violations"] });
  }, TAGS);
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary?.split("\n")[1]?.trim()}`),
  );
}

/** Nothing has to be scrolled sideways at this width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll, page.url()).toBeLessThanOrEqual(client);
}
