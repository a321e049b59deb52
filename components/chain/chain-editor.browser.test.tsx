import { act } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { type Locator, page, userEvent } from "vitest/browser";
import { Tagging } from "#components/annotator/tagging/tagging.tsx";
import { link } from "#core/attribution/link.ts";
import { claimOf } from "#lib/client/workspace/claim.cases.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import { marked } from "../../tests/support/marked-text.ts";
import { type Stage, sourceOf, stage } from "../../tests/support/workspace-stage.tsx";
import { ChainEditor } from "./chain-editor.tsx";

const { text, spans } = marked(
  "[The Gazette [reported] that [an official told it that [the dam holds]]]. [The river rose], the ministry said. [The ministry's summary of the call has it so].",
);
const [whole, reported, official, dam, river, summary] = spans.map((span) => [span]);
const sources = [
  sourceOf("gazette", "The Gazette", { type: "news_media", identification: "named_institution" }),
  sourceOf("official", "an official", { identification: "unnamed_described" }),
  sourceOf("ministry", "the ministry", { type: "government_body", identification: "named_institution" }),
];
const byGazette = link({ category: "media_report", sources: ["gazette"], cue: reported ?? [] });
const byOfficial = link({ category: "anonymous_described", sources: ["official"], mention: official ?? [] });
const byMinistry = link({ category: "official_statement", sources: ["ministry"] });
const inReadout = link({ category: "official_readout", sources: ["ministry"] });
const links = (...some: (typeof byGazette)[]) => some as Claim["chain"];

const two = claimOf({ id: "two", spans: dam ?? [], ownChain: links(byGazette, byOfficial) });
const around = claimOf({ id: "around", spans: whole ?? [], ownChain: links(byGazette) });
const stated = claimOf({ id: "stated", spans: river ?? [], ownChain: links(byMinistry) });
const readout = claimOf({ id: "readout", spans: summary ?? [], ownChain: links(inReadout) });

let at: Stage | null = null;
async function open(claims: readonly Claim[], activeId: string): Promise<Stage> {
  at = await stage(text, claims, sources, (active) => (
    <>
      {active ? <ChainEditor claim={active} /> : null}
      <Tagging />
    </>
  ));
  act(() => at?.ui.set({ activeId }));
  return at;
}
const press = (...keys: readonly string[]) => act(async () => userEvent.keyboard(keys.join("")));
const click = (what: Locator) => act(async () => userEvent.click(what));
const sentence = () => document.querySelector("section p")?.textContent ?? "";
const categories = (id: string) => at?.store.get(id)?.chain.map(({ category }) => category);

afterEach(() => at?.leave());

describe("the chain by keys", () => {
  it("reads as a sentence from the article outwards-in", async () => {
    await open([two], "two");
    expect(sentence()).toMatch(/^this article\s+The Gazette \(“reported”\)\s+an official/u);
  });

  it("is walked with the arrow keys once one is in it", async () => {
    const { ui } = await open([two], "two");
    await press("c");
    expect(document.activeElement?.textContent).toContain("The Gazette");
    await press("{ArrowRight}");
    expect(document.activeElement?.textContent).toContain("an official");
    expect(ui.get().activeLink).toBe(1);
    await press("{Home}");
    expect(ui.get().activeLink).toBe(0);
  });

  it("changes its order, and the focus stays with the link moved", async () => {
    await open([two], "two");
    await press("c", ">");
    expect(categories("two")).toEqual(["anonymous_described", "media_report"]);
    expect(document.activeElement?.textContent).toContain("The Gazette");
    await press(">");
    expect(categories("two")).toEqual(["anonymous_described", "media_report"]);
    await press("<");
    expect(categories("two")).toEqual(["media_report", "anonymous_described"]);
  });

  it("stores a new link only once its category is chosen, and then asks who says so", async () => {
    await open([two], "two");
    await press("c", "o");
    expect(categories("two")).toHaveLength(2);
    await expect.element(page.getByRole("group", { name: "New link" })).toBeInTheDocument();
    await press("2", "1");
    expect(categories("two")).toEqual(["media_report", "named_statement", "anonymous_described"]);
    await expect.element(page.getByRole("combobox", { name: "Source" })).toHaveFocus();
  });

  it("refuses the article's own voice as a link, and says so", async () => {
    const { heard } = await open([two], "two");
    await press("c", "o", "6", "1");
    expect(categories("two")).toHaveLength(2);
    expect(heard.at(-1)).toMatch(/own voice and cannot be a link/u);
  });

  it("loses the active link and goes on at its neighbour", async () => {
    const { ui } = await open([two], "two");
    await press("c", "c", "{Delete}");
    expect(categories("two")).toEqual(["media_report"]);
    expect(ui.get().activeLink).toBe(0);
    await press("{Control>}z{/Control}");
    expect(categories("two")).toEqual(["media_report", "anonymous_described"]);
  });
});

describe("who speaks at a link", () => {
  it("may be several in one act, and the last goes with Backspace in the empty field", async () => {
    const { store } = await open([two], "two");
    await press("c", "s");
    await expect.element(page.getByRole("combobox", { name: "Source" })).toHaveFocus();
    await press("{Backspace}");
    expect(store.get("two")?.ownChain[0]?.sources).toEqual([]);
  });
});

describe("a claim inside another", () => {
  it("is nested by a key: what both begin with is inherited, and shown as that", async () => {
    const { store } = await open([around, two], "two");
    await press("{Shift>}N{/Shift}");
    expect(store.get("two")).toMatchObject({ parentId: "around", ownChain: [{ sources: ["official"] }] });
    expect(sentence()).toContain("inherited");
    await expect.element(page.getByText(/Its first link comes from there/u)).toBeInTheDocument();
  });

  it.each([
    ["whole", /Keep the whole chain/u, ["media_report", "anonymous_described"]],
    ["own", /Keep its own links/u, ["anonymous_described"]],
  ])("is taken out with its %s chain", async (_name, choice, expected) => {
    const { store } = await open([around, two], "two");
    await press("{Shift>}N{/Shift}");
    await click(page.getByRole("button", { name: "Take out" }));
    await click(page.getByRole("button", { name: choice }));
    expect(store.get("two")?.parentId).toBeNull();
    expect(categories("two")).toEqual(expected);
  });

  it("keeps the last link of its own", async () => {
    const { heard } = await open([around, two], "two");
    await press("{Shift>}N{/Shift}", "c", "{Delete}");
    expect(categories("two")).toHaveLength(2);
    expect(heard.at(-1)).toMatch(/needs a link of its own/u);
  });
});

describe("what is the matter with a link", () => {
  it("stands beside its field once the link is open, and leads there while it is folded", async () => {
    await open([stated], "stated");
    const folded = page.getByRole("list", { name: "To look at" });
    await expect.element(folded).toHaveTextContent(/Link 1: Neither the source's mention/u);
    await click(page.getByRole("button", { name: /^Link 1: Neither/u }));
    const opened = page.getByRole("group", { name: "Link 1" });
    await expect.element(opened).toHaveTextContent(/Neither the source's mention/u);
    await expect.element(folded).not.toHaveTextContent(/Neither/u);
  });

  it("is mended where it stands: words elsewhere may carry over", async () => {
    const { store } = await open([stated], "stated");
    await press("c");
    await click(page.getByRole("button", { name: "It carries over" }));
    expect(store.get("stated")?.ownChain[0]).toMatchObject({ explicit: false, basis: "carried_over" });
  });

  it("is told of a source whose words the article shows more exactly elsewhere", async () => {
    await open([stated, readout], "stated");
    await press("c");
    await click(page.getByRole("button", { name: "Take that here too" }));
    expect(categories("stated")).toEqual(["official_readout"]);
  });
});

describe("the drawn chain", () => {
  it("is named as the sentence reads, with the weakest link and why beside it", async () => {
    await open([two], "two");
    const name = "this article ← The Gazette (“reported”) ← an official";
    await expect.element(page.getByRole("img", { name, exact: true })).toBeInTheDocument();
    await expect
      .element(page.getByText("Link 2, Unnamed but described: a source that no reader can reach."))
      .toBeInTheDocument();
  });

  it("stays in its frame ten links deep with names of sixty letters", async () => {
    const name = "WWWWW Standing Conference of Harbour Masters of Inner Lakes W";
    const deep = claimOf({ id: "deep", spans: dam ?? [], ownChain: links(...Array(10).fill(byGazette)) });
    at = await stage(text, [deep], [sourceOf("gazette", name)], (active) => (
      <div style={{ width: 340 }}>{active ? <ChainEditor claim={active} /> : null}</div>
    ));
    act(() => at?.ui.set({ activeId: "deep" }));
    const picture = document.querySelector("svg[role=img]");
    const frame = picture?.getBoundingClientRect();
    const words = [...(picture?.querySelectorAll("tspan") ?? [])].map((line) => line.getBoundingClientRect());
    expect(words.length).toBeGreaterThan(20);
    for (const line of words) expect(line.right).toBeLessThanOrEqual((frame?.right ?? 0) + 1);
  });
});
