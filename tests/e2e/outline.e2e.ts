import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe.ts";
import { samplePerson, signIn } from "./support/desk.ts";
import { articleText, drawMouseOver } from "./support/text.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.setTimeout(180_000);

const BRIDGE = /Tsalkia moved rocket launchers/u;

const tree = (page: Page) => page.getByRole("tree", { name: "Claims in reading order" });
const rows = (page: Page) => tree(page).getByRole("treeitem");
const find = (page: Page) => page.getByRole("searchbox", { name: "Find in statements and quoted words" });
const said = (page: Page) => page.getByRole("status").filter({ hasText: /claim/iu });

/** What a row or a choice says is claimed. */
const statement = async (row: Locator) => (await row.locator("[dir=auto]").textContent()) ?? "";

async function openBridge(page: Page): Promise<void> {
  await signIn(page, samplePerson("ada.lindqvist"));
  await page.getByRole("link", { name: BRIDGE }).click();
  await expect(rows(page).first()).toBeVisible();
}

type Claim = { id: string; parentId: string | null; spans: { start: number; end: number }[] };

/** Words of the article that a claim and one nested in it both cover. */
async function wordsOfTwo(page: Page): Promise<string> {
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const answer = await page.request.get(`/api/v1/workspaces/sample-desk/articles/${id}?include=claims`);
  const { claims, version }: { claims: Claim[]; version: { text: string } } = await answer.json();
  const nested = claims.find(({ parentId }) => parentId !== null);
  const span = nested?.spans[0];
  if (!span) throw new Error("the sample nests no claim");
  return [...version.text].slice(span.start, span.end).join("");
}

test("the claims are gone through, searched and chosen by keys alone", async ({ page }) => {
  const watched = watch(page);
  await openBridge(page);
  await expectAccessible(page, "the list of claims");
  await page.keyboard.press("l");
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+J");
  await expect(page.getByText("2 selected")).toBeVisible();
  await expectAccessible(page, "a selection of claims");

  const words = (await statement(rows(page).nth(1))).split(" ").at(-2) ?? "";
  await page.keyboard.press("f");
  await expect(find(page)).toBeFocused();
  await page.keyboard.type(words);
  await expect(said(page)).toHaveText(/^\d+ of \d+ claims match\.$/u);
  await expect(page).toHaveURL(/[?&]find=/u);
  const shown = await rows(page).allTextContents();
  await page.reload();
  await expect(rows(page)).toHaveText(shown);
  await expect(page.getByRole("list", { name: "Filters in use" })).toContainText(words);

  await page.getByRole("button", { name: /^Filter/u }).click();
  await expect(page.getByRole("dialog", { name: "Show only" })).toBeVisible();
  await expectAccessible(page, "the filter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+F");
  await expect(page.getByRole("list", { name: "Filters in use" })).toHaveCount(0);
  await expect(page).not.toHaveURL(/find=/u);
  await find(page).fill("no such words in it");
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(rows(page).first()).toBeVisible();
  expectNoProblems(watched);
});

test("a claim opened out of the list gives the focus back to its row", async ({ page }) => {
  const watched = watch(page);
  await openBridge(page);
  await page.keyboard.press("l");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Statement")).toBeVisible();
  await expect(said(page)).toHaveText(/^Claim open, 2 of \d+: /u);
  await expect(page.getByRole("complementary", { name: "Claim", exact: true })).toBeFocused();
  await page.keyboard.press("l");
  await expect(rows(page).nth(1)).toHaveAttribute("aria-current", "true");
  await expect(rows(page).nth(1)).toBeFocused();
  await expectAccessible(page, "the list over an open claim");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(rows(page).nth(1)).toBeFocused();
  expectNoProblems(watched);
});

test("claims that lie over one another are told apart at the caret", async ({ page }) => {
  const watched = watch(page);
  await openBridge(page);
  await drawMouseOver(page, await wordsOfTwo(page));
  await page.keyboard.press("h");
  const menu = page.getByRole("menu", { name: /^\d claims here$/u });
  await expect(menu.getByRole("menuitem").first()).toBeFocused();
  await expectAccessible(page, "the choice among claims");
  await page.keyboard.press("ArrowDown");
  const wanted = menu.getByRole("menuitem").nth(1);
  await expect(wanted).toBeFocused();
  const words = await statement(wanted);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Statement")).toHaveValue(words);
  expectNoProblems(watched);
});

test("what no claim covers is listed, painted and stepped to", async ({ page }) => {
  const watched = watch(page);
  await openBridge(page);
  await page.getByRole("radio", { name: /^Without a claim/u }).click();
  const list = page.getByRole("list", { name: "Sentences without a claim" });
  await expect(list.getByRole("button").first()).toBeVisible();
  await page.getByRole("checkbox", { name: "Show them in the text" }).check();
  const painted = () =>
    page.evaluate(
      () => (CSS.highlights as unknown as Map<string, Set<unknown>>).get("sl-uncovered")?.size ?? 0,
    );
  await expect.poll(painted).toBeGreaterThan(0);
  await expectAccessible(page, "sentences without a claim");
  const second = await list.getByRole("button").nth(1).locator("span").last().textContent();
  await page.keyboard.press("]");
  await page.keyboard.press("]");
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(second);
  await page.keyboard.press("[");
  await expect(page.getByRole("status").filter({ hasText: /without a claim, 1 of/u })).toBeAttached();
  expectNoProblems(watched);
});

test("on a phone the list is a sheet that comes and goes", async ({ page }) => {
  const watched = watch(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await openPhone(page);
  const opener = page.getByRole("button", { name: /^Claims \(\d+\)$/u });
  await opener.click();
  const sheet = page.getByRole("complementary", { name: "Claims" });
  await expect(sheet).toBeFocused();
  await expectAccessible(page, "the sheet");
  await expectNoSidewaysScroll(page);
  const height = async () => (await sheet.boundingBox())?.height ?? 0;
  const low = await height();
  await page.getByRole("button", { name: "Make the sheet taller" }).click();
  await expect.poll(height).toBeGreaterThan(low);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await expect(opener).toBeFocused();

  await opener.click();
  const handle = await page.getByRole("button", { name: "Make the sheet taller" }).boundingBox();
  if (!handle) throw new Error("the sheet has no handle");
  const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, 700, { steps: 4 });
  await page.mouse.move(x, 820, { steps: 4 });
  await page.mouse.up();
  await expect(opener).toBeVisible();
  expectNoProblems(watched);
});

async function openPhone(page: Page): Promise<void> {
  await signIn(page, samplePerson("ada.lindqvist"));
  await page.getByRole("link", { name: BRIDGE }).click();
  await expect(articleText(page)).toBeVisible();
}
