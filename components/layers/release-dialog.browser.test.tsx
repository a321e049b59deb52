import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { page } from "vitest/browser";
import type { ArticleRow } from "#lib/contracts/articles.ts";
import type { CodingNumbers } from "#lib/contracts/layers.ts";
import { ReleaseDialog } from "./release-dialog.tsx";

let place: HTMLElement;
let root: Root;
let sent: { method: string; path: string; body: unknown }[];

const row = (id: string, standing: CodingNumbers["standing"]): ArticleRow => ({
  ...{ id, projectId: "p", title: `Article ${id}`, outlet: null, byline: null, url: null, publishedAt: null },
  ...{ language: null, direction: null, revision: 1, importedBy: "olga", createdAt: "", lastActivityAt: "" },
  ...{ archivedAt: null, trashedAt: null, claimCount: 0, states: {}, provenances: {}, length: 9, work: [] },
  ...{ assignees: [], actions: ["layer:release"] },
  isReleased: standing === "released",
  coding: { needed: 2, hidden: 2, finished: 2, released: 0, waiting: 0, standing },
});

const layer = (ownerName: string, state: string) => ({
  ...{ id: ownerName, kind: "editor", ownerId: ownerName, ownerName, isReleased: false, releasedAt: null },
  ...{ state, isVisible: false },
});

beforeEach(() => {
  sent = [];
  vi.stubGlobal("fetch", async (input: RequestInfo | URL, init?: RequestInit) => {
    const path = new URL(String(input), location.href).pathname;
    const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
    sent.push({ method: init?.method ?? "GET", path, body });
    const layers = [layer("Edda", "finished"), layer("Colin", "in_progress")];
    const answer = path.endsWith("/release")
      ? { items: [{ articleId: "1", outcome: "released" }] }
      : { articleId: "1", items: layers, coding: null };
    return Response.json(answer);
  });
  place = document.createElement("div");
  document.body.append(place);
  root = createRoot(place);
});

afterEach(() => {
  root.unmount();
  place.remove();
  vi.unstubAllGlobals();
});

const show = (articles: ArticleRow[]) => {
  const released: unknown[] = [];
  root.render(
    <ReleaseDialog
      {...{ workspace: "desk", project: "blind", articles }}
      onClose={() => released.push("closed")}
      onReleased={(outcomes) => released.push(outcomes.items.length)}
    />,
  );
  return released;
};
const button = (name: string) => page.getByRole("button", { name });
const posted = () => sent.filter(({ method }) => method === "POST").map(({ body }) => body);

describe("the release", () => {
  it("names who codes the article and how far each is, and releases it", async () => {
    const released = show([row("1", "ready")]);
    await expect.element(page.getByText("Edda")).toBeVisible();
    await expect.element(page.getByText("In progress")).toBeVisible();
    await expect.element(page.getByText(/cannot be taken back/u)).toBeVisible();
    await button("Release 1 article").click();
    await vi.waitFor(() => expect(released).toEqual([1, "closed"]));
    expect(posted()).toEqual([{ articleIds: ["1"], force: false, reason: "" }]);
  });

  it("releases what is not finished only with a reason", async () => {
    show([row("1", "ready"), row("2", "unfinished"), row("3", "released")]);
    await expect.element(page.getByText("1 article of which somebody has not finished")).toBeVisible();
    await expect.element(page.getByText("1 article with nothing to release")).toBeVisible();
    await page.getByRole("checkbox").click();
    await expect.element(button("Release 2 articles")).toBeDisabled();
    await page.getByRole("textbox").fill("Colin has left");
    await button("Release 2 articles").click();
    await vi.waitFor(() => expect(posted()).toHaveLength(1));
    expect(posted()).toEqual([{ articleIds: ["1", "2", "3"], force: true, reason: "Colin has left" }]);
  });

  it("offers nothing where there is nothing to release", async () => {
    show([row("3", "released")]);
    await expect.element(page.getByRole("button", { name: "Release", exact: true })).toBeDisabled();
  });
});
