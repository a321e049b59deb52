import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { articleWithClaims, storedClaims } from "./support/articles.ts";
import { expectAccessible } from "./support/axe.ts";
import { samplePerson, signIn } from "./support/desk.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.setTimeout(180_000);

const TEXT =
  "Ferry runs again\n\nThe ferry left at six. Two hundred people were aboard. The captain said it was calm.";
const CLAIMS = [
  { statement: "The ferry left at six.", words: "The ferry left at six" },
  { statement: "Two hundred people were aboard.", words: "Two hundred people were aboard" },
  { statement: "It was calm.", words: "it was calm" },
];

const tree = (page: Page) => page.getByRole("tree", { name: "Claims in reading order" });
const statement = (page: Page) => page.getByRole("textbox", { name: "Statement" });
const open = async (page: Page, words: string) => {
  await tree(page)
    .getByRole("treeitem", { name: new RegExp(words, "u") })
    .click();
  await expect(statement(page)).toHaveValue(words);
};
const back = (page: Page) => page.getByRole("button", { name: "All claims" }).click();
const write = async (page: Page, words: string) => {
  await statement(page).fill(words);
  await statement(page).blur();
};
const isSaved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();
const also = (page: Page) => page.getByRole("list", { name: "Also here" });

/** Three people with a browser each, at one article of their own. */
async function desk(contexts: readonly BrowserContext[]): Promise<{ pages: Page[]; article: string }> {
  const people = ["ada.lindqvist", "ben.okonjo", "rosa.amaral"] as const;
  const pages = await Promise.all(contexts.map((context) => context.newPage()));
  for (const [at, page] of pages.entries()) await signIn(page, samplePerson(people[at] ?? people[0]));
  const [first] = pages;
  if (!first) throw new Error("nobody is there");
  const article = await articleWithClaims(first, TEXT, CLAIMS);
  for (const page of pages) {
    await page.goto(`/w/sample-desk/articles/${article}`);
    await expect(tree(page)).toContainText("It was calm.");
  }
  return { pages, article };
}

test("three people work on one article: each sees the others, and nothing anybody wrote is lost", async ({
  browser,
}) => {
  const contexts = await Promise.all([1, 2, 3].map(() => browser.newContext()));
  const { pages, article } = await desk(contexts);
  const [ada, ben, rosa] = pages;
  if (!ada || !ben || !rosa) throw new Error("somebody is missing");
  const watched = [ada, ben, rosa].map((page) => watch(page));

  await expect(also(ada).getByRole("listitem")).toHaveCount(2);
  await open(ada, "The ferry left at six.");
  await open(ben, "The ferry left at six.");
  await expect(ben.getByText("Ada Lindqvist here, too")).toBeVisible();
  await statement(ada).press("End");
  await statement(ada).pressSequentially(" It");
  await expect(ben.getByText("Ada Lindqvist typing")).toBeVisible();
  await expectAccessible(ben, "an article with others in it");

  // What one saves the other sees, without asking.
  await write(ada, "The ferry left at six in the evening.");
  await expect(statement(ben)).toHaveValue("The ferry left at six in the evening.");
  await expect(tree(rosa)).toContainText("The ferry left at six in the evening.");

  // One is cut off, and goes on; meanwhile the other changes something else of the same claim, and another claim.
  const [, bensNetwork] = contexts;
  await bensNetwork?.setOffline(true);
  await write(ben, "The ferry left at six in the evening, late.");
  await expect(ben.getByText(/^Kept on this device/u)).toBeVisible();
  await ada.locator("summary", { hasText: "Kind of claim" }).click();
  await ada.getByRole("combobox", { name: "Kind of claim" }).click();
  await ada.getByRole("option", { name: /^Event\b/u }).click();
  await isSaved(ada);
  await back(ada);
  await open(ada, "It was calm.");
  await write(ada, "It was calm, the captain said.");
  await isSaved(ada);
  await bensNetwork?.setOffline(false);
  await isSaved(ben);
  await expect(tree(rosa)).toContainText("The ferry left at six in the evening, late.");

  // Another's tab is closed in the middle of a word: what was there at the last pause is there still.
  await open(rosa, "Two hundred people were aboard.");
  await statement(rosa).fill("Two hundred people were aboard, and a dog.");
  await expect
    .poll(async () => (await storedClaims(ada, article)).map((claim) => claim.statement))
    .toContain("Two hundred people were aboard, and a dog.");
  await statement(rosa).press("End");
  await statement(rosa).press("!");
  await rosa.close();
  const again = (await contexts[2]?.newPage()) ?? rosa;
  const alsoWatched = watch(again);
  await again.goto(`/w/sample-desk/articles/${article}`);
  await isSaved(again);
  await expect(tree(again)).toContainText("Two hundred people were aboard, and a dog.");
  await expectAccessible(again, "an article others are in");

  const stored = await storedClaims(ada, article);
  expect(stored.map((claim) => claim.statement).toSorted()).toEqual([
    "It was calm, the captain said.",
    "The ferry left at six in the evening, late.",
    expect.stringMatching(/^Two hundred people were aboard, and a dog\.!?$/u),
  ]);
  expectNoProblems(...watched.slice(0, 2), alsoWatched);
  for (const context of contexts) await context.close();
});

test("two who change the same words choose between them, and what is removed is said", async ({
  browser,
}) => {
  const contexts = await Promise.all([1, 2].map(() => browser.newContext()));
  const { pages, article } = await desk(contexts);
  const [ada, ben] = pages;
  if (!ada || !ben) throw new Error("somebody is missing");
  await open(ada, "It was calm.");
  await open(ben, "It was calm.");
  await contexts[1]?.setOffline(true);
  await write(ben, "The sea was calm.");
  await expect(ben.getByText(/^Kept on this device/u)).toBeVisible();
  await write(ada, "The wind was calm.");
  await isSaved(ada);
  await contexts[1]?.setOffline(false);
  await expect(ben.getByText(/^Conflict/u)).toBeVisible();
  await expect(ben.getByText("The wind was calm.").first()).toBeVisible();
  await expectAccessible(ben, "a conflict");
  await ben.getByRole("button", { name: "Save mine" }).click();
  await isSaved(ben);
  await expect(statement(ada)).toHaveValue("The sea was calm.");

  await back(ben);
  await open(ben, "Two hundred people were aboard.");
  await back(ada);
  await open(ada, "Two hundred people were aboard.");
  await ada.getByRole("button", { name: "Remove the claim" }).click();
  await expect(ben.getByText("Ada Lindqvist removed the claim you had open")).toBeVisible();
  expect((await storedClaims(ada, article)).map((claim) => claim.statement)).not.toContain(
    "Two hundred people were aboard.",
  );
  for (const context of contexts) await context.close();
});

test("a page that is given no stream of events says so, goes on saving, and is live once it is", async ({
  context,
}) => {
  // As the server answers whoever has as many open as one person may.
  const refuse = { status: 429, headers: { "retry-after": "30" }, json: { title: "Too many" } };
  await context.route(/\/events(?:\?|$)/u, (route) => route.fulfill(refuse));
  const { pages } = await desk([context]);
  const [ada] = pages;
  if (!ada) throw new Error("nobody is there");
  const notLive = ada.getByText("Not live");
  await expect(notLive).toBeVisible();
  await open(ada, "It was calm.");
  await write(ada, "It was quite calm.");
  await isSaved(ada);
  await context.unroute(/\/events(?:\?|$)/u);
  await expect(notLive).toBeHidden({ timeout: 30_000 });
});
