import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { freePort } from "../../lib/platform/embedded/cluster.ts";
import { type Installation, startInstallation } from "../support/installation.ts";
import { expectAccessible } from "./support/axe.ts";
import { signIn } from "./support/desk.ts";
import { olga, setUpOwner } from "./support/second.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

let desk: Installation;

test.beforeAll(async ({ request }) => {
  test.setTimeout(300_000);
  desk = await startInstallation(await freePort(), { SOURCELINE_SAMPLE: "on" });
  await setUpOwner(request, desk);
});

test.afterAll(() => desk?.stop());

test("the owner removes the sample by one click, with its people, and keeps their own workspace", async ({
  browser,
}) => {
  const context = await browser.newContext({ baseURL: desk.address });
  const page = await context.newPage();
  const watched = watch(page);
  const kept = readFileSync(join(desk.dataDir, "sample-accounts.txt"), "utf8");
  const [, email = "", password = ""] = /^(\S+@\S+) {2}(\S+)/mu.exec(kept) ?? [];
  await signIn(page, { email, password });
  await context.clearCookies();

  await signIn(page, olga);
  await page.goto("/w/sample-desk");
  await page.getByRole("button", { name: "Remove the sample", exact: true }).click();
  const sure = page.getByRole("alertdialog", { name: "Remove the sample?" });
  await expect(sure).toBeVisible();
  await expectAccessible(page, "removing the sample");
  await sure.getByRole("button", { name: "Remove the sample" }).click();
  await page.waitForURL(/\/w\/harbour-desk\/p\//u);
  expect((await page.request.get("/api/v1/workspaces/sample-desk")).status()).toBe(404);
  const me: { workspaces: { slug: string }[] } = await (await page.request.get("/api/v1/me")).json();
  expect(me.workspaces.map(({ slug }) => slug)).toEqual(["harbour-desk"]);

  await page.goto("/w/sample-desk");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("This is the sample")).toHaveCount(0);

  await context.clearCookies();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("do not go together")).toBeVisible();
  expectNoProblems(watched);
  await context.close();
});
