import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe.ts";
import { samplePerson, signIn } from "./support/desk.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

const LIST = "/w/sample-desk/p/how-these-articles-know/articles";
const BRIDGE = /Tsalkia moved rocket launchers/u;

test("the sample shows three articles with the mix of each", async ({ page }) => {
  const watched = watch(page);
  await signIn(page, samplePerson("ada.lindqvist"));
  await expect(page).toHaveURL(new RegExp(LIST, "u"));
  const rows = page
    .getByRole("table")
    .getByRole("row")
    .filter({ has: page.getByRole("link", { name: /Tsalkia|Skarn Bridge/u }) });
  await expect(
    rows.filter({ hasText: /Progress: .*\d/u }).filter({ hasText: /Provenance: .*\d/u }),
  ).toHaveCount(3);
  await expectAccessible(page, "the list of articles");
  expectNoProblems(watched);
});

test("an article is walked through by keys, and each claim has an address", async ({ page }) => {
  const watched = watch(page);
  await signIn(page, samplePerson("ada.lindqvist"));
  await page.getByRole("link", { name: BRIDGE }).click();
  await expect(page.getByRole("tree", { name: "Claims in reading order" })).toBeVisible();
  await expectAccessible(page, "an article with its claims");
  await page.keyboard.press("j");
  await expect(page.getByText(/^1 of \d+$/u)).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByText(/^2 of \d+$/u)).toBeVisible();
  await page.keyboard.press("k");
  await expect(page.getByText(/^1 of \d+$/u)).toBeVisible();
  const id = new URL(page.url()).searchParams.get("claim");
  const said = await page.getByLabel("Statement").inputValue();
  await expectAccessible(page, "an article with a claim open");
  await page.goto(`/w/sample-desk/claims/${id}`);
  await expect(page.getByLabel("Statement")).toHaveValue(said);
  expect(new URL(page.url()).searchParams.get("claim")).toBe(id);
  expectNoProblems(watched);
});

test("the dark theme is kept from page to page", async ({ page }) => {
  await signIn(page, samplePerson("ada.lindqvist"));
  await page.getByRole("button", { name: /Ada Lindqvist|Account/u }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  expect(await paper()).toBe(dark);
  const channels = (dark.match(/[\d.]+/gu) ?? []).slice(0, 3).map(Number);
  expect(Math.max(...channels)).toBeLessThan(90);
});

test("nothing is scrolled sideways on a phone", async ({ page }) => {
  test.setTimeout(180_000);
  const watched = watch(page);
  await signIn(page, samplePerson("ada.lindqvist"));
  const article = await page.getByRole("link", { name: BRIDGE }).getAttribute("href");
  await page.goto("/w/sample-desk/sources");
  const source = await page.getByRole("link", { name: "The Meridian Post" }).getAttribute("href");
  await page.setViewportSize({ width: 390, height: 844 });
  const project = LIST.replace(/\/articles$/u, "");
  const paths = [
    LIST,
    article ?? "",
    `${project}/import`,
    `${project}/exports`,
    "/verify",
    "/w/sample-desk/sources",
    source ?? "",
    "/w/sample-desk/my-work",
    "/w/sample-desk/activity",
    "/w/sample-desk/notifications",
    "/w/sample-desk/settings/members",
    "/w/sample-desk/settings/sessions",
    "/w/sample-desk/settings/tokens",
    "/w/sample-desk/settings/account",
    `${project}/review`,
  ];
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, `${path} on a phone`);
  }
  expectNoProblems(watched);
});

test("an article goes to the trash and comes back by one click", async ({ page }) => {
  const watched = watch(page);
  await signIn(page, samplePerson("ada.lindqvist"));
  const link = page.getByRole("link", { name: BRIDGE });
  const title = (await link.textContent()) ?? "";
  const importer = page.getByRole("button", { name: new RegExp(`^Actions for .${title.slice(0, 20)}`, "u") });
  await importer.click();
  await page.getByRole("menuitem", { name: "Put into the trash" }).click();
  await expect(link).toBeHidden();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(link).toBeVisible();
  await page.reload();
  await expect(link).toBeVisible();
  expectNoProblems(watched);
});
