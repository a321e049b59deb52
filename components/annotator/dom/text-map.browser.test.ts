import { afterEach, describe, expect, it } from "vitest";
import { offsetAt } from "./hit-test.ts";
import { nastyTexts } from "./nasty-texts.cases.ts";
import { rectOf, rectsOf } from "./rectangles.ts";
import { renderArticle } from "./render-article.ts";
import { TextMap } from "./text-map.ts";

afterEach(() => document.body.replaceChildren());

describe.each(nastyTexts)("a map of $name", ({ text }) => {
  it("finds every rendered offset again", () => {
    const map = renderArticle(document.body, text);
    for (const place of map.blocks.keys()) {
      const { start, end } = map.spanOfBlock(place);
      for (let offset = start; offset < end; offset += 1) {
        const point = map.pointAt(offset, "after");
        expect(point && map.offsetOf(point.node, point.offset)).toBe(offset);
      }
    }
  });

  it("renders a span as the words it covers", () => {
    const map = renderArticle(document.body, text);
    const { index } = map;
    for (let start = 0; start < Math.min(index.length, 60); start += 3) {
      for (const length of [1, 2, 9, 40]) {
        const span = { start, end: Math.min(index.length, start + length) };
        const range = map.rangeOf(span);
        const words = index.slice(span).replaceAll(/\s+/g, "");
        expect((range?.toString() ?? "").replaceAll(/\s+/g, "")).toBe(words);
        const back = range && map.spanOfRange(range);
        if (back) expect(index.slice(back).replaceAll(/\s+/g, "")).toBe(words);
      }
    }
  });

  it("reads the whole page selected as the whole article", () => {
    document.body.append("before");
    const map = renderArticle(document.body, text);
    document.body.append("after");
    const selection = document.getSelection();
    selection?.selectAllChildren(document.body);
    const span = map.spanOfSelection(selection)?.span;
    expect(span && map.index.slice(span).trim()).toBe(text.trim());
  });
});

describe("a selection", () => {
  const text = "First paragraph 🇵🇹 here.\n\n\n\nSecond one.";

  it("is the same span made forwards and backwards, and says which", () => {
    const map = renderArticle(document.body, text);
    const span = { start: text.indexOf("paragraph"), end: map.index.fromUtf16(text.indexOf(" one")) };
    for (const isBackward of [false, true]) {
      map.select(span, isBackward);
      expect(map.spanOfSelection(document.getSelection())).toEqual({ span, isBackward });
    }
  });

  it("that ends at the start of the next paragraph holds no blank lines", () => {
    const map = renderArticle(document.body, text);
    const [first, second] = map.blocks;
    const range = document.createRange();
    if (first?.firstChild && second) {
      range.setStart(first.firstChild, 0);
      range.setEnd(second, 0);
    }
    expect(map.spanOfRange(range)).toEqual(map.spanOfBlock(0));
  });

  it("outside the article or of nothing is no span", () => {
    const map = renderArticle(document.body, text);
    const other = document.createElement("p");
    other.textContent = "elsewhere";
    document.body.append(other);
    const selection = document.getSelection();
    selection?.selectAllChildren(other);
    expect(map.spanOfSelection(selection)).toBeNull();
    selection?.collapse(map.blocks[0]?.firstChild ?? null, 3);
    expect(map.spanOfSelection(selection)).toBeNull();
  });

  it("of blank lines only paints nothing", () => {
    const map = renderArticle(document.body, text);
    const gap = map.spanOfBlock(0).end;
    expect(map.boundsOf({ start: gap, end: gap + 2 })).toBeNull();
  });
});

describe("a point on screen", () => {
  it("is the character whose glyph is there", () => {
    const map = renderArticle(document.body, "Go 🚀 now, قال here\n\nsecond line");
    for (let offset = 0; offset < map.index.length; offset += 1) {
      const span = { start: offset, end: offset + 1 };
      const [rect] = rectsOf(map, span);
      if (!rect || map.index.slice(span).trim() === "") continue;
      expect(offsetAt(map, { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 })).toBe(offset);
    }
  });

  it("past the end of a line is no character", () => {
    const map = renderArticle(document.body, "short");
    const rect = rectOf(map, { start: 0, end: 5 });
    expect(offsetAt(map, { x: (rect?.right ?? 0) + 50, y: (rect?.top ?? 0) + 5 })).toBeNull();
  });
});

it("maps a paragraph of a megabyte both ways", () => {
  const text = "wört 🚢 ".repeat(150_000);
  const map = renderArticle(document.body, text);
  for (let offset = 0; offset < map.index.length; offset += 7919) {
    const point = map.pointAt(offset, "after");
    expect(point && map.offsetOf(point.node, point.offset)).toBe(offset);
  }
});

it("refuses a page that shows another text", () => {
  const { root, index } = renderArticle(document.body, "One.\n\nTwo.");
  root.lastElementChild?.replaceChildren("Tow.");
  expect(() => new TextMap(root, index)).toThrow("block 1");
});
