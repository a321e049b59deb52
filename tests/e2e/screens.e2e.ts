import { expect, type Locator, type Page, test } from "@playwright/test";
import { articleWithClaims } from "./support/articles.ts";
import { samplePerson, signIn } from "./support/desk.ts";
import { articleText } from "./support/text.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.setTimeout(120_000);

const TITLE = `Ferry runs again, ${"and nobody who was asked about it remembers having been told ".repeat(4)}`;
const WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
const TEXT = `${TITLE}\n\nThe ferry left at six. ${WORD} agreed.`;

async function openLong(page: Page): Promise<void> {
  await signIn(page, samplePerson("ada.lindqvist"));
  const article = await articleWithClaims(page, TEXT, [{ statement: "It agreed.", words: WORD }]);
  await page.goto(`/w/sample-desk/articles/${article}`);
  await expect(articleText(page)).toBeVisible();
}

const boxOf = async (what: Locator) => {
  const box = await what.boundingBox();
  if (!box) throw new Error(`${what} is not seen`);
  return box;
};
const bar = (page: Page) => page.getByRole("toolbar", { name: "Selected words" });

test("a long title gives way to what is said of the saving, a long word to the edge of the pane", async ({
  page,
}) => {
  const watched = watch(page);
  await openLong(page);
  const counts = page.getByRole("list", { name: "Claims by state" });
  const [said, saved] = [await boxOf(counts), await boxOf(page.getByText("Saved", { exact: true }))];
  expect(said.x + said.width).toBeLessThanOrEqual(saved.x);
  await page.getByRole("treeitem").first().click();
  const quote = await boxOf(page.getByRole("list", { name: "Marked words" }).locator("q"));
  const pane = await boxOf(page.getByRole("complementary", { name: "Claim", exact: true }));
  expect(quote.x + quote.width).toBeLessThanOrEqual(pane.x + pane.width);
  expectNoProblems(watched);
});

test("a finger selects words, tags them, and goes from the claim to the list and back to the text", async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const watched = watch(page);
  await openLong(page);
  await selectAsAFingerDoes(page, "The ferry left at six");
  await expect(bar(page)).toBeVisible();
  const families = bar(page).getByRole("button", { name: /, key\s+\d/u });
  const tops = new Set<number>();
  for (const family of await families.all()) tops.add((await boxOf(family)).y);
  expect([await families.count(), tops.size]).toEqual([7, 1]);
  await expect(bar(page).locator("kbd").first()).toBeHidden();

  await bar(page)
    .getByRole("button", { name: /^Own voice/u })
    .tap();
  await bar(page)
    .getByRole("button", { name: /^1\s*Reporter/u })
    .tap();
  const sheet = page.getByRole("complementary", { name: "Claim", exact: true });
  await expect(sheet).toBeVisible();
  await sheet.evaluate((pane) => pane.scrollTo({ top: pane.scrollHeight }));
  await page.getByRole("button", { name: "All claims" }).tap();
  await expect(page.getByRole("complementary", { name: "Claims" })).toBeVisible();
  await expect(page.getByRole("treeitem")).toHaveCount(2);
  await page.getByRole("button", { name: "Close", exact: true }).tap();
  await expect(page.getByRole("button", { name: "Claims (2)" })).toBeFocused();
  expectNoProblems(watched);
  await context.close();
});

/** A long press ends in a selection the system made; no pointer draws it. */
async function selectAsAFingerDoes(page: Page, words: string): Promise<void> {
  await articleText(page).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const start = walker.currentNode.textContent?.indexOf(wanted) ?? -1;
      if (start === -1) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, start);
      range.setEnd(walker.currentNode, start + wanted.length);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
      return;
    }
    throw new Error(`the article does not say “${wanted}” in one piece`);
  }, words);
}

test("in forced colours what is chosen is told by more than a colour of the product", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openLong(page);
  const edge = (what: Locator) => what.evaluate((element) => getComputedStyle(element).borderBlockEndWidth);
  expect(await edge(page.getByRole("link", { name: "Articles" }).first())).not.toBe("0px");
  const ink = (words: RegExp) => page.getByText(words).evaluate((element) => getComputedStyle(element).color);
  expect(await ink(/^Claims \d/u)).not.toBe(await ink(/^Without a claim/u));
  await page.getByRole("treeitem").first().click();
  expect(await edge(page.getByRole("tab", { name: "Claim", exact: true }))).not.toBe("0px");
  expect(await edge(page.getByRole("tab", { name: "History", exact: true }))).toBe("0px");
});
