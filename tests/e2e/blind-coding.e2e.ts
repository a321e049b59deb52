import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import { freePort } from "../../lib/platform/embedded/cluster.ts";
import { type Installation, startInstallation } from "../support/installation.ts";
import { marked } from "../support/marked-text.ts";
import { expectAccessible, expectNoSidewaysScroll } from "./support/axe.ts";
import { signIn } from "./support/desk.ts";
import { invite, olga, setUpOwner } from "./support/second.ts";
import { expectNoProblems, watch } from "./support/watch.ts";

test.describe.configure({ mode: "serial", timeout: 90_000 });

const W = "/api/v1/workspaces/harbour-desk";
const password = "nine dry lanterns glow";
const { text, spans } = marked(
  "[The harbour master said [the pier would stay shut]]. [Rust has eaten the third pile], divers found. " +
    "[The ferry company] blamed the fog, and [the first boat left an hour late].",
);

type Coder = "ida" | "jon" | "rosa" | "sami";
type Made = { id: string; revision: number };

/** What each of the two says that the harbour master said. */
const pier = { ida: "The pier will not open.", jon: "The pier stays shut." } as const;

let desk: Installation;
let owner: Page;
let project: { id: string; slug: string };
let article: { id: string; version: { id: string } };
let master: string;
const pages = {} as Record<Coder, Page>; // `as`: filled before the first test
let problems: ReturnType<typeof watch>[];

test.beforeAll(async ({ browser, playwright, request }) => {
  test.setTimeout(300_000);
  desk = await startInstallation(await freePort(), { SOURCELINE_SAMPLE: "off" });
  await setUpOwner(request, desk);
  for (const name of ["ida", "jon", "rosa", "sami"] as const) {
    await join(playwright.request, request, name, name === "ida" || name === "jon" ? "editor" : "reviewer");
    pages[name] = await open(browser);
    await signIn(pages[name], { email: `${name}@example.org`, password });
  }
  owner = await open(browser);
  await signIn(owner, olga);
  problems = [owner, ...Object.values(pages)].map(watch);
});

test.afterAll(async () => {
  for (const page of [owner, ...Object.values(pages)]) await page?.context().close();
  await desk?.stop();
});

const open = async (browser: Browser) => (await browser.newContext({ baseURL: desk.address })).newPage();

async function join(
  contexts: { newContext(): Promise<APIRequestContext> },
  request: APIRequestContext,
  name: Coder,
  role: "editor" | "reviewer",
): Promise<void> {
  const token = new URL(await invite(request, desk, `${name}@example.org`, role)).hash.slice(1);
  const newcomer = await contexts.newContext();
  const made = await newcomer.post(`${desk.address}/api/v1/identity/invitations/accept`, {
    headers: { origin: desk.address },
    data: { token, name: `${name[0]?.toUpperCase()}${name.slice(1)}`, password },
  });
  expect(made.ok(), await made.text()).toBe(true);
  await newcomer.dispose();
}

async function send<T>(page: Page, method: "POST" | "PUT", path: string, data: unknown): Promise<T> {
  const headers = { origin: desk.address };
  const answer = await page.request.fetch(`${W}${path}`, { method, headers, data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return answer.json() as Promise<T>;
}

const mark = (page: Page, span: number, more: object) =>
  send<Made>(page, "POST", `/articles/${article.id}/claims`, {
    versionId: article.version.id,
    spans: [spans[span]],
    ...more,
  });

/** Pictures of what is looked at, for whoever asks for them. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SOURCELINE_PICTURES;
  if (folder === undefined) return;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, fullPage: true });
  }
  await page.emulateMedia({ colorScheme: "light" });
  const size = page.viewportSize();
  await page.setViewportSize({ width: 390, height: 844 });
  await page.screenshot({ path: `${folder}/${name}-390.png`, fullPage: true });
  if (size) await page.setViewportSize(size);
}

test("an admin makes a blind project and gives an article to two people", async () => {
  project = await send(owner, "POST", "/projects", {
    name: "Pier study",
    mode: "blind",
    layersPerArticle: 2,
  });
  article = await send(owner, "POST", `/projects/${project.slug}/articles`, {
    text,
    title: "The pier stays shut",
  });
  const source = { name: "The harbour master", type: "government_body", identification: "office_only" };
  master = (await send<Made>(owner, "POST", "/sources", source)).id;
  const { items: workers } = (await (
    await owner.request.get(`${W}/projects/${project.slug}/workers`)
  ).json()) as { items: { userId: string; name: string }[] };
  const userIds = workers.filter(({ name }) => name === "Ida" || name === "Jon").map(({ userId }) => userId);
  await send(owner, "POST", `/projects/${project.slug}/assignments`, {
    articleIds: [article.id],
    userIds,
    rule: { by: "pairs", each: 2 },
  });
  for (const coder of ["ida", "jon"] as const) {
    await pages[coder].goto("/w/harbour-desk/my-work");
    await expect(pages[coder].getByRole("link", { name: "The pier stays shut" }).first()).toBeVisible();
  }
});

test("each codes it alone, and sees nothing of the other", async () => {
  const said = { category: "named_statement", sources: [master] };
  for (const coder of ["ida", "jon"] as const) {
    const page = pages[coder];
    const own = coder === "ida" ? [said] : [{ ...said, category: "official_statement" }];
    await mark(page, 1, { statement: pier[coder], chain: own });
    await mark(page, 2, { statement: "Rust has eaten a pile.", provenance: "own_analysis" });
  }
  await mark(pages.ida, 3, { statement: "There is a ferry company.", provenance: "own_analysis" });
  await mark(pages.jon, 4, { statement: "The boat was late.", provenance: "own_observation" });
  const hidden = { ida: [pier.jon, "The boat was late."], jon: [pier.ida, "There is a ferry company."] };
  for (const coder of ["ida", "jon"] as const) {
    await pages[coder].goto(`/w/harbour-desk/articles/${article.id}`);
    await expect(pages[coder].getByText(pier[coder]).first()).toBeVisible();
    for (const words of hidden[coder]) await expect(pages[coder].getByText(words)).toHaveCount(0);
  }
  await pages.rosa.goto(`/w/harbour-desk/articles/${article.id}/adjudication`);
  await expect(pages.rosa.getByText("does not have two layers that are finished")).toBeVisible();
  await pages.rosa.goto(`/w/harbour-desk/p/${project.slug}/agreement`);
  await expect(pages.rosa.getByText("Nothing can be compared yet")).toBeVisible();
  await expectAccessible(pages.rosa, "agreement of nothing");
  for (const coder of ["ida", "jon"] as const) {
    await send(pages[coder], "PUT", `/articles/${article.id}/work`, { state: "finished" });
  }
});

test("an admin releases the layers, having read what that shows to whom", async () => {
  await owner.goto(`/w/harbour-desk/p/${project.slug}/articles`);
  await expect(owner.getByText("2 of 2 finished")).toBeVisible();
  await owner.getByRole("checkbox", { name: "Select “The pier stays shut”" }).check();
  await owner.getByRole("button", { name: "Release…" }).click();
  const dialog = owner.getByRole("dialog", { name: "Release the layers" });
  await expect(dialog.getByText("This cannot be taken back.", { exact: false })).toBeVisible();
  await expectAccessible(owner, "before a release");
  await dialog.getByRole("button", { name: "Release 1 article" }).click();
  await expect(owner.getByText("Released", { exact: true }).first()).toBeVisible();
});

test("agreement is computed, cited and looked into", async () => {
  const page = pages.rosa;
  await page.goto(`/w/harbour-desk/p/${project.slug}/agreement`);
  await page.getByRole("button", { name: "Compute agreement" }).click();
  await expect(page.getByRole("heading", { name: "What was marked" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText("2 coders, 1 article, 6 claims", { exact: false })).toBeVisible();
  await expectAccessible(page, "agreement");
  await expectNoSidewaysScroll(page);
  await picture(page, "agreement");
  await page.getByRole("tab", { name: "Confusion" }).click();
  await page
    .getByRole("button", { name: /^1: .*Named, on the record|^1: .*[Nn]amed/u })
    .first()
    .click();
  await expect(
    page.getByRole("region", { name: "Passages" }).getByText("the pier would stay shut").first(),
  ).toBeVisible();
  await expectAccessible(page, "confusion");
  await picture(page, "confusion");
  await page.getByRole("tab", { name: "Pairs" }).click();
  await expect(page.getByRole("heading", { name: "What the two marked" })).toBeVisible();
  await page.getByRole("tab", { name: "Articles and time" }).click();
  await expect(page.getByRole("link", { name: "The pier stays shut" })).toBeVisible();
  await expectAccessible(page, "agreement by article");
  await page.getByRole("tab", { name: "How to cite" }).click();
  await expect(page.getByText("bootstrap intervals", { exact: false })).toBeVisible();
  await expectAccessible(page, "how to cite");
  await picture(page, "method");
});

test("somebody who did not code it settles what they differ in, by a key each", async () => {
  const page = pages.rosa;
  await page.goto(`/w/harbour-desk/p/${project.slug}/adjudication`);
  await expectAccessible(page, "articles to adjudicate");
  await picture(page, "to-adjudicate");
  await page.getByRole("link", { name: "The pier stays shut" }).click();
  await expect(page.getByText("0 of 4 settled, 1 more is agreed on")).toBeVisible();
  await expectAccessible(page, "adjudication");
  await expectNoSidewaysScroll(page);
  await picture(page, "adjudication");
  await page.getByRole("button", { name: "Take over 1 agreed" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Take over 1" }).click();
  await expect(page.getByText("1 of 4 settled")).toBeVisible();
  await page.keyboard.press("2");
  await expect(page.getByText("2 of 4 settled")).toBeVisible();
  // What only one of them marked: all wrong, which needs a reason.
  await page.keyboard.press("0");
  await page.getByLabel("Reason").fill("Nothing is claimed of it.");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("3 of 4 settled")).toBeVisible();
  await page.keyboard.press("2");
  await expect(page.getByText("Done. 4 settled")).toBeVisible();
  await page.getByRole("button", { name: /the first boat left/u }).click();
  await expect(page.getByText("Taken by You")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("3 of 4 settled")).toBeVisible();
  await page.keyboard.press("c");
  await page.getByLabel("Statement").fill("The first boat was late.");
  await picture(page, "combine");
  await expectAccessible(page, "writing anew");
  await page.getByRole("button", { name: "Write it so" }).click();
  await expect(page.getByText("Done. 4 settled")).toBeVisible();
});

test("whoever coded it does not settle it", async () => {
  await pages.ida.goto(`/w/harbour-desk/articles/${article.id}/adjudication`);
  await expect(pages.ida.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
});

test("a second reviewer approves what was settled, and that alone leaves the house", async () => {
  const page = pages.sami;
  const listed = await page.request.get(`${W}/claims?state=submitted&project=${project.id}`);
  const { items } = (await listed.json()) as { items: (Made & { statement: string })[] };
  expect(items.map(({ statement }) => statement).toSorted()).toEqual([
    "Rust has eaten a pile.",
    "The first boat was late.",
    "The pier stays shut.",
  ]);
  await page.goto(`/w/harbour-desk/p/${project.slug}/review`);
  await expect(page.getByRole("heading", { name: "Review", exact: true })).toBeVisible();
  const row = page.getByRole("list", { name: "Claims" }).getByRole("button", { name: /Rust has eaten/u });
  await row.click();
  await expect(row).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("region", { name: "Decision" })).toBeVisible();
  await expectAccessible(page, "an adjudicated claim in the queue");
  await picture(page, "review");
  await page.keyboard.press("a");
  // What all were found wrong about, and what still waits, stays in.
  const approved = async () => {
    const answer = await page.request.get(`${W}/projects/${project.slug}/export?format=jsonl`);
    const lines = (await answer.text()).trim().split("\n");
    return lines.flatMap((line) => (JSON.parse(line) as { statement?: string }).statement ?? []);
  };
  await expect.poll(approved).toEqual(["Rust has eaten a pile."]);
});

test("an article with a known answer trains whoever comes new", async () => {
  await owner.goto(`/w/harbour-desk/p/${project.slug}/quality`);
  await owner.getByRole("button", { name: "Name an article" }).click();
  await owner.getByRole("combobox", { name: "Article" }).fill("pier");
  await owner.getByRole("option", { name: "The pier stays shut" }).click();
  await owner.getByRole("combobox", { name: "The answer is" }).click();
  await owner.getByRole("option", { name: /adjudicated layer, 3 claims/u }).click();
  await expectAccessible(owner, "naming a gold article");
  await owner.getByRole("button", { name: "Name it" }).click();
  await expect(
    owner.getByRole("table", { name: "People’s work against gold layers" }).getByText("Ida"),
  ).toBeVisible();
  await expectAccessible(owner, "quality");
  await picture(owner, "quality");
  await pages.ida.goto(`/w/harbour-desk/p/${project.slug}/quality`);
  await pages.ida.getByRole("link", { name: /See what differs/u }).click();
  await expect(pages.ida.getByText("Not marked by you")).toBeVisible();
  await expectAccessible(pages.ida, "what differs");
  await picture(pages.ida, "what-differs");
});

test("nothing went wrong in anybody's console", () => {
  for (const page of problems) expectNoProblems(page);
});
