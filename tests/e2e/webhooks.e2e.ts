import { expect, test } from "@playwright/test";
import { freePort } from "../../lib/platform/embedded/cluster.ts";
import { type Installation, startInstallation } from "../support/installation.ts";
import { startReceiver, type WebhookReceiver } from "../support/webhook-receiver.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe.ts";
import { olga, setUpOwner } from "./support/second.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.describe.configure({ mode: "serial", timeout: 120_000 });

const SETTINGS = "/w/harbour-desk/settings/webhooks";

let there: WebhookReceiver;
let desk: Installation;

test.beforeAll(async ({ request }) => {
  test.setTimeout(300_000);
  there = await startReceiver();
  desk = await startInstallation(await freePort(), {
    SOURCELINE_SAMPLE: "off",
    SOURCELINE_WEBHOOK_ALLOW: "127.0.0.1",
  });
  await setUpOwner(request, desk);
});

test.afterAll(async () => {
  await desk?.stop();
  await there?.stop();
});

test("a webhook is made, tried, fails, is replayed, gets a new secret, and goes", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: desk.address });
  const page = await context.newPage();
  const watched = watch(page);
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(olga.email);
  await page.getByLabel("Password").fill(olga.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL(/\/w\/harbour-desk/u);
  await page.goto(SETTINGS);
  await expect(page.getByText("No webhooks")).toBeVisible();
  await expectAccessible(page, "no webhooks");

  await page.getByRole("button", { name: "New webhook" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Address").fill("http://10.1.2.3/hook");
  await dialog.getByRole("button", { name: "Make the webhook" }).click();
  await expect(dialog.getByText(/10\.1\.2\.3 is private, not a public address/u)).toBeVisible();
  await expectAccessible(page, "an address inside is refused");
  await dialog.getByLabel("Address").fill(there.url);
  await dialog.getByLabel("Description").fill("The archive");
  await dialog.getByRole("checkbox", { name: "Everything" }).click();
  await dialog.getByRole("button", { name: "Make the webhook" }).click();
  await expect(dialog.getByText("Choose something above")).toBeVisible();
  await dialog.getByRole("checkbox", { name: /^Articles:/u }).click();
  await dialog.getByRole("button", { name: "Make the webhook" }).click();
  await expect(dialog.getByLabel("Secret")).toHaveValue(/^whsec_/u);
  const first = await dialog.getByLabel("Secret").inputValue();
  await dialog.getByRole("button", { name: "Done" }).click();

  await page.getByRole("link", { name: there.url }).click();
  await expect(page.getByText("Nothing sent yet")).toBeVisible();
  await page.getByRole("button", { name: "Send a test" }).click();
  const rows = page.getByRole("table", { name: "Deliveries" }).locator("tbody").getByRole("row");
  await expect(rows.first()).toContainText("Delivered");
  expect(there.received.map(({ event }) => event.type)).toEqual(["webhook.ping"]);

  there.answerWith(500);
  const made = await page.request.post("/api/v1/workspaces/harbour-desk/projects/first-project/articles", {
    headers: { origin: desk.address },
    data: { text: "It rained.", title: "Rain" },
  });
  expect(made.ok(), await made.text()).toBe(true);
  await expect.poll(() => there.received.length).toBeGreaterThan(1);
  await expect(async () => {
    await page.reload();
    await expect(rows.first()).toContainText("To be tried again");
  }).toPass();
  await expect(page.getByText("What is sent does not arrive")).toBeVisible();
  await expectAccessible(page, "a webhook that fails");
  await rows.first().getByRole("button", { name: "Details" }).click();
  await expect(dialog.getByText("said so")).toBeVisible();
  await expect(dialog.locator("pre").first()).toContainText("article.imported");
  await expectAccessible(page, "what was sent and came back");
  await page.keyboard.press("Escape");

  there.answerWith(204);
  await rows.first().getByRole("button", { name: "Replay" }).click();
  await expect(rows.first()).toContainText("Delivered", { timeout: 20_000 });

  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "New secret…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "New secret" }).click();
  await expect(dialog.getByLabel("Secret")).toHaveValue(/^whsec_/u);
  expect(await dialog.getByLabel("Secret").inputValue()).not.toBe(first);
  await dialog.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(/^The old secret ends/u)).toBeVisible();

  await page.getByLabel("Which deliveries").click();
  await page.getByRole("option", { name: "Given up" }).click();
  await expect(page.getByText("None of these")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(page.url().replace(/\?.*$/u, ""));
  await expect(rows.first()).toBeVisible();
  await expectNoSidewaysScroll(page);
  await page.goto(SETTINGS);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.getByRole("link", { name: there.url }).click();
  await expect(page.getByRole("button", { name: "Send a test" })).toBeVisible();

  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Remove…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("No webhooks")).toBeVisible();
  await context.close();
  expectNoProblems(watched);
});
