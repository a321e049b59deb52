import { expect, type Page, test } from "@playwright/test";
import { articleWithClaims as articleOf, storedClaims } from "./support/articles.ts";
import { samplePerson, signIn } from "./support/desk.ts";
import { articleText, selectByMouse } from "./support/text.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.setTimeout(120_000);

const TEXT = "Storm closes the quay\n\nThe quay closed at noon. The crane stopped at one. Nobody was hurt.";

/** Claims on the first words, a little further on each. */
const articleWithClaims = (page: Page, statements: readonly string[]) =>
  articleOf(
    page,
    TEXT,
    statements.map((said, place) => {
      const start = TEXT.indexOf("The quay") + place * 4;
      return { statement: said, words: TEXT.slice(start, start + 12) };
    }),
  );
const list = (page: Page) => page.getByRole("tree", { name: "Claims in reading order" });
const statement = (page: Page) => page.getByRole("textbox", { name: "Statement" });
const state = (page: Page, words: string | RegExp) =>
  expect(page.getByText(words, { exact: true })).toBeVisible();

async function rewrite(page: Page, from: string, to: string): Promise<void> {
  await list(page)
    .getByRole("treeitem", { name: new RegExp(from, "u") })
    .click();
  await statement(page).fill(to);
  await statement(page).press("Escape");
  await page.getByRole("button", { name: "All claims" }).click();
  await expect(list(page)).toContainText(to);
}

test("what is written without a network outlives its tab, and goes out once and in order", async ({
  context,
  page,
}) => {
  const watched = watch(page);
  await signIn(page, samplePerson("ada.lindqvist"));
  const article = await articleWithClaims(page, ["The quay shut.", "The crane broke."]);
  const address = `/w/sample-desk/articles/${article}`;
  await page.goto(address);
  await expect(list(page)).toContainText("The crane broke.");
  // Everything the page fetches once it is at leisure is there.
  await selectByMouse(page, "Nobody was hurt");
  await page.keyboard.press("Escape");
  await context.setOffline(true);

  await rewrite(page, "The quay shut.", "The quay closed at noon.");
  await rewrite(page, "The crane broke.", "The crane stopped at one.");
  await selectByMouse(page, "Nobody was hurt");
  await page.keyboard.press("6");
  await page.keyboard.press("1");
  await statement(page).fill("Nobody was hurt.");
  await page.keyboard.press("ControlOrMeta+Enter");
  await state(page, /^Kept on this device/u);
  await page.close();

  const later = await context.newPage();
  const alsoWatched = watch(later);
  const order: string[] = [];
  later.on("request", (request) => {
    if (request.method() !== "GET" && request.url().includes("/claims"))
      order.push(wordsOf(request.postData(), request.url()));
  });
  await context.setOffline(false);
  await later.goto(address);
  await state(later, "Saved");
  await expect(articleText(later)).toBeVisible();
  expect(order).toEqual([
    "The quay closed at noon.",
    "The crane stopped at one.",
    "Nobody was hurt.",
    "submit",
  ]);
  const stored = await storedClaims(later, article);
  expect(stored.map(({ statement, state: now, revision }) => [statement, now, revision])).toEqual([
    ["The quay closed at noon.", "draft", 2],
    ["The crane stopped at one.", "draft", 2],
    ["Nobody was hurt.", "submitted", 1],
  ]);
  await later.reload();
  await state(later, "Saved");
  expect(order).toHaveLength(4);
  expectNoProblems(watched, alsoWatched);
});

function wordsOf(body: string | null, url: string): string {
  const { statement } = JSON.parse(body ?? "{}") as { statement?: string };
  return statement ?? new URL(url).pathname.split("/").at(-1) ?? "";
}

test("what the server refuses stays on the page, and everything else is saved", async ({ context, page }) => {
  await signIn(page, samplePerson("ada.lindqvist"));
  const article = await articleWithClaims(page, ["The quay shut.", "The crane broke."]);
  await page.goto(`/w/sample-desk/articles/${article}`);
  await expect(list(page)).toContainText("The crane broke.");
  // Everything the page fetches once it is at leisure is there.
  await selectByMouse(page, "Nobody was hurt");
  await page.keyboard.press("Escape");
  await context.setOffline(true);
  await rewrite(page, "The quay shut.", "Refuse this one.");
  await rewrite(page, "The crane broke.", "The crane stopped at one.");
  await state(page, /^Kept on this device/u);
  const problem = { type: "about:blank", status: 422, title: "Not right", detail: "It says too little." };
  await context.route("**/claims/*", (route) =>
    route.request().postData()?.includes("Refuse this one.")
      ? route.fulfill({ status: 422, contentType: "application/problem+json", body: JSON.stringify(problem) })
      : route.fallback(),
  );
  await context.setOffline(false);
  await page.reload();
  await page.getByRole("button", { name: "Not saved: It says too little." }).click();
  await expect(statement(page)).toHaveValue("Refuse this one.");
  expect((await storedClaims(page, article)).map(({ statement }) => statement)).toEqual([
    "The quay shut.",
    "The crane stopped at one.",
  ]);
  await page.getByRole("button", { name: "Give up the change" }).click();
  await expect(statement(page)).toHaveValue("The quay shut.");
  await state(page, "Saved");
});

test("somebody else on the same browser neither sees nor sends what the first one left", async ({
  context,
  page,
}) => {
  await signIn(page, samplePerson("ada.lindqvist"));
  const article = await articleWithClaims(page, ["The quay shut."]);
  const address = `/w/sample-desk/articles/${article}`;
  await page.goto(address);
  await expect(list(page)).toContainText("The quay shut.");
  await context.setOffline(true);
  await rewrite(page, "The quay shut.", "Written by Ada alone.");
  await state(page, /^Kept on this device/u);
  // Nothing of it gets through until somebody else is signed in.
  await context.route("**/claims/*", (route) => route.abort());
  await context.setOffline(false);
  await context.clearCookies();
  const other = await context.newPage();
  await signIn(other, samplePerson("ben.okonjo"));
  await context.unroute("**/claims/*");
  await other.goto(address);
  await state(other, "Saved");
  await expect(list(other)).toContainText("The quay shut.");
  // The first one's page is still open, and now tries with the second one's session.
  await page.getByRole("button", { name: /^Kept on this device/u }).click();
  await state(page, /You are not signed in here any more/u);
  expect((await storedClaims(other, article)).map(({ statement }) => statement)).toEqual(["The quay shut."]);
});
