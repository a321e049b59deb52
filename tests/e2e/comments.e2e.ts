import { type Browser, expect, type Page, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe.ts";
import { samplePerson, signIn } from "./support/desk.ts";
import { articleText } from "./support/text.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.describe.configure({ mode: "serial", timeout: 90_000 });

const TITLE = /leaders discuss gas transit/u;
const SCRIPT = '<img src=x onerror="document.title=`run`">';
let ben: Page;
let rosa: Page;
let problems: ReturnType<typeof watch>[];

async function arrive(browser: Browser, name: "ben.okonjo" | "rosa.amaral"): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: "reduce" })).newPage();
  await signIn(page, samplePerson(name));
  return page;
}

test.beforeAll(async ({ browser }) => {
  [ben, rosa] = [await arrive(browser, "ben.okonjo"), await arrive(browser, "rosa.amaral")];
  problems = [watch(ben), watch(rosa)];
});

test.afterAll(async () => {
  for (const page of [ben, rosa]) await page?.context().close();
});

const panel = (page: Page) => page.getByRole("region", { name: "Comments on the article" });
const threadWith = (page: Page, words: string) =>
  panel(page).locator("[data-thread]").filter({ hasText: words });
/** With the page at its top: what is scrolled half under a bar that stays is no smaller for it. */
const expectAccessibleAtTop = async (page: Page, where: string) => {
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectAccessible(page, where);
};
const press = async (page: Page, keys: string, times = 1) => {
  for (let count = 0; count < times; count += 1) await page.keyboard.press(keys);
};

test("words are selected, commented on and somebody is mentioned, by keys alone", async () => {
  await ben.getByRole("link", { name: TITLE }).focus();
  await press(ben, "Enter");
  await expect(articleText(ben)).toBeVisible();
  await articleText(ben).focus();
  await press(ben, "ControlOrMeta+Home");
  await press(ben, "ControlOrMeta+Shift+ArrowRight", 3);
  await expect(ben.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  await press(ben, "Shift+M");
  const box = panel(ben).getByRole("textbox", { name: "Comment on the words" });
  await expect(box).toBeFocused();
  await ben.keyboard.type("@ro");
  await expect(ben.getByRole("option", { name: "Rosa Amaral" })).toHaveAttribute("aria-selected", "true");
  await expectAccessibleAtTop(ben, "people to mention");
  await press(ben, "Enter");
  await ben.keyboard.type(`whose view is this? ${SCRIPT}`);
  await expect(box).toHaveValue(`@Rosa Amaral whose view is this? ${SCRIPT}`);
});

test("what is typed outlives a reload, and is sent as plain text", async () => {
  await ben.reload();
  await articleText(ben).focus();
  await press(ben, "ControlOrMeta+Home");
  await press(ben, "ControlOrMeta+Shift+ArrowRight", 3);
  await expect(ben.getByRole("toolbar", { name: "Selected words" })).toBeVisible();
  await press(ben, "Shift+M");
  const box = panel(ben).getByRole("textbox", { name: "Comment on the words" });
  await expect(box).toHaveValue(/whose view is this/u);
  await press(ben, "ControlOrMeta+Enter");
  const thread = threadWith(ben, "whose view is this?");
  await expect(thread).toContainText(SCRIPT);
  await expect(thread.getByText("@Rosa Amaral", { exact: true })).toBeVisible();
  await expect(ben).not.toHaveTitle("run");
  // The caret is back at the words; `m` leads to what is said of them.
  await expect(articleText(ben)).toBeFocused();
  await press(ben, "m");
  await expect(thread.getByRole("button").first()).toBeFocused();
  await expectAccessibleAtTop(ben, "comments of an article");
});

test("who is mentioned is told, and led there", async () => {
  await expect(rosa.getByRole("button", { name: /Notifications, \d+ unread/u })).toBeVisible();
  await press(rosa, "g");
  await press(rosa, "n");
  await rosa.waitForURL(/\/notifications$/u);
  await expectAccessible(rosa, "notifications");
  const line = rosa.getByRole("link", { name: /Ben Okonjo mentioned you.*gas transit/u }).first();
  await line.focus();
  await press(rosa, "Enter");
  await rosa.waitForURL(/comment=/u);
  await expect(threadWith(rosa, "whose view is this?")).toBeVisible();
  await expect(rosa).not.toHaveTitle("run");
});

test("a thread is answered and resolved by keys alone", async () => {
  const thread = threadWith(rosa, "whose view is this?");
  await thread.getByRole("button", { name: "Answer" }).focus();
  await press(rosa, "Enter");
  await expect(thread.getByRole("textbox", { name: "Answer" })).toBeFocused();
  await rosa.keyboard.type("The headline writer’s.");
  await press(rosa, "ControlOrMeta+Enter");
  await expect(thread.getByRole("list", { name: "Answers" })).toContainText("The headline writer’s.");
  await thread.getByRole("button", { name: "Resolve" }).focus();
  await press(rosa, "Enter");
  await expect(thread.getByRole("list", { name: "Answers" })).toHaveCount(0);
  await expect(thread).toContainText("resolved by you");
  await expect(thread.getByRole("button", { name: /resolved by you/u })).toBeFocused();
});

test("the answer is told to who began the thread, at once", async () => {
  const bell = ben.getByRole("button", { name: /Notifications, \d+ unread/u });
  await expect(bell).toBeVisible();
  await bell.focus();
  await press(ben, "Enter");
  const told = ben.getByRole("dialog", { name: "Notifications" });
  await expect(told.getByText(/Rosa Amaral answered in a thread of yours/u).first()).toBeVisible();
  await expectAccessible(ben, "the newest notifications");
  await told.getByRole("button", { name: "Mark all as read" }).click();
  await expect(ben.getByRole("button", { name: "Notifications", exact: true })).toBeVisible();
});

test("one says when to be written to, and everything fits a phone", async () => {
  await ben.goto("/w/sample-desk/settings/notifications");
  await ben.getByRole("radio", { name: /At once/u }).check();
  await ben.getByRole("checkbox", { name: /Quiet hours/u }).check();
  await expectAccessible(ben, "how to be told");
  await ben.getByRole("button", { name: "Save", exact: true }).click();
  await expect(ben.getByText("Saved", { exact: true }).first()).toBeVisible();
  await ben.reload();
  await expect(ben.getByLabel("From")).toHaveValue("22:00");
  await ben.setViewportSize({ width: 390, height: 844 });
  for (const path of ["settings/notifications", "notifications"]) {
    await ben.goto(`/w/sample-desk/${path}`);
    await expectNoSidewaysScroll(ben);
  }
  expectNoProblems(...problems);
});
