import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import type { SignedManifest } from "#lib/contracts/exports.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe.ts";
import { samplePerson, signIn } from "./support/desk.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.setTimeout(180_000);

const EXPORTS = "/w/sample-desk/p/how-these-articles-know/exports";

async function choose(page: Page, label: string, option: RegExp): Promise<void> {
  await page.getByRole("combobox", { name: label, exact: true }).click();
  await page.getByRole("option", { name: option }).click();
}

type Saved = { readonly name: string; readonly bytes: Buffer };

async function save(page: Page, link: RegExp): Promise<Saved> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).first().click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const drop = (page: Page, ...files: readonly Saved[]) =>
  page
    .getByLabel(/^(Drop|Now drop)/u)
    .locator("input[type=file]")
    .or(page.locator("input[type=file]"))
    .first()
    .setInputFiles(
      files.map(({ name, bytes }) => ({ name, mimeType: "application/octet-stream", buffer: bytes })),
    );

const verdict = (page: Page) => page.getByRole("region", { name: "Verdict" });

/** What is chosen, narrowed down and looked at; ends with the file kept and downloaded, and its manifest. */
async function keepSome(page: Page): Promise<{ file: Saved; manifest: Saved }> {
  await page.goto(EXPORTS);
  await choose(page, "Format", /^CSV/u);
  await expect(page.getByText("the articles’ text; headings and paragraphs", { exact: false })).toBeVisible();
  const preview = page.getByRole("region", { name: "First rows of the table" });
  await expect(preview.getByRole("columnheader", { name: "statement", exact: true })).toBeVisible();
  const before = await preview.getByRole("row").count();
  await page.getByText("Narrow it down").click();
  await expectAccessible(page, "exports, with every filter");
  await page.getByRole("searchbox", { name: "Words" }).fill("no article says this anywhere");
  await expect(page.getByText("Nothing is in it yet", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Take all again" }).click();
  await expect(preview.getByRole("row")).toHaveCount(before);

  await page.getByRole("button", { name: "Keep it" }).click();
  const kept = page.getByRole("list", { name: "Kept exports" }).getByRole("listitem").first();
  await expect(kept).toContainText("Approved claims as CSV");
  await expect(kept).toContainText("Ada Lindqvist");
  await expect(kept.getByRole("link", { name: /^Download /u })).toBeVisible({ timeout: 60_000 });
  await expect(kept).toContainText(/\d+ claims?.*event \d+/su);
  await expectAccessible(page, "kept exports");
  return { file: await save(page, /^Download /u), manifest: await save(page, /^Manifest of /u) };
}

test("what is kept is verified later: genuine, altered by one byte, forged", async ({ page, browser }) => {
  const watched = watch(page);
  await signIn(page, samplePerson("ada.lindqvist"));
  const { file, manifest } = await keepSome(page);
  expect(manifest.name).toBe(`${file.name}.manifest.json`);

  // A stranger, who is not signed in.
  const context = await browser.newContext();
  const stranger = await context.newPage();
  const alsoWatched = watch(stranger);
  await stranger.goto("/verify");
  await expect(stranger.getByRole("heading", { name: "Verify a file" })).toBeVisible();
  await expectAccessible(stranger, "verify, empty");
  const keys = await context.request.get("/.well-known/sourceline-keys.json");
  expect(await keys.json()).toMatchObject({ keys: [{ kty: "OKP", crv: "Ed25519" }] });
  const schema = await context.request.get("/schemas/sourceline-1.json");
  expect(await schema.json()).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
  const sent: string[] = [];
  stranger.on("request", (request) => sent.push(request.postData() ?? ""));
  await drop(stranger, file, manifest);
  await expect(verdict(stranger)).toContainText("Genuine");
  await expect(verdict(stranger)).toContainText("How these articles know");
  expect(sent.join()).not.toContain(file.bytes.toString("utf8").split("\n")[1]?.slice(40, 80));
  await expectAccessible(stranger, "verify, genuine");

  const changed = Buffer.from(file.bytes);
  changed[changed.length - 3] = (changed[changed.length - 3] ?? 0) ^ 1;
  await drop(stranger, { name: file.name, bytes: changed });
  await expect(verdict(stranger)).toContainText("Altered");
  await expectAccessible(stranger, "verify, altered");

  const said = JSON.parse(manifest.bytes.toString("utf8")) as SignedManifest; // Written by the contract.
  const grown = {
    ...said,
    manifest: { ...said.manifest, counts: { ...said.manifest.counts, claims: 9_999 } },
  };
  await drop(stranger, file, { name: manifest.name, bytes: Buffer.from(JSON.stringify(grown)) });
  await expect(verdict(stranger)).toContainText("Forged");
  await drop(stranger, { name: manifest.name, bytes: Buffer.from('{"manifest":1,"signature":2}') });
  await expect(stranger.getByText("The manifest is not whole")).toBeVisible();
  await context.close();
  expectNoProblems(watched, alsoWatched);
});

test("a member looks a file up without its manifest, and takes an export away", async ({ page }) => {
  const watched = watch(page);
  await signIn(page, samplePerson("rosa.amaral"));
  await page.goto(EXPORTS);
  await choose(page, "Claims", /^All states/u);
  await page.getByRole("button", { name: "Keep it" }).click();
  const kept = page.getByRole("list", { name: "Kept exports" }).getByRole("listitem").first();
  await expect(kept).toContainText("Claims in all states as JSON");
  await expect(kept.getByRole("link", { name: /^Download /u })).toBeVisible({ timeout: 60_000 });
  const file = await save(page, /^Download /u);

  await kept.getByRole("button", { name: /^More for/u }).click();
  await page.getByRole("menuitem", { name: "Export what changed since" }).click();
  await expect(page.getByText("only what changed since an earlier export")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Claims", exact: true })).toContainText("All states");
  await choose(page, "Format", /^Excel/u);
  await expect(page.getByText("cannot say which claims are no more", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "Keep it" })).toBeDisabled();

  await page.getByRole("link", { name: "Verify a file" }).click();
  await drop(page, file);
  await expect(verdict(page)).toContainText("Genuine");
  await expect(verdict(page)).toContainText("kept here");
  await page.getByRole("link", { name: "Back to the exports" }).click();

  await page.getByRole("tab", { name: "Kept exports" }).click();
  await kept.getByRole("button", { name: /^More for/u }).click();
  await page.getByRole("menuitem", { name: "Take away…" }).click();
  await page.getByRole("button", { name: "Take away", exact: true }).click();
  await expect(kept).toContainText("File taken away");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, "kept exports on a phone");
  expectNoProblems(watched);
});
