import { expect, type Locator, type Page } from "@playwright/test";

/** The text with its claims; the page itself is a document too. */
export const articleText = (page: Page) => page.getByRole("main").getByRole("document");

type Point = { readonly x: number; readonly y: number };

/** Draws the mouse over words of the article, and waits for what can be done with them. */
export async function selectByMouse(page: Page, words: string): Promise<void> {
  await drawMouseOver(page, words);
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
}

/** Draws the mouse over these words of the article, as a hand does. */
export async function drawMouseOver(page: Page, words: string): Promise<void> {
  const [from, to] = await edgesOf(page, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.up();
}

/** Just inside the first and the last letter. Throws when the words are not on the page once. */
async function edgesOf(page: Page, words: string): Promise<[Point, Point]> {
  const article = articleText(page);
  await article.getByText(words.slice(0, 12)).first().scrollIntoViewIfNeeded();
  return article.evaluate((root, wanted): [Point, Point] => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const start = node.textContent?.indexOf(wanted) ?? -1;
      if (start === -1) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + wanted.length);
      const rects = [...range.getClientRects()];
      const [first, last] = [rects[0], rects.at(-1)];
      if (!first || !last) continue;
      return [
        { x: first.left + 1, y: first.top + first.height / 2 },
        { x: last.right - 1, y: last.top + last.height / 2 },
      ];
    }
    throw new Error(`the article does not say “${wanted}” in one piece`);
  }, words);
}

/** Puts text on the clipboard and pastes it where the cursor is. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("ControlOrMeta+V");
}

/** Presses Tab until this is focused; a place that no key leads to fails. */
export const tabTo = (page: Page, what: Locator) => pressUntilFocused(page, what, "Tab");
/** The same, the other way round. */
export const tabBackTo = (page: Page, what: Locator) => pressUntilFocused(page, what, "Shift+Tab");

const MOST_PRESSES = 80;

async function pressUntilFocused(page: Page, what: Locator, key: string): Promise<void> {
  for (let pressed = 0; pressed < MOST_PRESSES; pressed += 1) {
    if (await what.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_PRESSES} presses of ${key} do not lead to ${what}`);
}

/** Stores a text of one's own in the sample project, and stands before it. */
export async function storeArticle(page: Page, text: string): Promise<void> {
  await page.goto("/w/sample-desk/p/how-these-articles-know/import");
  await page.getByLabel("Text of the article").click();
  await paste(page, `${text}\n\n${Date.now()}`);
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: "Store the article" }).click();
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}/u);
  await expect(articleText(page)).toBeVisible();
}
