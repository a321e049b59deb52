import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { blocksOfPlainText } from "#core/text/blocks.ts";
import type { Span } from "#core/text/span.ts";
import { rectOf } from "../dom/rectangles.ts";
import { ArticleText } from "./article-text.tsx";
import type { ArticleClaim, ArticleEngine, ArticleTextProps, SelectionDetail } from "./article-types.ts";
import { PaintedClaims } from "./painted-claims.ts";

const TEXT = "The minister said the port had closed. Unions denied it.\n\nGo 🚢🇵🇹 on, he said.";
const blocks = blocksOfPlainText(TEXT);

function spanOf(words: string): Span {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return { start, end: start + [...words].length };
}

function claim(id: string, words: string, more: Partial<ArticleClaim> = {}): ArticleClaim {
  return {
    id,
    spans: [spanOf(words)],
    family: "official",
    carried: false,
    faint: false,
    state: "submitted",
    ...more,
  };
}

let root: Root;
let engine: ArticleEngine | null = null;
const takeEngine = (made: ArticleEngine | null): void => {
  engine = made;
};

type Shown = Partial<Omit<ArticleTextProps, "claims"> & { claims: readonly ArticleClaim[] }>;

function show({ claims = [], ...props }: Shown): void {
  const painted = new PaintedClaims(claims);
  act(() =>
    root.render(
      <ArticleText
        text={TEXT}
        blocks={blocks}
        claims={painted}
        label="Port"
        onEngine={takeEngine}
        {...props}
      />,
    ),
  );
}

function article(): HTMLElement {
  const found = document.querySelector<HTMLElement>("[role=document]");
  if (!found) throw new Error("no article");
  return found;
}

function wordsOf(span: Span | undefined): string | undefined {
  return span && engine?.map.index.slice(span);
}

function middleOf(words: string): { clientX: number; clientY: number } {
  const rect = engine && rectOf(engine.map, spanOf(words));
  if (!rect) throw new Error(`${words} is not on screen`);
  return { clientX: rect.x + rect.width / 2, clientY: rect.y + rect.height / 2 };
}

beforeEach(() => {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  const host = document.body.appendChild(document.createElement("div"));
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  document.body.replaceChildren();
});

describe("the article's text", () => {
  it("keeps every element and its box when claims come, change and go", () => {
    show({});
    const elements = [...article().querySelectorAll("*")];
    const height = article().offsetHeight;
    show({ claims: [claim("a", "the port")] });
    show({ claims: [claim("a", "closed", { family: "unclear" })], activeId: "a" });
    expect([...article().querySelectorAll("*")]).toEqual(elements);
    expect(article().offsetHeight).toBe(height);
    expect([...CSS.highlights.keys()]).toContain("sl-active-unclear");
    show({ claims: [] });
    expect(CSS.highlights.size).toBe(0);
  });

  it("paints marks and lifts everything when it goes", () => {
    show({ claims: [claim("a", "the port")], marks: { cue: [spanOf("said")] } });
    expect(CSS.highlights.get("sl-cue")?.size).toBe(1);
    act(() => root.render(null));
    expect(CSS.highlights.size).toBe(0);
  });

  it("paints a new text's claims after the old one's are gone", () => {
    show({ claims: [claim("a", "the port")] });
    const text = "Another text.";
    show({
      text,
      blocks: blocksOfPlainText(text),
      claims: [{ ...claim("a", "x"), spans: [{ start: 0, end: 7 }] }],
    });
    expect([...CSS.highlights.values()].map(({ size }) => size)).toEqual([1]);
  });
});

describe("a long text", () => {
  it("is rendered in parts that are skipped out of sight, lists as lists", () => {
    const items = Array.from({ length: 1500 }, (_, place) => `Item ${place} ${"of many words ".repeat(4)}`);
    const text = items.join("\n\n");
    const long = blocksOfPlainText(text).map((block, place) => ({
      ...block,
      kind: place < 3 ? ("list_item" as const) : block.kind,
    }));
    show({ text, blocks: long });
    const part = article().firstElementChild;
    expect(part && getComputedStyle(part).contentVisibility).toBe("auto");
    expect(article().querySelectorAll("ul > li")).toHaveLength(3);
    expect(engine?.map.blocks).toHaveLength(1500);
  });
});

describe("selecting", () => {
  it("by keys alone gives whole words", async () => {
    const onSelect = vi.fn<(detail: SelectionDetail | null) => void>();
    show({ onSelect });
    article().focus();
    await userEvent.keyboard(
      "{Control>}{Home}{/Control}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}",
    );
    await userEvent.keyboard("{Shift>}{ArrowRight}{ArrowRight}{/Shift}");
    expect(wordsOf(onSelect.mock.lastCall?.[0]?.span)).toBe("minister");
    await userEvent.keyboard("{Control>}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{/Control}");
    expect(wordsOf(onSelect.mock.lastCall?.[0]?.span)).toBe("minister said");
    expect(onSelect.mock.lastCall?.[0]?.by).toBe("keys");
    await userEvent.keyboard("{Escape}");
    expect(onSelect.mock.lastCall?.[0]).toBeNull();
  });

  it("by keys cuts no emoji, and reaches the end of the article and no further", async () => {
    const onSelect = vi.fn<(detail: SelectionDetail | null) => void>();
    show({ onSelect, snap: "graphemes" });
    article().focus();
    engine?.map.select({ start: spanOf("🚢").start, end: spanOf("🚢").start });
    await userEvent.keyboard("{Shift>}{ArrowRight}{ArrowRight}{/Shift}");
    expect(wordsOf(onSelect.mock.lastCall?.[0]?.span)).toBe("🚢🇵🇹");
    await userEvent.keyboard("{Control>}{Shift>}{End}{/Shift}{/Control}{Shift>}{ArrowDown}{/Shift}");
    expect(wordsOf(onSelect.mock.lastCall?.[0]?.span)).toBe("🚢🇵🇹 on, he said.");
  });

  it("by another measure is told anew, as it was drawn", async () => {
    const onSelect = vi.fn<(detail: SelectionDetail | null) => void>();
    show({ onSelect });
    article().focus();
    engine?.map.select(spanOf("nist"));
    await vi.waitFor(() => expect(wordsOf(onSelect.mock.lastCall?.[0]?.span)).toBe("minister"));
    show({ onSelect, snap: "graphemes" });
    expect(wordsOf(onSelect.mock.lastCall?.[0]?.span)).toBe("nist");
    show({ onSelect });
    expect(wordsOf(onSelect.mock.lastCall?.[0]?.span)).toBe("minister");
  });

  it("by keys goes on where it was, after a look elsewhere", async () => {
    const onSelect = vi.fn<(detail: SelectionDetail | null) => void>();
    show({ onSelect });
    const field = document.body.appendChild(document.createElement("input"));
    article().focus();
    const moved = new Promise((resolve) =>
      document.addEventListener("selectionchange", resolve, { once: true }),
    );
    engine?.map.select({ start: spanOf("Unions").start, end: spanOf("Unions").start });
    await moved;
    field.focus();
    document.getSelection()?.removeAllRanges();
    article().focus();
    await userEvent.keyboard("{Control>}{Shift>}{ArrowRight}{/Shift}{/Control}");
    expect(wordsOf(onSelect.mock.lastCall?.[0]?.span)).toBe("Unions");
  });

  it("shows a caret while it is moved by keys", async () => {
    show({});
    article().focus();
    await userEvent.keyboard("{ArrowRight}");
    const caret = article().nextElementSibling;
    expect(caret instanceof HTMLElement && !caret.hidden && caret.offsetHeight > 8).toBe(true);
  });

  it("by a third click takes the sentence", () => {
    const onSelect = vi.fn<(detail: SelectionDetail | null) => void>();
    show({ onSelect });
    article().dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 3, ...middleOf("denied") }));
    expect(wordsOf(onSelect.mock.lastCall?.[0]?.span)).toBe("Unions denied it.");
  });

  it("by a drag with Alt adds a fragment", async () => {
    const onSelect = vi.fn<(detail: SelectionDetail | null) => void>();
    show({ onSelect });
    article().dispatchEvent(
      new PointerEvent("pointerdown", { bubbles: true, altKey: true, pointerType: "mouse" }),
    );
    engine?.map.select(spanOf("nions den"));
    document.dispatchEvent(new PointerEvent("pointerup"));
    await vi.waitFor(() => expect(wordsOf(onSelect.mock.lastCall?.[0]?.span)).toBe("Unions denied"));
    expect(onSelect.mock.lastCall?.[0]).toMatchObject({ add: true, by: "mouse" });
    expect(CSS.highlights.get("sl-selection")?.size).toBe(1);
  });
});

describe("a selection that was dropped", () => {
  it("is no longer painted, and is told again when made again", async () => {
    const onSelect = vi.fn<(detail: SelectionDetail | null) => void>();
    show({ onSelect });
    for (const times of [1, 2]) {
      article().dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, pointerType: "mouse" }));
      engine?.map.select(spanOf("Unions"));
      document.dispatchEvent(new PointerEvent("pointerup"));
      await vi.waitFor(() => expect(onSelect).toHaveBeenCalledTimes(times));
      document.getSelection()?.removeAllRanges();
      await vi.waitFor(() => expect(CSS.highlights.get("sl-selection")?.size ?? 0).toBe(0));
    }
  });
});

describe("what a selection was made by", () => {
  it.each([
    ["mouse", "mouse"],
    ["pen", "mouse"],
    ["touch", "touch"],
  ] as const)("is told of a %s, until a key grows it", async (pointerType, by) => {
    const onSelect = vi.fn<(detail: SelectionDetail | null) => void>();
    show({ onSelect });
    article().dispatchEvent(new PointerEvent("pointerdown", { bubbles: true, pointerType }));
    engine?.map.select(spanOf("Unions"));
    document.dispatchEvent(new PointerEvent("pointerup"));
    await vi.waitFor(() => expect(onSelect.mock.lastCall?.[0]?.by).toBe(by));
    article().focus();
    await userEvent.keyboard("{Control>}{Shift>}{ArrowRight}{ArrowRight}{/Shift}{/Control}");
    expect(onSelect.mock.lastCall?.[0]?.by).toBe("keys");
  });
});

describe("pointing", () => {
  const claims = [claim("outer", "said the port had closed"), claim("inner", "port")];

  it("at several claims names them all, outermost first, and bare text none", () => {
    const onPoint = vi.fn();
    show({ claims, onPoint });
    article().dispatchEvent(new MouseEvent("click", { bubbles: true, ...middleOf("port") }));
    expect(onPoint.mock.lastCall?.[0]).toEqual(["outer", "inner"]);
    article().dispatchEvent(new MouseEvent("click", { bubbles: true, ...middleOf("denied") }));
    expect(onPoint.mock.lastCall?.[0]).toEqual([]);
  });

  it("reports a hover once and paints it", async () => {
    const onHover = vi.fn();
    show({ claims, onHover });
    const move = () =>
      article().dispatchEvent(new PointerEvent("pointermove", { bubbles: true, ...middleOf("port") }));
    move();
    await vi.waitFor(() => expect(onHover).toHaveBeenCalledWith(["outer", "inner"]));
    move();
    await new Promise(requestAnimationFrame);
    expect(onHover).toHaveBeenCalledTimes(1);
    expect(CSS.highlights.get("sl-hovered")?.size).toBe(2);
  });
});

function drag(handleOf: string, to: string): void {
  const handle = document.querySelector(handleOf);
  if (!handle) throw new Error("no handle");
  handle.setPointerCapture = () => undefined;
  handle.releasePointerCapture = () => undefined;
  handle.hasPointerCapture = () => true;
  act(() => {
    for (const type of ["pointerdown", "pointermove", "pointerup"]) {
      handle.dispatchEvent(new PointerEvent(type, { bubbles: true, ...middleOf(to) }));
    }
  });
}

describe("adjusting the active claim", () => {
  it("by the handles of one fragment leaves the others", async () => {
    const onAdjust = vi.fn();
    const spans = [spanOf("The minister"), spanOf("the port")];
    show({ claims: [claim("a", "the port", { spans })], activeId: "a", onAdjust });
    expect(document.querySelectorAll("[data-edge]")).toHaveLength(4);
    drag("[data-fragment='0'][data-edge=end]", "said");
    expect(onAdjust).toHaveBeenLastCalledWith("a", [spanOf("The minister said"), spanOf("the port")]);
  });

  it("by letters where selecting takes letters", () => {
    const onAdjust = vi.fn();
    show({ claims: [claim("a", "the port")], activeId: "a", onAdjust, snap: "graphemes" });
    drag("[data-edge=end]", "closed");
    const [[, [span]]] = onAdjust.mock.calls as [[string, Span[]]];
    expect(wordsOf(span)).toMatch(/^the port had clos?/u);
    expect(wordsOf(span)).not.toBe("the port had closed");
  });

  it("by its handles snaps to the word dropped on", async () => {
    const onAdjust = vi.fn();
    show({ claims: [claim("a", "the port")], activeId: "a", onAdjust });
    drag("[data-edge=end]", "closed");
    expect(onAdjust).toHaveBeenLastCalledWith("a", [spanOf("the port had closed")]);
  });
});

describe("what is pasted into the text or dropped on it", () => {
  it.each(["paste", "drop"])("is refused and said: %s", (type) => {
    const onRefuse = vi.fn();
    show({ onRefuse });
    const before = article().innerHTML;
    const event = new Event(type, { bubbles: true, cancelable: true });
    article().querySelector("p")?.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(onRefuse).toHaveBeenCalledTimes(1);
    expect(article().innerHTML).toBe(before);
  });
});
