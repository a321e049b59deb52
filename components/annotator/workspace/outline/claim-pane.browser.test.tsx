import axe from "axe-core";
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { HotkeysProvider } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { link } from "#core/attribution/link.ts";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { blocksOfPlainText } from "#core/text/blocks.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import { ClaimStore } from "#lib/client/workspace/claim-store.ts";
import { SourceStore } from "#lib/client/workspace/source-store.ts";
import { ValueStore } from "#lib/client/workspace/value-store.ts";
import { ClaimPane } from "../claim-pane.tsx";
import { derive } from "../derived.ts";
import { type Workspace, WorkspaceContext } from "../workspace-context.tsx";
import { initialUi, type UiState } from "../workspace-types.ts";
import { apiWith, type Claim, sentence, someClaims } from "./claim-pane.cases.ts";
import { OutlineProvider } from "./outline-context.tsx";
import { useOutlineHotkeys } from "./use-outline-hotkeys.ts";

let root: Root;
let ui: ValueStore<UiState>;
let store: ClaimStore;
let spoken: string[];

function Keys() {
  useOutlineHotkeys();
  return null;
}

async function show(
  claims: readonly Claim[],
  text = claims.map((_, at) => sentence(at)).join(" "),
): Promise<void> {
  ui = new ValueStore(initialUi(null));
  store = new ClaimStore({ api: apiWith(claims), articleId: "a1", layerId: "l1", me: "me", drafts: null });
  await store.load();
  spoken = [];
  // Reason for `as`: what the list reads of an article and a person, and nothing else.
  const workspace = {
    workspace: "desk",
    article: {
      id: "a1",
      language: "en",
      direction: "ltr",
      version: { text, blocks: blocksOfPlainText(text) },
    },
    me: { id: "me", name: "Ann", role: "editor" },
    store,
    ui,
    ...derive(store, sourceline1),
    sources: new SourceStore("desk", "a1", []),
    index: new CodePointIndex(text),
    codebook: sourceline1,
    switchedOff: new Set(),
    canWrite: true,
    announce: (words: string) => spoken.push(words),
  } as unknown as Workspace;
  await act(async () =>
    root.render(
      <HotkeysProvider>
        <WorkspaceContext value={workspace}>
          <OutlineProvider>
            <Keys />
            <main style={{ height: 600, width: 380 }}>
              <h1>Article</h1>
              <ClaimPane />
            </main>
          </OutlineProvider>
        </WorkspaceContext>
      </HotkeysProvider>,
    ),
  );
  await settle();
}

/** Sizes are measured, and what follows from them drawn, a frame later. */
const settle = () =>
  act(async () => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  });
const press = async (keys: string) => {
  await act(async () => userEvent.keyboard(keys));
  await settle();
};
const items = () => [...document.querySelectorAll<HTMLElement>("[role=treeitem]")];
const item = (words: string) => {
  const found = items().find((one) => one.textContent?.startsWith(words));
  if (!found) throw new Error(`no row says ${words}`);
  return found;
};
const focused = () => document.activeElement?.textContent?.split(".")[0] ?? null;
const enter = async (words = sentence(0)) => {
  await act(async () => item(words).focus());
};
const chosen = () => ui.get().selectedIds.join(" ");
const field = () => {
  const found = document.querySelector<HTMLInputElement>("input[type=search]");
  if (!found) throw new Error("nothing to search with");
  return found;
};

beforeEach(() => {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  window.history.replaceState(null, "", window.location.pathname);
  root = createRoot(document.body.appendChild(document.createElement("div")));
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

describe("the list of claims", () => {
  it("draws only what is in sight of twenty thousand, and says how many they are", async () => {
    await show(someClaims(20_000));
    expect(items().length).toBeLessThan(40);
    const first = item(sentence(0));
    expect(first.getAttribute("aria-setsize")).toBe(String(Math.ceil((20_000 * 2) / 3)));
    expect(first.getAttribute("aria-posinset")).toBe("1");
    expect(item(sentence(2)).getAttribute("aria-level")).toBe("2");
    expect(item(sentence(2)).getAttribute("aria-setsize")).toBe("1");
  });

  it("is one place for Tab, and goes by arrows, j and k, Home, End and pages", async () => {
    await show(someClaims(300));
    expect(items().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
    await enter();
    const walk: readonly (readonly [string, number])[] = [
      ["{ArrowDown}", 1],
      ["j", 2],
      ["k", 1],
      ["{PageDown}", 11],
      ["{End}", 299],
      ["{ArrowUp}", 298],
      ["{Home}", 0],
      ["{ArrowUp}", 0],
    ];
    for (const [keys, at] of walk) {
      await press(keys);
      expect([keys, focused()]).toEqual([keys, sentence(at).slice(0, -1)]);
    }
  });

  it("keeps the focus on its row however far it is scrolled away", async () => {
    await show(someClaims(2_000));
    await enter(sentence(1));
    const scroller = item(sentence(1)).closest("[role=tree]")?.parentElement;
    await act(async () => scroller?.scrollTo({ top: 60_000 }));
    await settle();
    expect(items().length).toBeLessThan(40);
    expect(focused()).toBe("Birds 1 fell");
    await press("{ArrowDown}");
    expect(focused()).toBe("Clouds 2 fell");
    expect(scroller?.scrollTop).toBeLessThan(1_000);
  });

  it("hands the focus to the row in its place when the claim goes", async () => {
    await show(someClaims(30));
    await enter(sentence(4));
    await act(async () => store.remove("c4", "keep"));
    await settle();
    expect(focused()).toBe("Ash 5 fell");
  });

  it("goes to the claim whose words are typed", async () => {
    await show(someClaims(300));
    await enter();
    await press("b");
    expect(focused()).toBe("Birds 1 fell");
    await press("b");
    expect(focused()).toBe("Birds 6 fell");
  });

  it("leaves f to the search, from where it was pressed in the list", async () => {
    await show(someClaims(9));
    await enter();
    await press("f");
    expect(document.activeElement).toBe(field());
  });

  it("folds nested claims away and goes in and out of them", async () => {
    await show(someClaims(9));
    await enter(sentence(1));
    expect(item(sentence(1)).getAttribute("aria-expanded")).toBe("true");
    await press("{ArrowRight}");
    expect(focused()).toBe("Clouds 2 fell");
    await press("{ArrowLeft}");
    expect(focused()).toBe("Birds 1 fell");
    await press("{ArrowLeft}");
    expect(item(sentence(1)).getAttribute("aria-expanded")).toBe("false");
    expect(items()).toHaveLength(8);
    await press("{ArrowRight}");
    expect(items()).toHaveLength(9);
  });

  it("opens a claim by Enter or a press, and says so", async () => {
    await show(someClaims(9));
    await enter(sentence(1));
    await press("{Enter}");
    expect(ui.get().activeId).toBe("c1");
    expect(spoken.at(-1)).toBe(`Claim open, 2 of 9: ${sentence(1)}`);
    await act(async () => userEvent.click(item(sentence(3))));
    expect(ui.get().activeId).toBe("c3");
    expect(item(sentence(3)).getAttribute("aria-current")).toBe("true");
  });

  it("reads each row as it looks: first what is claimed, then how the article knows and how far it is", async () => {
    const links = [
      link({ category: "media_report", sources: ["s1"], explicit: false }),
      link({ category: "hearsay" }),
    ];
    const [first, second] = someClaims(2);
    if (!first || !second) throw new Error("no claims");
    // Reason for `as`: the contract's arrays are mutable, the domain's are not.
    const chain = links as unknown as Claim["chain"];
    await show([{ ...first, chain, ownChain: chain, spans: [...first.spans, ...second.spans] }, second]);
    expect(item(sentence(0)).textContent).toBe(
      "Ash 0 fell.Another outlet's report, carried over[…], in 2 parts of the text← 2, 2 links" +
        ", hardest to check: link 2, rumour or hearsayDraft",
    );
    await act(async () => store.change("c1", { statement: "Birds came." }, "Edit"));
    await settle();
    expect(item("Birds came.").textContent).toContain("not saved yet");
  });

  it("emphasises what is under the pointer in the text, and points into the text", async () => {
    await show(someClaims(9));
    await act(async () => ui.set({ underPointer: ["c2"] }));
    expect(item(sentence(2)).dataset.pointed).toBe("true");
    await act(async () => userEvent.hover(item(sentence(4))));
    expect(ui.get().pointedAt).toEqual(["c4"]);
  });
});

describe("the field that finds", () => {
  it("is left by Escape for the list, once it is empty", async () => {
    await show(someClaims(3));
    await act(async () => field().focus());
    await press("{Escape}");
    await settle();
    expect(document.activeElement?.getAttribute("role")).toBe("treeitem");
  });
});

describe("a selection in the list", () => {
  it("is made by keys", async () => {
    await show(someClaims(9));
    await enter();
    await press("x");
    expect(chosen()).toBe("c0");
    await press("{Shift>}jj{/Shift}");
    expect(chosen()).toBe("c0 c1 c2");
    await press("{Shift>}k{/Shift}");
    expect(chosen()).toBe("c0 c1");
    expect(item(sentence(1)).getAttribute("aria-selected")).toBe("true");
    expect(item(sentence(2)).getAttribute("aria-selected")).toBe("false");
    await press("{Control>}a{/Control}");
    expect(ui.get().selectedIds).toHaveLength(9);
    expect(spoken.at(-1)).toBe("9 claims selected.");
    await press("{Escape}");
    expect(chosen()).toBe("");
  });

  it("is made by the mouse", async () => {
    await show(someClaims(9));
    await act(async () => userEvent.click(item(sentence(1)), { modifiers: ["Control"] }));
    await act(async () => userEvent.click(item(sentence(3)), { modifiers: ["Shift"] }));
    expect(chosen()).toBe("c1 c2 c3");
    await act(async () => userEvent.click(item(sentence(2)), { modifiers: ["Control"] }));
    expect(chosen()).toBe("c1 c3");
    expect(ui.get().activeId).toBeNull();
  });

  it("stays when the filter changes, says what is hidden, and can be kept to what is shown", async () => {
    await show(someClaims(9));
    await act(async () => ui.set({ selectedIds: ["c0", "c1", "gone"] }));
    await act(async () => userEvent.fill(field(), "birds"));
    await settle();
    expect(document.body.textContent).toContain("2 selected, 1 of them not shown");
    const keep = [...document.querySelectorAll("button")].find(
      (button) => button.textContent === "Keep shown",
    );
    await act(async () => keep?.click());
    expect(chosen()).toBe("c1");
  });
});

describe("the filter", () => {
  it("shows what matches, and says how many", async () => {
    await show(someClaims(9));
    await act(async () => userEvent.fill(field(), "birds"));
    await settle();
    expect(items().map((one) => one.textContent?.split(".")[0])).toEqual(["Birds 1 fell", "Birds 6 fell"]);
    await expect.poll(() => spoken.at(-1)).toBe("2 of 9 claims match.");
    await expect.poll(() => window.location.search).toBe("?find=birds");
  });

  it("shows its answer from the first row on, wherever the list was scrolled to", async () => {
    await show(someClaims(900));
    const scroller = document.querySelector("[role=tree]")?.parentElement;
    await act(async () => scroller?.scrollTo({ top: 20_000 }));
    await settle();
    await act(async () => userEvent.fill(field(), "birds"));
    await settle();
    await expect.poll(() => scroller?.scrollTop).toBe(0);
    expect(item(sentence(1)).getAttribute("aria-posinset")).toBe("1");
  });

  it("comes from the address, and is cleared by one key", async () => {
    window.history.replaceState(null, "", "?state=approved&only=unattributed");
    await show(someClaims(9));
    expect(items()).toHaveLength(4);
    const chips = [...document.querySelectorAll("[aria-label='Filters in use'] button")];
    expect(chips.map((chip) => chip.textContent)).toEqual(["Approved", "Attributed to nobody"]);
    await act(async () => (chips[1] as HTMLElement).click());
    expect(chips[1]?.isConnected).toBe(false);
    await press("{Shift>}f{/Shift}");
    expect(items()).toHaveLength(9);
    await expect.poll(() => window.location.search).toBe("");
  });

  it("offers the way back where nothing matches", async () => {
    await show(someClaims(9));
    await act(async () => userEvent.fill(field(), "snow"));
    await settle();
    expect(items()).toHaveLength(0);
    const clear = [...document.querySelectorAll("button")].find(
      (one) => one.textContent === "Clear the filters",
    );
    await act(async () => clear?.click());
    await settle();
    expect(items()).toHaveLength(9);
  });

  it("keeps j and k to what is shown", async () => {
    await show(someClaims(9));
    await act(async () => userEvent.fill(field(), "birds"));
    await settle();
    await act(async () => field().blur());
    await press("j");
    expect(ui.get().activeId).toBe("c1");
    await act(async () => field().blur());
    await press("j");
    expect(ui.get().activeId).toBe("c6");
  });
});

describe("sentences without a claim", () => {
  it("are listed once the text has been read", async () => {
    const claims = someClaims(3);
    await show(claims.slice(0, 2), claims.map((_, at) => sentence(at)).join(" "));
    const tab = document.querySelectorAll<HTMLElement>("[role=radio]")[1];
    await expect.poll(() => document.body.textContent).toContain("Without a claim 1");
    await act(async () => tab?.click());
    const list = document.querySelector("[aria-label='Sentences without a claim']");
    expect(list?.textContent).toBe(sentence(2));
    expect(document.body.textContent).toContain("66 % · 2 of 3 sentences carry a claim");
  });
});

it.each([0, 9])("has nothing that keeps anyone out, with %i claims", async (count) => {
  await show(
    someClaims(count),
    someClaims(10)
      .map((_, at) => sentence(at))
      .join(" "),
  );
  const { violations } = await axe.run(document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    // Sizes come from the page's tokens, which are not here; the journey measures them.
    rules: { "target-size": { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});
