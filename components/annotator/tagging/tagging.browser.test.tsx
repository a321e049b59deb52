import { act, useRef } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type Locator, page, userEvent } from "vitest/browser";
import { link } from "#core/attribution/link.ts";
import { claimOf } from "#lib/client/workspace/claim.cases.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import { marked } from "../../../tests/support/marked-text.ts";
import { type Stage, sourceOf, stage } from "../../../tests/support/workspace-stage.tsx";
import { ChainEditor } from "../../chain/chain-editor.tsx";
import { useAskedFocus } from "../workspace/use-asked-focus.ts";
import { useUi } from "../workspace/workspace-context.tsx";
import { Tagging } from "./tagging.tsx";

const { text, spans } = marked("[It rained], Ada said, [and it hailed]. [The river rose]. [Fog came].");
const [rained, hailed, river, fog] = spans.map((span) => [span]);
const byAda = link({ category: "named_statement", sources: ["ada"] });
const links = (...some: (typeof byAda)[]) => some as Claim["chain"];
const one = claimOf({ id: "one", spans: rained ?? [], ownChain: links(byAda) });
const bare = (id: string, at: typeof rained, more: Partial<Claim> = {}) =>
  claimOf({ id, spans: at ?? [], provenance: "unclear", statement: `${id} happened.`, ...more });
const all = [one, bare("hail", hailed), bare("rise", river), bare("mist", fog)];

let at: Stage | null = null;
async function open(claims: readonly Claim[] = all): Promise<Stage> {
  at = await stage(text, claims, [sourceOf("ada", "Ada")], (active) => (
    <>
      {active ? <ChainEditor claim={active} /> : null}
      <Tagging />
    </>
  ));
  return at;
}
const press = (...keys: readonly string[]) => act(async () => userEvent.keyboard(keys.join("")));
const click = (what: Locator) => act(async () => userEvent.click(what));
const activate = (activeId: string | null) =>
  act(() => at?.ui.set({ activeId, activeLink: null, focus: null }));
const choose = (...selectedIds: readonly string[]) => act(() => at?.ui.set({ selectedIds }));
const provenances = () => all.map(({ id }) => at?.store.get(id)?.provenance);

afterEach(() => at?.leave());

describe("the guided decision", () => {
  it("asks question by question, shows the way, goes back, and applies what it comes to", async () => {
    await open();
    activate("rise");
    await press("d");
    const panel = page.getByRole("dialog", { name: "How does the article know?" });
    await expect.element(panel).toHaveFocus();
    await expect.element(panel).toHaveTextContent(/outside itself/u);
    await press("y", "n", "n", "n", "n", "y");
    await expect.element(panel).toHaveTextContent(/several reporters/u);
    await press("{Backspace}", "y", "y");
    await expect.element(page.getByRole("region", { name: "About On-record briefing" })).toBeInTheDocument();
    await expect
      .element(page.getByRole("list", { name: "Answered so far" }))
      .toHaveTextContent(/outside itself.*Yes/u);
    await press("{Enter}");
    expect(at?.store.get("rise")?.provenance).toBe("press_briefing");
    await expect.element(page.getByRole("combobox", { name: "Source" })).toHaveFocus();
  });

  it("begins a further link at other media, where the article's own voice is no answer", async () => {
    await open();
    activate("one");
    await press("c", "o", "d");
    const panel = page.getByRole("dialog", { name: "How did it get from there?" });
    await expect.element(panel).toHaveTextContent(/another news outlet/u);
    await press("y", "1");
    expect(at?.store.get("one")?.chain.map(({ category }) => category)).toEqual([
      "named_statement",
      "media_report",
    ]);
  });

  it("is left as it was found", async () => {
    await open();
    activate("rise");
    await press("d", "y", "{Escape}");
    expect(page.getByRole("dialog").elements()).toHaveLength(0);
    expect(provenances()).toEqual(["named_statement", "unclear", "unclear", "unclear"]);
  });

  it("goes back to any answer by pointer", async () => {
    await open();
    activate("rise");
    await press("d", "y", "n");
    await click(page.getByRole("button", { name: /outside itself.*Yes/u }));
    await press("n", "y");
    await press("{Enter}");
    expect(at?.store.get("rise")?.provenance).toBe("own_observation");
  });
});

describe("a chain taken over", () => {
  it("is by one key the same as the claim last tagged", async () => {
    await open();
    activate("hail");
    await press("1", "4");
    activate("mist");
    await press("=");
    expect(provenances()).toEqual(["named_statement", "official_statement", "unclear", "official_statement"]);
  });

  it("is after a reload that of one's own claim changed last", async () => {
    const later = bare("later", fog, { provenance: "own_analysis", updatedAt: "2026-02-01T00:00:00.000Z" });
    const others = bare("others", fog, {
      provenance: "background_unattributed",
      createdBy: "somebody",
      updatedAt: "2026-03-01T00:00:00.000Z",
    });
    await open([...all, later, others]);
    activate("rise");
    await press("=");
    expect(at?.store.get("rise")?.provenance).toBe("own_analysis");
  });

  it("is by one key that of the claim before, whoever tagged it", async () => {
    await open();
    activate("rise");
    await press("b");
    expect(at?.store.get("rise")?.ownChain).toMatchObject([
      { category: "named_statement", sources: ["ada"] },
    ]);
    expect(at?.heard.at(-1)).toMatch(/words stand elsewhere/u);
  });

  it("is chosen among those near by, by a digit", async () => {
    await open();
    activate("mist");
    await press("{Shift>}B{/Shift}");
    await expect
      .element(page.getByRole("dialog", { name: "Take over which chain?" }))
      .toHaveTextContent(/Ada/u);
    await press("1");
    expect(at?.store.get("mist")?.provenance).toBe("named_statement");
  });

  it("says so where there is none", async () => {
    await open(all.slice(1));
    activate("hail");
    await press("=");
    expect(at?.heard.at(-1)).toBe("No claim was tagged yet.");
  });
});

describe("several claims at once", () => {
  it("are tagged by two digits, and one step takes it back", async () => {
    await open();
    choose("hail", "rise", "mist");
    await press("4", "2");
    expect(provenances()).toEqual(["named_statement", "wire_copy", "wire_copy", "wire_copy"]);
    await expect
      .element(page.getByRole("region", { name: "Several claims" }))
      .toHaveTextContent(/3 claims changed/u);
    await click(page.getByRole("button", { name: "Undo" }));
    expect(provenances()).toEqual(["named_statement", "unclear", "unclear", "unclear"]);
  });

  it.each<[string, () => unknown]>([
    [
      "something else was done",
      () => act(() => at?.store.change("one", { statement: "It poured." }, "Change it")),
    ],
    [
      "it was undone by key with a claim open",
      () => {
        activate("one");
        return press("{Control>}z{/Control}");
      },
    ],
  ])("offer no undo in their report once %s", async (_, doElse) => {
    await open();
    choose("hail", "rise");
    await press("4", "2");
    const undo = page.getByRole("button", { name: "Undo" });
    await expect.element(undo).toBeInTheDocument();
    await doElse();
    expect(undo.elements()).toHaveLength(0);
  });

  it("are summed up before a chain goes, and nothing is done before the yes", async () => {
    await open();
    choose("one", "rise");
    await press("6", "2");
    const summary = page.getByRole("group", { name: "Before it is done" });
    await expect.element(summary).toHaveTextContent(/1 claim with a chain: the chain goes/u);
    expect(provenances()[0]).toBe("named_statement");
    await press("{Escape}");
    expect(summary.elements()).toHaveLength(0);
    await press("6", "2", "{Enter}");
    expect(provenances()).toEqual(["own_analysis", "unclear", "own_analysis", "unclear"]);
  });

  it("tell which were not changed and why, and lead there", async () => {
    await open([...all, bare("handed", fog, { state: "submitted" })]);
    choose("hail", "handed");
    await press("{Control>}{Enter}{/Control}", "{Enter}");
    const left = page.getByRole("list", { name: "Not changed" });
    await expect.element(left).toHaveTextContent(/handed happened\. It is with review already\./u);
    await click(page.getByRole("button", { name: "handed happened." }));
    expect(at?.ui.get().activeId).toBe("handed");
  });

  it("are removed after a summary", async () => {
    await open();
    choose("hail", "rise");
    await press("{Delete}");
    expect(at?.store.get("hail")).not.toBeNull();
    await press("{Enter}");
    expect(at?.store.get("hail")).toBeNull();
    await click(page.getByRole("button", { name: "Undo" }));
    expect(at?.store.get("rise")).not.toBeNull();
  });

  it("are meant by what is pressed until a claim is opened, and again once it is left", async () => {
    await open();
    activate("one");
    choose("hail", "rise");
    await press("4", "1");
    expect(provenances()).toEqual(["named_statement", "media_report", "media_report", "unclear"]);
    activate("mist");
    await press("4", "2");
    expect(provenances()).toEqual(["named_statement", "media_report", "media_report", "wire_copy"]);
    activate(null);
    await press("4", "3");
    expect(provenances()).toEqual(["named_statement", "social_post", "social_post", "wire_copy"]);
    await press("{Escape}");
    expect(at?.ui.get().selectedIds).toEqual([]);
  });

  it("are given a flag of one's own", async () => {
    await open();
    choose("hail", "rise");
    await press("!");
    await expect.element(page.getByRole("combobox", { name: "Flag" })).toHaveFocus();
    await press("Second hand");
    await press("{Enter}");
    expect(at?.store.get("hail")?.flags).toEqual(["second_hand"]);
    expect(at?.store.get("rise")?.flags).toEqual(["second_hand"]);
  });
});

/** A field that is still on its way while the sheet is down. */
function Late() {
  return useUi((state) => state.isSheetOpen) ? <Field /> : null;
}

function Field() {
  const input = useRef<HTMLInputElement>(null);
  useAskedFocus("source", () => input.current);
  return <input ref={input} aria-label="Late" />;
}

describe("what is typed before its field is there", () => {
  it("arrives in the field and is no command", async () => {
    at = await stage(text, all, [], () => <Late />);
    activate("rise");
    act(() => at?.ui.set({ focus: { field: "source" } }));
    await press("da");
    expect(at.ui.get().asking).toBeNull();
    act(() => at?.ui.set({ isSheetOpen: true }));
    await press("mp");
    await expect.element(page.getByLabelText("Late")).toHaveValue("damp");
  });

  it("stays where it is typed, when that is another field", async () => {
    at = await stage(text, all, [], () => (
      <>
        <Late />
        <input aria-label="Other" />
      </>
    ));
    await click(page.getByLabelText("Other"));
    act(() => at?.ui.set({ focus: { field: "source" } }));
    await press("da");
    await expect.element(page.getByLabelText("Other")).toHaveValue("da");
    act(() => at?.ui.set({ isSheetOpen: true }));
    await press("mp");
    await expect.element(page.getByLabelText("Late")).toHaveValue("mp");
  });

  it("is waited for anew when the field is asked for anew", async () => {
    at = await stage(text, all, [], () => <Late />);
    const clock = vi.spyOn(performance, "now");
    for (const now of [0, 60_000]) {
      clock.mockReturnValue(now);
      act(() => at?.ui.set({ focus: { field: "source" } }));
    }
    await press("da");
    clock.mockRestore();
    act(() => at?.ui.set({ isSheetOpen: true }));
    await expect.element(page.getByLabelText("Late")).toHaveValue("da");
  });

  it("is kept while the field is asked for once more", async () => {
    at = await stage(text, all, [], () => <Late />);
    for (const letter of "da") {
      act(() => at?.ui.set({ focus: { field: "source" } }));
      await press(letter);
    }
    act(() => at?.ui.set({ isSheetOpen: true }));
    await expect.element(page.getByLabelText("Late")).toHaveValue("da");
  });
});
