import { expect, type Page, test } from "@playwright/test";
import { freePort } from "../../lib/platform/embedded/cluster.ts";
import { ferry } from "../fixtures/article.ts";
import { type Installation, startInstallation } from "../support/installation.ts";
import { expectAccessible } from "./support/axe.ts";
import { signIn } from "./support/desk.ts";
import { invite, olga, setUpOwner } from "./support/second.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.describe.configure({ mode: "serial", timeout: 60_000 });

const said = {
  first: "The night ferry stays in port until Thursday.",
  proposed: "The night ferry will not sail before Thursday.",
  later: "The night ferry will perhaps not sail before Thursday.",
};
const API = "/api/v1/workspaces/harbour-desk";

let desk: Installation;
/** The owner, who reviews, and the editor, each in a browser of their own. */
let owner: Page;
let editor: Page;
let problems: ReturnType<typeof watch>[];
let invitation: string;
let claim: { article: string; review: string; api: string };

test.beforeAll(async ({ browser, request }) => {
  test.setTimeout(300_000);
  desk = await startInstallation(await freePort(), { SOURCELINE_SAMPLE: "off" });
  await setUpOwner(request, desk);
  invitation = await invite(request, desk, "ida@example.org");
  const open = async () => (await browser.newContext({ baseURL: desk.address })).newPage();
  [owner, editor] = [await open(), await open()];
  problems = [watch(owner), watch(editor)];
  await signIn(owner, olga);
});

test.afterAll(async () => {
  for (const page of [owner, editor]) await page?.context().close();
  await desk?.stop();
});

async function post<T>(page: Page, path: string, data: unknown): Promise<T> {
  const answer = await page.request.post(`${API}${path}`, { headers: { origin: desk.address }, data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json() as Promise<T>;
}

const statement = (page: Page) => page.getByRole("textbox", { name: "Statement", exact: true });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const states = (page: Page) => page.getByRole("list", { name: "Claims by state" });
const stateNow = async (page: Page) =>
  ((await (await page.request.get(claim.api)).json()) as { state: string }).state;

test("who opens an invitation makes an account, joins, and can work", async () => {
  await editor.goto(invitation);
  await editor.getByLabel("Your name").fill("Ida Editor");
  await editor.getByLabel("Password", { exact: true }).fill("nine dry lanterns glow");
  await expectAccessible(editor, "joining");
  await button(editor, "Join Harbour desk").click();
  await editor.waitForURL(/\/w\/harbour-desk\/p\/[^/]+\/articles/u);
  const project = new URL(editor.url()).pathname.split("/")[4];
  const article = await post<{ id: string; version: { id: string } }>(
    editor,
    `/projects/${project}/articles`,
    { text: ferry.text },
  );
  const start = [...ferry.text.slice(0, ferry.text.indexOf(ferry.byName))].length;
  const { id } = await post<{ id: string }>(editor, `/articles/${article.id}/claims`, {
    versionId: article.version.id,
    spans: [{ start, end: start + [...ferry.byName].length }],
    statement: said.first,
    provenance: "own_observation",
  });
  claim = {
    article: `/w/harbour-desk/articles/${article.id}?claim=${id}`,
    review: `/w/harbour-desk/p/${project}/review`,
    api: `${API}/claims/${id}`,
  };
  await editor.goto(claim.article);
  await expect(statement(editor)).toHaveValue(said.first);
});

test("a submitted claim is withdrawn by its author, and is a draft again", async () => {
  await button(editor, "Submit for review").click();
  await expect(button(editor, "Withdraw")).toBeVisible();
  await expectAccessible(editor, "a submitted claim, before its author");
  await button(editor, "Withdraw").click();
  await expect(button(editor, "Submit for review")).toBeVisible();
  await expect(states(editor)).toContainText("1 draft");
  expect(await stateNow(editor)).toBe("draft");
  await button(editor, "Submit for review").click();
  await expect(button(editor, "Withdraw")).toBeVisible();
});

test("a reviewer proposes another statement, and the author takes it over unchanged", async () => {
  await owner.goto(claim.article);
  await button(owner, "Request changes").click();
  const form = owner.getByRole("form", { name: "Request changes" });
  await form.getByLabel("Words to the author").fill("Keep to what the harbour master said.");
  await form.getByRole("checkbox", { name: /Propose another statement/u }).check();
  await form.getByRole("textbox", { name: "Proposed statement" }).fill(said.proposed);
  await expectAccessible(owner, "proposing another statement");
  await form.getByRole("button", { name: "Request changes" }).click();
  await expect(form).toBeHidden();

  await editor.goto(claim.article);
  await expect(editor.getByText("Olga Owner asks for a change")).toBeVisible();
  await expect(editor.getByRole("region", { name: "Claim" })).toContainText(said.proposed);
  await expectAccessible(editor, "a claim that was sent back with a proposal");
  await button(editor, "Accept the proposal").click();
  await expect(statement(editor)).toHaveValue(said.proposed);
  await expect(states(editor)).toContainText("1 approved");
  expect(await stateNow(editor)).toBe("approved");
});

test("an approved claim is reopened with a reason", async () => {
  await owner.goto(claim.article);
  await button(owner, "Reopen").click();
  const dialog = owner.getByRole("dialog", { name: "Reopen the claim" });
  await expect(dialog.getByRole("button", { name: "Reopen" })).toBeDisabled();
  await dialog.getByLabel("Reason").fill("The harbour master has spoken again.");
  await expectAccessible(owner, "reopening a claim");
  await dialog.getByRole("button", { name: "Reopen" }).click();
  await expect(dialog).toBeHidden();
  await expect(button(owner, "Approve")).toBeVisible();
  expect(await stateNow(owner)).toBe("submitted");
});

test("a decision is taken back by who made it", async () => {
  await owner.goto(claim.review);
  await owner.getByRole("button", { name: /^Approve/u }).click();
  await expect.poll(() => stateNow(owner)).toBe("approved");
  await owner.goto(`${claim.review}?show=approved`);
  await owner
    .getByRole("list", { name: "Claims" })
    .getByRole("button", { name: new RegExp(said.proposed, "u") })
    .click();
  await expect(owner.getByText("Approved.", { exact: true })).toBeVisible();
  await expectAccessible(owner, "an approved claim in the review queue");
  await button(owner, "Take back").click();
  await expect(owner.getByText("Decision taken back")).toBeVisible();
  expect(await stateNow(owner)).toBe("submitted");
  await owner.goto(claim.review);
  await expect(owner.getByText("Taken back.")).toBeVisible();
});

test("an older revision is made the newest from the history", async () => {
  await editor.goto(claim.article);
  await expect(button(editor, "Withdraw")).toBeVisible();
  await statement(editor).fill(said.later);
  await editor.getByRole("tab", { name: "History" }).click();
  const history = editor.getByRole("list", { name: "History, newest first" });
  await expect(history.getByText(said.later)).toBeVisible();
  const first = history.getByRole("listitem").filter({ hasText: "Marked the claim" });
  await expectAccessible(editor, "the history of a claim");
  await first.getByRole("button", { name: "Restore this revision" }).click();
  await expect(history.getByText("Revision 4")).toBeVisible();
  await editor.getByRole("tab", { name: "Claim" }).click();
  await expect(statement(editor)).toHaveValue(said.first);
  await editor.reload();
  await expect(statement(editor)).toHaveValue(said.first);
});

test("who is removed from the workspace is out with the next click", async () => {
  await owner.goto("/w/harbour-desk/settings/members");
  await owner
    .getByRole("row", { name: /Ida Editor/u })
    .getByRole("button", { name: "More" })
    .click();
  await owner.getByRole("menuitem", { name: "Remove…" }).click();
  const sure = owner.getByRole("alertdialog", { name: "Remove Ida Editor?" });
  await expectAccessible(owner, "removing a member");
  await sure.getByRole("button", { name: "Remove" }).click();
  await expect(sure).toBeHidden();
  await expect(owner.getByRole("row", { name: /Ida Editor/u })).toHaveCount(0);

  expect((await editor.request.get(claim.api)).status()).toBe(404);
  await editor.goto("/w/harbour-desk/sources");
  await expect(editor.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(editor.getByText("Harbour desk")).toHaveCount(0);
  await expectAccessible(editor, "a workspace one no longer belongs to");
  expectNoProblems(...problems);
});
