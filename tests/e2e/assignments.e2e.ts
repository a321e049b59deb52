import { type Browser, expect, type Page, test } from "@playwright/test";
import { freePort } from "../../lib/platform/embedded/cluster.ts";
import { type Installation, startInstallation } from "../support/installation.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe.ts";
import { signIn } from "./support/desk.ts";
import { invite, olga, setUpOwner } from "./support/second.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.describe.configure({ mode: "serial", timeout: 60_000 });

const API = "/api/v1/workspaces/harbour-desk";
const titles = ["Fog keeps the ferry in port", "Gulls take the pier", "Harbour lamps stay dark"] as const;
const password = "nine dry lanterns glow";

let desk: Installation;
let admin: Page;
let editor: Page;
let problems: ReturnType<typeof watch>[];
let articles: { id: string; version: { id: string } }[] = [];
let list: string;

test.beforeAll(async ({ browser, playwright, request }) => {
  test.setTimeout(300_000);
  desk = await startInstallation(await freePort(), { SOURCELINE_SAMPLE: "off" });
  await setUpOwner(request, desk);
  for (const [email, name] of [
    ["ida@example.org", "Ida Editor"],
    ["jon@example.org", "Jon Editor"],
  ] as const) {
    const token = new URL(await invite(request, desk, email)).hash.slice(1);
    const address = `${desk.address}/api/v1/identity/invitations/accept`;
    const newcomer = await playwright.request.newContext();
    const made = await newcomer.post(address, {
      headers: { origin: desk.address },
      data: { token, name, password },
    });
    expect(made.ok(), await made.text()).toBe(true);
    await newcomer.dispose();
  }
  [admin, editor] = [await open(browser), await open(browser)];
  problems = [watch(admin), watch(editor)];
  await signIn(admin, olga);
  list = new URL(admin.url()).pathname;
  const project = list.split("/")[4];
  for (const title of titles) {
    const text = `${title}\n\nThe harbour master said so on Monday.`;
    articles = [...articles, await post(admin, `/projects/${project}/articles`, { text, title })];
  }
  await signIn(editor, { email: "ida@example.org", password });
});

test.afterAll(async () => {
  for (const page of [admin, editor]) await page?.context().close();
  await desk?.stop();
});

const open = async (browser: Browser) => (await browser.newContext({ baseURL: desk.address })).newPage();

async function post<T>(page: Page, path: string, data: unknown, revision?: number): Promise<T> {
  const headers = {
    origin: desk.address,
    ...(revision === undefined ? {} : { "if-match": `"r${revision}"` }),
  };
  const answer = await page.request.post(`${API}${path}`, { headers, data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json() as Promise<T>;
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const section = (page: Page, name: string | RegExp) => page.getByRole("region", { name });

test("an admin gives several articles out by rule, and reads before what that will mean", async () => {
  await admin.goto(`${list}?sort=title`);
  const first = admin.getByRole("checkbox", { name: `Select “${titles[0]}”` });
  await first.check();
  await admin.getByRole("checkbox", { name: `Select “${titles[2]}”` }).click({ modifiers: ["Shift"] });
  await expect(admin.getByText("3 selected")).toBeVisible();
  await expectAccessible(admin, "articles selected");
  await button(admin, "Assign…").click();

  const dialog = admin.getByRole("dialog", { name: "Assign 3 articles" });
  await button(admin, "Assign").last().click();
  await expect(dialog.getByText("Choose at least one person.")).toBeVisible();
  await dialog.getByRole("checkbox", { name: "Ida Editor" }).check();
  await dialog.getByRole("checkbox", { name: "Jon Editor" }).check();
  await dialog.getByRole("radio", { name: /least busy/u }).check();
  await dialog.getByLabel("How many for each", { exact: true }).fill("5");
  await expect(dialog.getByText("Only 2 people are chosen: write 2 or less.")).toBeVisible();
  await dialog.getByLabel("How many for each", { exact: true }).fill("1");
  await dialog.getByLabel("Due", { exact: true }).fill("2001-01-01");
  await expect(dialog.getByText("This day is over. Choose today or later.")).toBeVisible();
  await dialog.getByLabel("Due", { exact: true }).fill("2090-01-01");
  await dialog.getByLabel("Note", { exact: true }).fill("Mind the harbour master’s words.");
  await expect(dialog.getByText("3 assignments to 2 people.")).toBeVisible();
  await expectAccessible(admin, "giving articles out");
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(admin.getByText("3 assignments given")).toBeVisible();
  const row = admin.getByRole("row", { name: new RegExp(titles[0], "u") });
  await expect(row.getByRole("img", { name: "Ida Editor" })).toBeVisible();
  await expect(row.getByText("due 1 Jan 2090")).toBeVisible();
});

test("the list is narrowed to what nobody, or somebody, has", async () => {
  await admin.goto(`${list}?assignee=nobody`);
  await expect(admin.getByText("Somebody works on each of these articles.")).toBeVisible();
  await admin.getByRole("combobox", { name: "Assigned to" }).click();
  await admin.getByRole("option", { name: "Assigned to Jon Editor" }).click();
  await expect(admin.getByRole("link", { name: titles[1] })).toBeVisible();
  await expect(admin.getByRole("link", { name: titles[0] })).toBeHidden();
});

test("several articles go into the trash together, and come back by one press", async () => {
  await admin.goto(list);
  await admin.getByRole("checkbox", { name: "Select all shown" }).check();
  await button(admin, "Trash").last().click();
  await expect(admin.getByText("3 articles put into the trash")).toBeVisible();
  await expect(admin.getByRole("link", { name: titles[0] })).toBeHidden();
  await button(admin, "Undo").click();
  for (const title of titles) await expect(admin.getByRole("link", { name: title })).toBeVisible();
});

test("an editor finds it in their work, hands one over and finishes the other by the keyboard", async () => {
  await editor.keyboard.press("g");
  await editor.keyboard.press("w");
  await editor.waitForURL(/\/my-work/u);
  const given = section(editor, /^Assigned to you/u);
  await expect(given.getByRole("listitem")).toHaveCount(2);
  await expect(given.getByText("Mind the harbour master’s words.").first()).toBeVisible();
  await expectAccessible(editor, "my work");

  await editor.keyboard.press("j");
  await expect(given.getByRole("link", { name: titles[0] })).toBeFocused();
  await editor.keyboard.press("h");
  const dialog = editor.getByRole("dialog", { name: "Hand it over" });
  await dialog.getByRole("button", { name: "Hand over" }).click();
  await expect(dialog.getByText("Choose who goes on with it.")).toBeVisible();
  await dialog.getByRole("combobox", { name: "Colleague" }).click();
  await editor.getByRole("option", { name: /Jon Editor/u }).click();
  await expectAccessible(editor, "handing an article over");
  await dialog.getByRole("button", { name: "Hand over" }).click();
  await expect(dialog).toBeHidden();
  await expect(given.getByRole("listitem")).toHaveCount(1);

  await editor.keyboard.press("j");
  await expect(given.getByRole("link", { name: titles[2] })).toBeFocused();
  await editor.keyboard.press("f");
  await expect(section(editor, /^Done lately/u).getByRole("link", { name: titles[2] })).toBeVisible();
  await expect(editor.getByText("Nothing waits for you")).toBeVisible();
  await expectAccessible(editor, "no work left");
});

test("what was sent back opens the claim, with what was asked", async () => {
  const [{ id: article, version }] = articles as [(typeof articles)[number]];
  const text = "The harbour master said so";
  const start = [...`${titles[0]}\n\n`].length;
  const { id } = await post<{ id: string }>(editor, `/articles/${article}/claims`, {
    versionId: version.id,
    spans: [{ start, end: start + text.length }],
    statement: "The ferry stays",
    provenance: "own_observation",
  });
  await post(editor, `/claims/${id}/submit`, undefined, 1);
  const decision = { decision: "request_changes", comment: "On which Monday?" };
  await post(admin, `/claims/${id}/reviews`, decision, 1);

  await editor.reload();
  const back = section(editor, /^Sent back to you/u);
  await expect(back.getByText("On which Monday?")).toBeVisible();
  await expectAccessible(editor, "a claim sent back");
  await editor.keyboard.press("j");
  await editor.keyboard.press("Enter");
  await editor.waitForURL(new RegExp(`articles/${article}\\?claim=${id}`, "u"));
  await expect(editor.getByRole("textbox", { name: "Statement", exact: true })).toHaveValue(
    "The ferry stays",
  );
});

test("an article says who has it, and an admin gives it out from there", async () => {
  const third = articles[2]?.id;
  await admin.goto(`/w/harbour-desk/articles/${third}`);
  await button(admin, "Assign…").click();
  const dialog = admin.getByRole("dialog", { name: "Assign the article" });
  await dialog.getByRole("checkbox", { name: "Olga Owner" }).check();
  await dialog.getByRole("button", { name: "Assign", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(admin.getByRole("img", { name: "Olga Owner" })).toBeVisible();
  await button(admin, "Article").click();
  await admin.getByRole("menuitem", { name: "Activity" }).click();
  await admin.waitForURL(/\/activity\?article=/u);
  const happened = admin.getByRole("list", { name: "What happened, newest first" });
  await expect(happened.getByRole("listitem").first()).toContainText(`You assigned ${titles[2]} to yourself`);
  await expect(happened).toContainText(`Ida Editor finished ${titles[2]}`);
  await expect(happened).not.toContainText(titles[1]);
});

test("what happened is read by person and subject, and opens what it speaks of", async () => {
  await admin.goto("/w/harbour-desk/activity?about=reviews");
  const happened = admin.getByRole("list", { name: "What happened, newest first" });
  await expect(happened.getByRole("listitem")).toHaveCount(2);
  await expectAccessible(admin, "activity");
  await admin.getByRole("combobox", { name: "Who" }).click();
  await admin.getByRole("option", { name: "Ida Editor" }).click();
  await expect(happened.getByRole("listitem")).toHaveCount(1);
  await expect(happened).toContainText(`Ida Editor submitted The ferry stays in ${titles[0]}`);
  await admin.setViewportSize({ width: 390, height: 800 });
  await expectNoSidewaysScroll(admin);
  await admin.setViewportSize({ width: 1280, height: 720 });
  await happened.getByRole("link", { name: "The ferry stays" }).click();
  await admin.waitForURL(/\?claim=/u);
  expectNoProblems(...problems);
});
