import { expect, type Page, test } from "@playwright/test";
import { samplePerson, signIn } from "./support/desk.ts";
import { articleText, storeArticle, tabTo } from "./support/text.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.setTimeout(180_000);

/** Invented. What the ferry did is told by the article itself, and from ever further away. */
const ferry = {
  title: "Ferry lost its rudder off Holm",
  text: [
    "Ferry lost its rudder off Holm",
    "The ferry lay still in the sound all morning.",
    "The harbour office said that nobody was hurt.",
    "The Holm Courier reported that a sailor told it that the rudder was patched.",
    "The Courier quoted a memo in which a diver passed on what a welder saw.",
    "The Courier also wrote that the owners were told by letter that a diver heard from a welder that rust came back.",
  ].join("\n\n"),
};

type Hop = { readonly keys: readonly string[]; readonly source: string };
type Marked = { readonly words: string; readonly statement: string; readonly chain: readonly Hop[] };

const courier: Hop = { keys: ["4", "1"], source: "Holm Courier" };
const diver: Hop = { keys: ["3", "1"], source: "a diver" };
const welder: Hop = { keys: ["3", "1"], source: "a welder" };

/** One claim more each time that the article knows at one remove more. */
const claims: readonly Marked[] = [
  { words: "The ferry lay still", statement: "The ferry lay still.", chain: [] },
  {
    words: "nobody was hurt",
    statement: "Nobody was hurt.",
    chain: [{ keys: ["1", "1"], source: "Holm harbour office" }],
  },
  {
    words: "the rudder was patched",
    statement: "The rudder was patched.",
    chain: [courier, { keys: ["3", "1"], source: "a sailor" }],
  },
  {
    words: "what a welder saw",
    statement: "A welder saw it.",
    chain: [courier, { keys: ["5", "1"], source: "a memo" }, diver],
  },
  {
    words: "rust came back",
    statement: "Rust came back.",
    chain: [courier, { keys: ["5", "1"], source: "a letter to the owners" }, diver, welder],
  },
];

class Keys {
  pressed = 0;
  constructor(readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.pressed += 1;
      await this.page.keyboard.press(key);
    }
  }

  async type(words: string): Promise<void> {
    this.pressed += words.length;
    await this.page.keyboard.type(words);
  }
}

const focusedLink = (page: Page, name: string) =>
  page
    .getByRole("region", { name: "How the article knows" })
    .getByRole("button", { name: new RegExp(`^${name}`, "u") });

/** As a hand does: line by line, then word by word. */
async function select(keys: Keys, words: string): Promise<void> {
  const { page } = keys;
  // By words the caret comes to where one ends; what is selected snaps to whole words.
  const behindCaret = () =>
    page.evaluate(() => {
      const { focusNode, focusOffset } = getSelection() ?? {};
      return (focusNode?.textContent?.slice(focusOffset) ?? "").trimStart();
    });
  await keys.press("v", "ControlOrMeta+Home");
  await expect(articleText(page)).toBeFocused();
  for (let step = 0; !(await behindCaret()).startsWith(words); step += 1) {
    if (step > 100) throw new Error(`the caret never came to “${words}”`);
    await keys.press((await behindCaret()).includes(words) ? "ControlOrMeta+ArrowRight" : "ArrowDown");
    if (!(await behindCaret()).includes(words)) await keys.press("Home");
  }
  for (const _ of words.split(" ")) await keys.press("ControlOrMeta+Shift+ArrowRight");
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
}

async function nameSource(keys: Keys, name: string): Promise<void> {
  const { page } = keys;
  await expect(page.getByRole("combobox", { name: "Source" })).toBeFocused();
  await keys.type(name);
  await expect(page.getByRole("option", { name: new RegExp(name, "u") })).toHaveAttribute("data-highlighted");
  await keys.press("Enter");
  const form = page.getByRole("group", { name: "New source" });
  const known = focusedLink(page, name).last();
  await expect(form.or(known).first()).toBeVisible();
  if (await form.isVisible()) await keys.press("Enter");
  await expect(known).toBeFocused();
}

async function mark(keys: Keys, { words, statement, chain: [first, ...further] }: Marked): Promise<void> {
  const { page } = keys;
  await select(keys, words);
  await keys.press(...(first?.keys ?? ["6", "1"]));
  if (first) await nameSource(keys, first.source);
  for (const hop of further) {
    await keys.press("o", ...hop.keys);
    await nameSource(keys, hop.source);
  }
  // With nobody to name, the statement is asked for at once.
  if (first) await keys.press("Enter");
  await expect(page.getByLabel("Statement")).toBeFocused();
  await keys.type(statement);
  await keys.press("Enter", "ControlOrMeta+Enter");
}

test("an article is found, and five claims at five removes are marked and submitted, by keys alone", async ({
  page,
}) => {
  const watched = watch(page);
  await signIn(page, samplePerson("ada.lindqvist"));
  await storeArticle(page, ferry.text);
  await page.goto("/w/sample-desk/p/how-these-articles-know/articles");

  const keys = new Keys(page);
  await keys.press("/");
  await keys.type("rudder off Holm");
  const found = page.getByRole("link", { name: ferry.title }).first();
  await expect(page.getByText("1 article", { exact: true })).toBeVisible();
  await tabTo(page, found);
  await keys.press("Enter");
  await expect(articleText(page)).toContainText("rust came back");

  for (const [depth, marked] of claims.entries()) {
    const before = { pressed: keys.pressed, at: Date.now() };
    await mark(keys, marked);
    await expect(
      page.getByRole("list", { name: "Claims by state" }).getByText(`${depth + 1} submitted`),
    ).toBeVisible();
    const took = `${keys.pressed - before.pressed} presses, ${((Date.now() - before.at) / 1000).toFixed(1)} s`;
    test.info().annotations.push({ type: `a claim at ${depth} removes`, description: took });
  }
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("list", { name: "Claims by state" })).toContainText("5 submitted");
  expectNoProblems(watched);
});
