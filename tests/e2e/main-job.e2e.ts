import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { ferry } from "../fixtures/article.ts";
import { expectAccessible } from "./support/axe.ts";
import { firstOwnerLink } from "./support/desk.ts";
import { articleText, drawMouseOver, paste, selectByMouse, tabBackTo, tabTo } from "./support/text.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.setTimeout(180_000);

const PASSWORD = "seven wet herons wait";
const statement = {
  named: "The night ferry does not sail before Thursday.",
  paper: "Two captains refused to leave.",
};

/** From nothing: the printed link makes the owner and the workspace. */
async function setUp(page: Page): Promise<string> {
  await page.goto(await firstOwnerLink());
  await page.getByLabel("Your name").fill("Olga Owner");
  await page.getByLabel("E-mail").fill("olga@example.org");
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByLabel("Name of the workspace").fill("Harbour desk");
  await expectAccessible(page, "first run");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.waitForURL(/\/w\/harbour-desk\/p\/[^/]+\/articles/u);
  await expectAccessible(page, "an empty list of articles");
  return new URL(page.url()).pathname.replace(/\/articles$/u, "");
}

async function importByPaste(page: Page): Promise<string> {
  await page.getByRole("link", { name: "Import the first article" }).click();
  await page.getByLabel("Text of the article").click();
  await paste(page, ferry.text);
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "Text as it will be stored" });
  await expect(preview).toContainText("נמל סגור");
  await expect(preview).toContainText("👩‍✈️👨‍✈️");
  await expect(page.getByLabel("Title")).toHaveValue(ferry.title);
  await expectAccessible(page, "import");
  await page.getByRole("button", { name: "Store the article" }).click();
  await page.waitForURL(/\/articles\/[0-9a-f-]{36}/u);
  await expect(articleText(page)).toContainText(ferry.byName);
  return new URL(page.url()).pathname;
}

const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();
const chain = (page: Page) => page.getByRole("region", { name: "How the article knows" });

async function claimByMouse(page: Page): Promise<void> {
  await selectByMouse(page, ferry.byName);
  await page.keyboard.press("2");
  await expect(page.getByRole("group", { name: "Categories of On the record" })).toBeVisible();
  await page.keyboard.press("1");
  const source = page.getByRole("combobox", { name: "Source" });
  await expect(source).toBeFocused();
  await source.pressSequentially("Ilse Brandt");
  await page.getByRole("option", { name: "New source “Ilse Brandt”" }).click();
  await page.getByRole("button", { name: "Make the source" }).click();
  await expect(page.getByRole("list", { name: "Sources" })).toContainText("Ilse Brandt");
  await page.getByLabel("Statement").fill(statement.named);
  await page.getByRole("button", { name: "Mark the attributing words in the text" }).click();
  await drawMouseOver(page, "said");
  await expect(chain(page)).toContainText("“said”");
  await saved(page);
  await expectAccessible(page, "an article with a claim open");
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByRole("button", { name: "Withdraw" })).toBeVisible();
  await saved(page);
}

/** The whole way without a pointer. */
async function claimByKeys(page: Page): Promise<void> {
  await page.reload();
  await tabTo(page, articleText(page));
  await page.keyboard.press("ControlOrMeta+Home");
  await findByKeys(page, "the Lake");
  await page.keyboard.down("Shift");
  for (const _ of ferry.byPaper.split(" ")) await page.keyboard.press("ControlOrMeta+ArrowRight");
  await page.keyboard.up("Shift");
  await expect(page.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  await page.keyboard.press("4");
  await page.keyboard.press("1");
  await expect(page.getByRole("combobox", { name: "Source" })).toBeFocused();
  await page.keyboard.type("Lake Gazette");
  // Nothing else is called so: the one choice is chosen by Enter.
  const choice = page.getByRole("option", { name: "New source “Lake Gazette”" });
  await expect(choice).toHaveAttribute("data-highlighted");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "New source" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("list", { name: "Sources" })).toContainText("Lake Gazette");
  await tabBackTo(page, page.getByLabel("Statement"));
  await page.keyboard.type(statement.paper);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("button", { name: "Withdraw" })).toBeVisible();
  await saved(page);
}

/** Walks the caret word by word until what follows it begins with these words. */
async function findByKeys(page: Page, words: string): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    const next = await page.evaluate(() => {
      const { focusNode, focusOffset } = getSelection() ?? { focusNode: null, focusOffset: 0 };
      return focusNode?.textContent?.slice(focusOffset).trimStart() ?? "";
    });
    if (next.startsWith(words)) return;
    await page.keyboard.press("ControlOrMeta+ArrowRight");
  }
  throw new Error(`the caret never came to “${words}”`);
}

async function invite(page: Page): Promise<string> {
  await page.goto("/w/harbour-desk/settings/members");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByLabel("E-mail").fill("remy@example.org");
  await page.getByRole("dialog").getByRole("combobox", { name: "Role" }).click();
  await page.getByRole("option", { name: /^Reviewer/u }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByLabel("Invitation for remy@example.org").inputValue();
  await expectAccessible(page, "an invitation");
  await page.getByRole("button", { name: "Done" }).click();
  return link;
}

async function joinAsReviewer(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await expect(page.getByText("invites remy@example.org to Harbour desk as a reviewer")).toBeVisible();
  await page.getByLabel("Your name").fill("Rémy Reviewer");
  await page.getByLabel("Password", { exact: true }).fill("nine dry lanterns glow");
  await expectAccessible(page, "joining");
  await page.getByRole("button", { name: "Join Harbour desk" }).click();
  await page.waitForURL(/\/w\/harbour-desk\/p\//u);
}

/** Approves the one in the queue by a key, and rejects the other beside its text. */
async function review(page: Page, project: string): Promise<void> {
  await page.goto(`${project}/review`);
  const queue = page.getByRole("list", { name: "Claims" });
  await expect(queue.getByRole("listitem")).toHaveCount(2);
  await queue.getByRole("button", { name: new RegExp(statement.named, "u") }).click();
  await expect(page.getByRole("region", { name: "Decision" })).toBeVisible();
  await expectAccessible(page, "the review queue");
  await page.keyboard.press("a");
  await expect(queue.getByRole("listitem")).toHaveCount(1);

  await page.goto(`${project}/articles`);
  await page.getByRole("link", { name: ferry.title }).click();
  const list = page.getByRole("tree", { name: "Claims in reading order" });
  await list.getByRole("treeitem", { name: new RegExp(statement.paper, "u") }).click();
  await page.getByRole("button", { name: "Reject" }).click();
  const form = page.getByRole("form", { name: "Reject" });
  await form.getByRole("combobox", { name: "Reason" }).click();
  await page.getByRole("option").first().click();
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await form.getByLabel("Words to the author").fill("The Gazette names no captain.");
  await expectAccessible(page, "rejecting");
  await form.getByRole("button", { name: "Reject the claim" }).click();
  await expect(form).toBeHidden();
  const states = page.getByRole("list", { name: "Claims by state" });
  await expect(states).toContainText("1 rejected");
  await expect(states).toContainText("1 approved");
}

async function download(page: Page): Promise<string> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download now" }).click();
  return readFileSync(await (await waiting).path(), "utf8");
}

type Api = {
  items: { id: string; statement: string; state: string; spans: { start: number; end: number }[] }[];
};
type Exported = { claims: { id: string; statement: string; state: string }[] };

async function exportAndCompare(page: Page, project: string): Promise<void> {
  const api: Api = await (
    await page.request.get("/api/v1/workspaces/harbour-desk/claims?state=approved")
  ).json();
  expect(api.items.map((claim) => claim.statement)).toEqual([statement.named]);
  const [approved] = api.items;
  const span = approved?.spans[0];
  expect([...ferry.text].slice(span?.start, span?.end).join("")).toBe(ferry.byName);

  await page.goto(`${project}/exports`);
  await expect(page.getByRole("heading", { name: "Exports" })).toBeVisible();
  await expectAccessible(page, "exports");
  const json: Exported = JSON.parse(await download(page));
  expect(json.claims.map(({ id, state }) => ({ id, state }))).toEqual([
    { id: approved?.id, state: "approved" },
  ]);
  expect(JSON.stringify(json)).toContain("Ilse Brandt");
  expect(JSON.stringify(json)).not.toContain('Lake Gazette reported that two captains had refused to leave"');

  await page.getByRole("combobox", { name: "Format" }).click();
  await page.getByRole("option", { name: /^CSV/u }).click();
  const rows = (await download(page)).trim().split(/\r?\n/u);
  expect(rows).toHaveLength(2);
  expect(rows[1]).toContain(statement.named);
  expect(rows[1]).toContain(approved?.id);
}

test("a desk settles how an article knows: from the first link to the exported file", async ({
  page,
  browser,
}) => {
  const watched = watch(page);
  const project = await setUp(page);
  const article = await importByPaste(page);
  await claimByMouse(page);
  await claimByKeys(page);
  const link = await invite(page);
  const context = await browser.newContext();
  const other = await context.newPage();
  const alsoWatched = watch(other);
  await joinAsReviewer(other, link);
  await review(other, project);
  await page.goto(article);
  await expect(page.getByRole("list", { name: "Claims by state" })).toContainText("1 approved");
  await exportAndCompare(page, project);
  await context.close();
  expectNoProblems(watched, alsoWatched);
});
