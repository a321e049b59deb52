import { expect, test } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe.ts";
import { samplePerson, signIn } from "./support/desk.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

const ben = () => samplePerson("ben.okonjo");

test("wrong words are refused alike, whether or not there is such an account", async ({ page }) => {
  const watched = watch(page);
  const said: string[] = [];
  for (const email of [ben().email, "nobody@example.org"]) {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill(email);
    await page.getByLabel("Password").fill("these are not the words");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    const notice = page
      .getByRole("alert")
      .or(page.getByRole("status"))
      .filter({ hasText: "do not go together" });
    await expect(notice).toBeVisible();
    said.push((await notice.textContent()) ?? "");
  }
  expect(said[0]).toBe(said[1]);
  await expectAccessible(page, "sign-in with a refusal");
  expectNoProblems(watched);
});

test("a page asked for before signing in is where one arrives after", async ({ page }) => {
  await page.goto("/w/sample-desk/sources");
  await expect(page).toHaveURL(/\/sign-in\?next=/u);
  await page.getByLabel("E-mail").fill(ben().email);
  await page.getByLabel("Password").fill(ben().password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/w\/sample-desk\/sources$/u);
});

for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"]) {
  test(`signing in leads nowhere else: ${next}`, async ({ page, baseURL }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await page.getByLabel("E-mail").fill(ben().email);
    await page.getByLabel("Password").fill(ben().password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).toHaveURL(/\/w\/sample-desk/u);
    expect(new URL(page.url()).origin).toBe(baseURL);
  });
}

test("signing out everywhere ends the other browser's session too", async ({ page, browser }) => {
  const watched = watch(page);
  await signIn(page, ben());
  const context = await browser.newContext();
  const other = await context.newPage();
  await signIn(other, ben());
  await page.goto("/w/sample-desk/settings/sessions");
  await expectAccessible(page, "sessions");
  await page.getByRole("button", { name: /everywhere/iu }).click();
  const sure = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await sure.getByRole("button", { name: /everywhere|sign out/iu }).click();
  await expect(page).toHaveURL(/\/sign-in/u);
  await other.goto("/w/sample-desk/sources");
  await expect(other).toHaveURL(/\/sign-in/u);
  expect((await other.request.get("/api/v1/me")).status()).toBe(401);
  await context.close();
  expectNoProblems(watched);
});

test("the pages for the signed-out are accessible and fit a phone", async ({ page }) => {
  const watched = watch(page);
  for (const path of [
    "/sign-in",
    "/forgot",
    "/reset#a-link-that-nobody-gave-out",
    "/join#a-link-that-nobody-gave-out",
    "/setup#a-link-that-nobody-gave-out",
  ]) {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page, path);
    await page.setViewportSize({ width: 390, height: 800 });
    await expectNoSidewaysScroll(page);
  }
  expectNoProblems(watched);
});

test("every page carries a content policy without inline or evaluated script", async ({ page }) => {
  await signIn(page, ben());
  for (const path of ["/sign-in", "/w/sample-desk/sources", "/no-such-page"]) {
    const first = (await page.request.get(path)).headers()["content-security-policy"] ?? "";
    const second = (await page.request.get(path)).headers()["content-security-policy"] ?? "";
    const scripts = /script-src ([^;]+)/u.exec(first)?.[1] ?? "";
    expect(scripts).toMatch(/'nonce-[\w+/=-]{16,}'/u);
    expect(scripts).toContain("'strict-dynamic'");
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval/u);
    expect(first).toContain("frame-ancestors 'none'");
    expect(first).not.toBe(second);
  }
});

test("what the API answers runs nothing, also where there is nothing", async ({ page }) => {
  await signIn(page, ben());
  for (const [path, status] of [
    ["/api/v1/me", 200],
    ["/api/v1/workspaces/no-such-desk", 404],
    ["/api/v1/no-such-thing", 404],
    ["/healthz", 200],
  ] as const) {
    const answer = await page.request.get(path);
    expect([path, answer.status()]).toEqual([path, status]);
    expect(answer.headers()["content-security-policy"]).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(answer.headers()["content-type"]).toContain("json");
  }
});
