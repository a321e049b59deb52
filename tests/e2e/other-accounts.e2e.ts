import { type Browser, expect, type Page, test } from "@playwright/test";
import { freePort } from "../../lib/platform/embedded/cluster.ts";
import { type Installation, startInstallation } from "../support/installation.ts";
import { type OpenIdProvider, startOpenIdProvider } from "../support/openid-provider.ts";
import { expectAccessible } from "./support/axe.ts";
import { signIn } from "./support/desk.ts";
import { invite, olga, setUpOwner } from "./support/second.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.describe.configure({ mode: "serial", timeout: 60_000 });

/** Who has an account at the provider. */
const accounts = {
  ines: { email: "Ines@example.org", email_verified: true, name: "Inês Invited" },
  una: { email: "una@example.org", email_verified: false, name: "Una Unverified" },
  stranger: { email: "stranger@example.org", email_verified: true, name: "Nobody's Guest" },
  lookalike: { email: "аda@example.org", email_verified: true, name: "Ada with a Cyrillic a" },
  quoted: { email: '"ada@example.org"@evil.example', email_verified: true, name: "Ada in quotes" },
  list: { email: "ada@example.org,eve@evil.example", email_verified: true, name: "Ada and Eve" },
  "olga-elsewhere": { email: "olga.private@example.net", email_verified: true, name: "O." },
};
type Account = keyof typeof accounts;

let provider: OpenIdProvider;
let desk: Installation;

test.beforeAll(async ({ request }) => {
  test.setTimeout(300_000);
  const port = await freePort();
  provider = await startOpenIdProvider(accounts, `http://127.0.0.1:${port}/api/auth/callback/oidc`);
  desk = await startInstallation(port, {
    SOURCELINE_SAMPLE: "off",
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.client.id,
    OIDC_CLIENT_SECRET: provider.client.secret,
  });
  await setUpOwner(request, desk);
  for (const email of ["ines@example.org", "una@example.org", "ada@example.org"])
    await invite(request, desk, email);
});

test.afterAll(async () => {
  await desk?.stop();
  await provider?.stop();
});

/** A browser that knows nobody, here or there. */
async function stranger(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: desk.address });
  return context.newPage();
}

async function logInElsewhere(page: Page, account: Account): Promise<void> {
  await expect(page.getByRole("heading", { name: "Elsewhere" })).toBeVisible();
  await page.getByLabel("Account").fill(account);
  await page.getByRole("button", { name: "Log in" }).click();
}

async function comeBy(page: Page, account: Account): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Continue with 127.0.0.1" }).click();
  await logInElsewhere(page, account);
}

type Me = { email: string; name: string; workspaces: { slug: string; role: string }[] };
const me = async (page: Page): Promise<Me> => (await page.request.get("/api/v1/me")).json();

async function sessionCount(page: Page): Promise<number> {
  const sessions: { items: unknown[] } = await (await page.request.get("/api/v1/sessions")).json();
  return sessions.items.length;
}

async function expectSignedOut(page: Page): Promise<void> {
  expect((await page.request.get("/api/v1/me")).status()).toBe(401);
}

test("an invited person joins by an address their provider has verified, and comes back by it", async ({
  browser,
}) => {
  for (const _ of ["joins", "comes back"]) {
    const page = await stranger(browser);
    const watched = watch(page);
    await comeBy(page, "ines");
    await page.waitForURL(/\/w\/harbour-desk\/p\//u);
    expect(await me(page)).toMatchObject({
      email: "ines@example.org",
      name: "Inês Invited",
      workspaces: [{ slug: "harbour-desk", role: "editor" }],
    });
    expectNoProblems(watched);
    await page.context().close();
  }
});

for (const account of ["una", "stranger", "lookalike", "quoted", "list"] as const) {
  test(`${accounts[account].name} is refused in the same words as everybody`, async ({ browser }) => {
    const page = await stranger(browser);
    await comeBy(page, account);
    await expect(page).toHaveURL(`${desk.address}/sign-in?error=not-invited`);
    await expect(page.getByRole("main")).toContainText("Nobody has invited this account yet");
    await expect(page.getByRole("main")).not.toContainText(/harbour|example/iu);
    await expectSignedOut(page);
    if (account === "una") await expectAccessible(page, "sign-in after another account was refused");
    await page.context().close();
  });
}

test("a signed-in person links an account elsewhere, comes in by it, and unlinks it", async ({ browser }) => {
  const page = await stranger(browser);
  const watched = watch(page);
  await signIn(page, olga);
  const before = await sessionCount(page);
  await page.goto("/w/harbour-desk/settings/account");
  await page.getByRole("button", { name: "Link 127.0.0.1" }).click();
  await logInElsewhere(page, "olga-elsewhere");
  await expect(page).toHaveURL(`${desk.address}/w/harbour-desk/settings/account`);
  const unlink = page.getByRole("button", { name: "Unlink" });
  await expect(unlink).toBeVisible();
  await expectAccessible(page, "an account with another one linked");
  expect(await sessionCount(page), "linking leaves no session behind").toBe(before);

  const other = await stranger(browser);
  await comeBy(other, "olga-elsewhere");
  await other.waitForURL(/\/w\/harbour-desk\//u);
  expect(await me(other)).toMatchObject({ email: "olga@example.org", name: "Olga Owner" });
  await other.context().close();

  await unlink.click();
  await expect(page.getByRole("button", { name: "Link 127.0.0.1" })).toBeVisible();
  const late = await stranger(browser);
  await comeBy(late, "olga-elsewhere");
  await expect(late).toHaveURL(/error=not-invited/u);
  await late.context().close();
  await page.context().close();
  expectNoProblems(watched);
});

test("an account that is somebody's is linked to nobody else", async ({ browser }) => {
  const page = await stranger(browser);
  await signIn(page, olga);
  await page.goto("/w/harbour-desk/settings/account");
  await page.getByRole("button", { name: "Link 127.0.0.1" }).click();
  await logInElsewhere(page, "ines");
  await expect(page.getByText("That account belongs to somebody else here")).toBeVisible();
  expect(await me(page)).toMatchObject({ email: "olga@example.org" });
  await page.context().close();
});

/** Where the browser would be sent to log in, as the sign-in page asks for it. */
async function addressElsewhere(page: Page, callbackUrl: string): Promise<URL> {
  const csrf: { csrfToken: string } = await (await page.request.get("/api/auth/csrf")).json();
  const answer = await page.request.post("/api/auth/signin/oidc", {
    headers: { origin: desk.address },
    form: { csrfToken: csrf.csrfToken, callbackUrl, json: "true" },
  });
  return new URL(((await answer.json()) as { url: string }).url);
}

for (const parameter of ["state", "nonce", "code_challenge"]) {
  test(`a log-in whose ${parameter} was exchanged on the way lets nobody in`, async ({ browser }) => {
    const page = await stranger(browser);
    const elsewhere = await addressElsewhere(page, "/");
    expect(elsewhere.searchParams.get(parameter)).toMatch(/^[\w-]{43}$/u);
    elsewhere.searchParams.set(parameter, "A".repeat(43));
    await page.goto(elsewhere.href);
    await logInElsewhere(page, "ines");
    await expect(page).toHaveURL(/\/sign-in\?.*error=/u);
    await expect(page.getByText("Signing in did not work")).toBeVisible();
    await expectSignedOut(page);
    await page.context().close();
  });
}

test("a finished log-in is worth nothing in another browser, and nothing the second time", async ({
  browser,
}) => {
  const page = await stranger(browser);
  const finished: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/auth/callback/oidc")) finished.push(request.url());
  });
  await comeBy(page, "ines");
  await page.waitForURL(/\/w\/harbour-desk\//u);
  expect(finished).toHaveLength(1);
  const thief = await stranger(browser);
  for (const where of [thief, page]) {
    await where.goto(finished[0] ?? "");
    await expect(where).toHaveURL(/\/sign-in\?.*error=/u);
  }
  await expectSignedOut(thief);
  expect(await me(page)).toMatchObject({ email: "ines@example.org" });
  await thief.context().close();
  await page.context().close();
});

test("a cookie of the way there is no session", async ({ browser }) => {
  const page = await stranger(browser);
  await addressElsewhere(page, "/");
  const cookies = await page.context().cookies();
  for (const part of ["state", "nonce", "pkce"]) {
    const value = cookies.find(({ name }) => name === `sourceline-${part}`)?.value ?? "";
    expect(value).not.toBe("");
    const answer = await page.request.get("/api/v1/me", {
      headers: { cookie: `sourceline-session=${value}` },
    });
    expect(answer.status(), part).toBe(401);
  }
  await page.context().close();
});

for (const next of ["//evil.example", "https://evil.example/", "/\\evil.example", "/\t/evil.example"]) {
  test(`an account elsewhere leads back here and nowhere else: ${next}`, async ({ browser }) => {
    const page = await stranger(browser);
    await page.goto((await addressElsewhere(page, next)).href);
    await logInElsewhere(page, "ines");
    await page.waitForURL(/\/w\/harbour-desk\//u);
    expect(new URL(page.url()).origin).toBe(desk.address);
    await page.context().close();
  });
}
