import { type Browser, expect, type Page, test } from "@playwright/test";
import { freePort } from "../../lib/platform/embedded/cluster.ts";
import { addresses } from "../../lib/services/identity/email.cases.ts";
import { type Installation, startInstallation } from "../support/installation.ts";
import { type MailServer, startMailServer } from "../support/mail-server.ts";
import { expectAccessible } from "./support/axe.ts";
import { invite, olga, setUpOwner } from "./support/second.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.describe.configure({ mode: "serial", timeout: 60_000 });

let mail: MailServer;
let desk: Installation;

test.beforeAll(async ({ request }) => {
  test.setTimeout(300_000);
  mail = await startMailServer();
  desk = await startInstallation(await freePort(), {
    SOURCELINE_SAMPLE: "off",
    SMTP_URL: mail.url,
    MAIL_FROM: "desk@example.org",
  });
  await setUpOwner(request, desk);
  await invite(request, desk, "ida@example.org");
});

test.afterAll(async () => {
  await desk?.stop();
  await mail?.stop();
});

async function stranger(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ baseURL: desk.address });
  return context.newPage();
}

/** The link of the newest letter, once there are so many. */
async function linkOfLetter(count: number, path: string): Promise<string> {
  await expect.poll(() => mail.letters.length).toBe(count);
  const link = new RegExp(`${desk.address}/${path}#[\\w-]{43}(?=\\s)`, "u");
  return link.exec(mail.letters.at(-1)?.text ?? "")?.[0] ?? "no link";
}

async function askForLetter(page: Page, path: string, email: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText(`If ${email} has an account here, a link is on its way`)).toBeVisible();
}

async function expectSignedOut(page: Page): Promise<void> {
  expect((await page.request.get("/api/v1/me")).status()).toBe(401);
}

test("an invitation arrives by letter, and lets its person join", async ({ browser }) => {
  const link = await linkOfLetter(1, "join");
  expect(mail.letters[0]?.to).toEqual(["ida@example.org"]);
  const page = await stranger(browser);
  await page.goto(link);
  await expect(page.getByText("ida@example.org to Harbour desk as an editor")).toBeVisible();
  await page.context().close();
});

test("a link to sign in arrives by letter, works once, and not twice", async ({ browser }) => {
  const page = await stranger(browser);
  const watched = watch(page);
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Sign in by e-mail" }).click();
  await expect(page.getByRole("heading", { name: "Sign in by e-mail" })).toBeVisible();
  await expectAccessible(page, "asking for a link by e-mail");
  await askForLetter(page, "/email-link", "OLGA@Example.org ");
  await expectAccessible(page, "a link by e-mail was asked for");
  const link = await linkOfLetter(2, "link");
  expect(mail.letters.at(-1)?.to).toEqual([olga.email]);

  // Whoever looks at letters before their reader does opens the link, and presses nothing.
  await page.request.get(link);
  await page.goto(link);
  await expectAccessible(page, "a link by e-mail, opened");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/w\/harbour-desk\//u);

  const late = await stranger(browser);
  await late.goto(link);
  await late.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(late.getByText("This link has been used or has run out")).toBeVisible();
  await expectSignedOut(late);
  await late.context().close();
  await page.context().close();
  expectNoProblems(watched);
});

test("a link to sign in is over after a quarter of an hour", async ({ browser }) => {
  const page = await stranger(browser);
  await askForLetter(page, "/email-link", olga.email);
  const link = await linkOfLetter(3, "link");
  await desk.sql("update one_time_tokens set expires_at = expires_at - interval '15 minutes'");
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByText("This link has been used or has run out")).toBeVisible();
  await expectSignedOut(page);
  await page.context().close();
});

test("a new password is set by the link of a letter", async ({ browser }) => {
  const page = await stranger(browser);
  const watched = watch(page);
  await askForLetter(page, "/forgot", olga.email);
  await page.goto(await linkOfLetter(4, "reset"));
  await page.getByLabel("New password").fill("eleven slow kettles hum");
  await expectAccessible(page, "a new password");
  await page.getByRole("button", { name: "Set password and sign in" }).click();
  await page.waitForURL(/\/w\/harbour-desk\//u);
  await page.context().close();
  expectNoProblems(watched);
});

test("no letter goes to an unknown address, nor to one that could be read as another's", async ({
  browser,
}) => {
  const page = await stranger(browser);
  const before = mail.letters.length;
  const ask = (path: string, email: string) =>
    page.request.post(`/api/v1/identity/${path}`, { headers: { origin: desk.address }, data: { email } });
  for (const [raw, stored, why] of addresses) {
    const email = stored === null ? raw.replaceAll("ada@example.org", olga.email) : raw;
    expect((await ask("sign-in-links", email)).status(), why).toBe(stored === null ? 422 : 204);
  }
  // Letters go out in the order they were asked for: when this one is there, those before it would be.
  expect((await ask("passwords/forgot", olga.email)).status()).toBe(204);
  await expect.poll(() => mail.letters.length).toBe(before + 1);
  expect(mail.letters.at(-1)?.to).toEqual([olga.email]);
  expect(mail.letters.at(-1)?.text).toContain("/reset#");
  await page.context().close();
});
