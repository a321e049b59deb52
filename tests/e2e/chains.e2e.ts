import { expect, type Page, test } from "@playwright/test";
import { expectAccessible } from "./support/axe.ts";
import { samplePerson, signIn } from "./support/desk.ts";
import { articleText, storeArticle } from "./support/text.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.setTimeout(180_000);

/** Invented. One paragraph comes by way of a paper, the next from a ministry that is quoted twice. */
const dam = {
  title: "East wall of the Orla dam has moved",
  text: [
    "East wall of the Orla dam has moved",
    "The Orla Gazette reported that a senior engineer told it that the east wall has moved by a hand. It said that the pumps run day and night.",
    "The water ministry said that the dam holds. Its spokesman added that the wall is sound.",
    "Nobody stood on the bridge at noon.",
  ].join("\n\n"),
};

/** Everything from here on is done without a pointer. */
async function openArticle(page: Page): Promise<void> {
  await signIn(page, samplePerson("ada.lindqvist"));
  await storeArticle(page, dam.text);
}

const chain = (page: Page) => page.getByRole("region", { name: "How the article knows" });
const link = (page: Page, name: string) =>
  chain(page).getByRole("button", { name: new RegExp(`^${name}`, "u") });
const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Walks the caret through the text from its beginning and selects these words, as a hand does. */
async function selectByKeys(page: Page, words: string): Promise<void> {
  await press(page, "v", "ControlOrMeta+Home");
  await expect(articleText(page)).toBeFocused();
  const behindCaret = () =>
    page.evaluate(() => {
      const { focusNode, focusOffset } = getSelection() ?? {};
      return focusNode?.textContent?.slice(focusOffset) ?? "";
    });
  for (let step = 0; !(await behindCaret()).startsWith(words); step += 1) {
    if (step > 300) throw new Error(`the caret never came to “${words}”`);
    const isFar = !(await behindCaret()).includes(words);
    await page.keyboard.press(isFar ? "ArrowDown" : "ArrowRight");
    if (isFar) await page.keyboard.press("Home");
  }
  await page.keyboard.down("Shift");
  for (const _ of words) await page.keyboard.press("ArrowRight");
  await page.keyboard.up("Shift");
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
}

/** Types a name into the field that has asked for it; a source not known yet is made. */
async function nameSource(page: Page, name: string): Promise<void> {
  await expect(page.getByRole("combobox", { name: "Source" })).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole("option", { name: new RegExp(name, "u") })).toHaveAttribute("data-highlighted");
  await page.keyboard.press("Enter");
  const form = page.getByRole("group", { name: "New source" });
  await expect(form.or(link(page, name)).first()).toBeVisible();
  if (await form.isVisible()) await page.keyboard.press("Enter");
  await expect(link(page, name)).toBeFocused();
}

async function writeStatement(page: Page, words: string): Promise<void> {
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Statement")).toBeFocused();
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
}

async function decideFurtherLink(page: Page): Promise<void> {
  await press(page, "o", "d");
  const panel = page.getByRole("dialog", { name: "How did it get from there?" });
  await expect(panel).toBeFocused();
  await expect(panel).toContainText("another news outlet");
  await press(page, "n", "n", "n", "n", "y", "y", "Backspace");
  await expect(panel).toContainText("several reporters");
  await press(page, "n", "n", "n", "n", "n", "y");
  await expect(panel.getByRole("region", { name: "About Unnamed but described" })).toBeVisible();
  await expectAccessible(page, "a guided decision");
  await press(page, "Enter");
}

test("a chain is asked for, built, taken over, turned round and nested by keys alone", async ({ page }) => {
  const watched = watch(page);
  await openArticle(page);

  await selectByKeys(page, "the east wall has moved by a hand");
  await press(page, "4");
  await expect(page.getByRole("group", { name: "Categories of Other media" })).toBeVisible();
  await press(page, "i");
  await expect(page.getByRole("region", { name: "About Another outlet's report" })).toBeVisible();
  await expectAccessible(page, "the codebook beside the categories");
  await press(page, "i", "1");
  await nameSource(page, "Orla Gazette");
  await decideFurtherLink(page);
  await nameSource(page, "a senior engineer");
  await expect(
    page.getByRole("img", { name: "this article ← Orla Gazette ← a senior engineer" }),
  ).toBeVisible();
  await press(page, "<");
  await expect(
    page.getByRole("img", { name: "this article ← a senior engineer ← Orla Gazette" }),
  ).toBeVisible();
  await press(page, ">");
  await expect(
    page.getByRole("img", { name: "this article ← Orla Gazette ← a senior engineer" }),
  ).toBeVisible();
  await expectAccessible(page, "a chain with its picture");
  await writeStatement(page, "The east wall has moved.");

  await selectByKeys(page, "the pumps run day and night");
  await press(page, "b");
  await expect(page.getByLabel("Statement")).toBeFocused();
  await press(page, "Escape");
  await expect(link(page, "Orla Gazette")).toBeVisible();

  await selectByKeys(page, "the dam holds");
  await press(page, "1", "4");
  await nameSource(page, "the water ministry");
  await selectByKeys(page, "the wall is sound");
  await press(page, "=", "Escape");
  await expect(page.getByLabel("Statement")).toBeVisible();
  await expect(link(page, "the water ministry")).toBeVisible();
  await saved(page);

  await selectByKeys(page, "a senior engineer told it that the east wall has moved by a hand");
  await press(page, "4", "1");
  await nameSource(page, "Orla Gazette");
  await press(page, "j");
  await expect(page.getByLabel("Statement")).toHaveValue("The east wall has moved.");
  await press(page, "Shift+N");
  await expect(chain(page)).toContainText("Its first link comes from there.");
  await expect(link(page, "Orla Gazette.*inherited")).toBeVisible();
  await press(page, "Escape");
  await expectAccessible(page, "a nested claim");
  await press(page, "ControlOrMeta+Z");
  await expect(chain(page)).not.toContainText("Its first link comes from there.");
  await press(page, "ControlOrMeta+Shift+Z");
  await expect(chain(page)).toContainText("Its first link comes from there.");
  await saved(page);

  await page.reload();
  await expect(chain(page)).toContainText("Its first link comes from there.");
  await press(page, "?");
  const help = page.getByRole("dialog", { name: /Keyboard/u });
  for (const action of [
    "Decide step by step",
    "Same as the claim last tagged",
    "Nest in the claim around it",
  ]) {
    await expect(help).toContainText(action);
  }
  expectNoProblems(watched);
});
