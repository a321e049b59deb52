import { expect, type Page, test } from "@playwright/test";
import { scriptPayloads } from "../security/script-payloads.cases.ts";
import { samplePerson, signIn } from "./support/desk.ts";
import { articleText } from "./support/text.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

const API = "/api/v1/workspaces/sample-desk";
const PROJECT = "/w/sample-desk/p/how-these-articles-know";
const ran = (page: Page) => {
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  return dialogs;
};

type Stored = { id: string; version: { id: string; text: string } };

/** Writes through the API as the page itself would: with the session's cookie and this site's origin. */
async function write<T>(page: Page, path: string, data: unknown): Promise<T> {
  const origin = new URL(page.url()).origin;
  const response = await page.request.post(`${API}${path}`, { headers: { origin }, data });
  expect(response.status(), await response.text()).toBe(201);
  return response.json();
}

test("script in everything people write is shown as words, on every page that shows it", async ({ page }) => {
  test.setTimeout(120_000);
  const watched = watch(page);
  const dialogs = ran(page);
  await signIn(page, samplePerson("rosa.amaral"));
  const payload = scriptPayloads.filter((one) => one.startsWith("<")).join(" ");
  const title = `"><img src=x onerror=alert(1)> ${Date.now()}`;
  const text = scriptPayloads.join("\n\n");
  const details = { outlet: "<svg onload=alert(1)>", byline: "<script>alert(1)</script>" };
  const article = await write<Stored>(page, "/projects/how-these-articles-know/articles", {
    ...{ title, text, notes: payload },
    ...details,
  });
  const source = await write<{ id: string }>(page, "/sources", {
    ...{ name: `<img src=x onerror=alert(2)> ${Date.now()}`, type: "news_media" },
    ...{ identification: "named_institution", notes: payload, aliases: ["<script>alert(3)</script>"] },
  });
  const claim = await write<{ id: string }>(page, `/articles/${article.id}/claims`, {
    versionId: article.version.id,
    spans: [{ start: 0, end: [...(scriptPayloads[0] ?? "")].length }],
    statement: payload,
    chain: [{ category: "media_report", sources: [source.id], cue: [{ start: 0, end: 7 }] }],
  });
  await write(page, `/claims/${claim.id}/comments`, { body: payload });
  for (const path of [
    `${PROJECT}/articles`,
    `/w/sample-desk/articles/${article.id}?claim=${claim.id}`,
    "/w/sample-desk/sources",
    `/w/sample-desk/sources/${source.id}`,
    `${PROJECT}/exports`,
    `${PROJECT}/review`,
  ]) {
    await page.goto(path);
    await expect(page.getByRole("main")).toBeVisible();
    await expect(page.locator("main [onerror], main [onload], main script, main iframe")).toHaveCount(0);
  }
  await page.goto(`/w/sample-desk/articles/${article.id}?claim=${claim.id}`);
  await expect(articleText(page)).toContainText("<script>alert(1)</script>");
  await expect(page.getByLabel("Statement")).toHaveValue(payload);
  await page.getByRole("tab", { name: "Comments" }).click();
  await expect(page.getByRole("tabpanel", { name: "Comments" })).toContainText("<script>alert(1)</script>");
  await page.getByRole("tab", { name: "History" }).click();
  await expect(page.getByRole("tabpanel", { name: "History" })).toBeVisible();
  expect(dialogs).toEqual([]);
  expectNoProblems(watched);
});

test("a page that did put such words in as markup would be caught", async ({ page }) => {
  const dialogs = ran(page);
  await page.setContent("<img src=x onerror=alert('ran')>");
  await expect.poll(() => dialogs).toEqual(["ran"]);
});
