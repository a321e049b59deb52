import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FallbackPainter } from "./fallback-paint.ts";
import { HighlightPainter } from "./paint.ts";
import { groupName, laneOf, type PaintedClaim, specialName } from "./paint-groups.ts";
import { renderArticle } from "./render-article.ts";
import type { TextMap } from "./text-map.ts";

const TEXT = "The minister said the port had closed on Monday.\n\nUnions 🚢 denied it, twice.";

function claim(id: string, words: readonly string[], more: Partial<PaintedClaim> = {}): PaintedClaim {
  const spans = words.map((word) => {
    const start = [...TEXT.slice(0, TEXT.indexOf(word))].length;
    return { start, end: start + [...word].length };
  });
  return { id, spans, family: "official", carried: false, faint: false, ...more };
}

/** What each registered highlight covers, as words: `group → covered texts`. */
function painted(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [name, highlight] of CSS.highlights) {
    found[name] = [...highlight].map((range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
  }
  return found;
}

const lane = laneOf({ family: "official", carried: false, faint: false });
const first = groupName(lane, 0);
const second = groupName(lane, 1);
const third = groupName(lane, 2);

let map: TextMap;
beforeEach(() => {
  map = renderArticle(document.body, TEXT);
});
afterEach(() => {
  CSS.highlights.clear();
  document.body.replaceChildren();
});

describe("painting with highlights", () => {
  it.each([
    ["apart", ["minister"], ["port"], { [first]: ["minister", "port"] }],
    ["adjacent", ["minister "], ["said"], { [first]: ["minister ", "said"] }],
    ["nested", ["the port had closed"], ["port"], { [first]: ["the port had closed"], [second]: ["port"] }],
    ["crossing", ["said the port"], ["port had"], { [first]: ["said the port"], [second]: ["port had"] }],
    ["identical", ["port"], ["port"], { [first]: ["port"], [second]: ["port"] }],
    ["discontinuous", ["The minister", "port"], ["said"], { [first]: ["The minister", "said", "port"] }],
    ["over paragraphs", ["Monday.\n\nUnions 🚢"], ["denied"], { [first]: ["Monday.Unions 🚢", "denied"] }],
  ])("paints %s claims each whole, overlaps in layers of their own", (_, one, other, expected) => {
    const painter = new HighlightPainter(map);
    const claims = [claim("a", one), claim("b", other)];
    painter.setAll(claims);
    const sorted = (all: Record<string, string[]>) =>
      Object.fromEntries(Object.entries(all).map(([name, texts]) => [name, texts.toSorted()]));
    expect(sorted(painted())).toEqual(sorted(expected));
    painter.setAll([]);
    for (const each of claims) painter.put(each);
    expect(sorted(painted())).toEqual(sorted(expected));
  });

  it("adds one claim without touching another's ranges", () => {
    const painter = new HighlightPainter(map);
    painter.setAll([claim("a", ["the port"]), claim("b", ["port had"])]);
    const before = [...CSS.highlights].flatMap(([, highlight]) => [...highlight]);
    painter.put(claim("c", ["closed", "port"]));
    const after = [...CSS.highlights].flatMap(([, highlight]) => [...highlight]);
    expect(before.every((range) => after.includes(range))).toBe(true);
    expect(after).toHaveLength(before.length + 2);
    expect(painted()[third]).toEqual(["port"]);
    painter.remove("c");
    expect([...CSS.highlights].flatMap(([, highlight]) => [...highlight])).toEqual(before);
  });

  it("replaces a claim, also in another lane", () => {
    const painter = new HighlightPainter(map);
    painter.put(claim("a", ["port"]));
    painter.put(claim("a", ["closed"], { family: "documents", carried: true, faint: true }));
    const other = laneOf({ family: "documents", carried: true, faint: true });
    expect(painted()).toEqual({ [groupName(other, 0)]: ["closed"] });
  });

  it("keeps two articles on one page apart", () => {
    const one = new HighlightPainter(map);
    const other = new HighlightPainter(renderArticle(document.body, TEXT));
    one.put(claim("a", ["port"]));
    other.put(claim("a", ["closed"]));
    expect(painted()).toEqual({ [first]: ["port", "closed"] });
    one.destroy();
    expect(painted()).toEqual({ [first]: ["closed"] });
  });

  it("emphasises the active claim and marks the article while it does", () => {
    const painter = new HighlightPainter(map);
    painter.put(claim("a", ["port"]));
    painter.setActive("a");
    expect(painted()["sl-active-official"]).toEqual(["port"]);
    expect(map.root.hasAttribute("data-has-active")).toBe(true);
    painter.put(claim("a", ["closed"]));
    expect(painted()["sl-active-official"]).toEqual(["closed"]);
    painter.remove("a");
    expect(painted()).toEqual({});
    expect(map.root.hasAttribute("data-has-active")).toBe(false);
  });

  it("paints and lifts what is not a claim", () => {
    const painter = new HighlightPainter(map);
    painter.setSpecial("cue", claim("x", ["said"]).spans);
    expect(painted()).toEqual({ [specialName("cue")]: ["said"] });
    painter.setSpecial("cue", []);
    expect(painted()).toEqual({});
  });

  it("takes colours and lines from the tokens of the element it stands on", () => {
    map.root.style.setProperty("--family-official-bg", "rgb(10, 20, 30)");
    map.root.style.setProperty("--family-official-mark", "underline solid 3px");
    const painter = new HighlightPainter(map);
    painter.put(claim("a", ["port"]));
    const [block] = map.blocks;
    const style = block && getComputedStyle(block, `::highlight(${first})`);
    expect(style?.backgroundColor).toMatch(
      /^(rgb\(10, 20, 30\)|color\(srgb 0\.039\d* 0\.078\d* 0\.117\d*\))$/,
    );
    expect(style?.textDecorationStyle).toBe("solid");
    expect(style?.textDecorationThickness).toBe("3px");
  });
});

describe("painting without highlights", () => {
  it("wraps stretches, says so, and leaves the text as it was", () => {
    const painter = new FallbackPainter(map);
    const before = map.root.textContent;
    painter.setAll([
      claim("a", ["said the port"]),
      claim("b", ["port had"]),
      claim("c", ["Monday.\n\nUnions 🚢"]),
    ]);
    expect(painter.isFallback).toBe(true);
    expect(map.root.textContent).toBe(before);
    const marks = [...map.root.querySelectorAll("mark")].map((mark) => [
      mark.textContent,
      mark.dataset.depth,
    ]);
    expect(marks).toEqual([
      ["said the ", "1"],
      ["port", "2"],
      [" had", "1"],
      ["Monday.", "1"],
      ["Unions 🚢", "1"],
    ]);
    painter.destroy();
    expect(map.root.querySelector("mark")).toBeNull();
    expect(map.root.textContent).toBe(before);
  });

  it("leaves offsets findable among the marks", () => {
    new FallbackPainter(map).setAll([claim("a", ["said the port"]), claim("b", ["port had", "Unions 🚢"])]);
    for (let offset = 0; offset < map.index.length; offset += 1) {
      const point = map.pointAt(offset, "after");
      const found = point && map.offsetOf(point.node, point.offset);
      if (map.index.slice({ start: offset, end: offset + 1 }) !== "\n") expect(found).toBe(offset);
    }
  });

  it("repaints only the paragraphs of the claim that changed", () => {
    const painter = new FallbackPainter(map);
    painter.setAll([claim("a", ["said"]), claim("b", ["denied"])]);
    const mark = map.blocks[0]?.querySelector("mark");
    painter.put(claim("b", ["twice"]));
    expect(map.blocks[0]?.querySelector("mark")).toBe(mark);
    expect(map.blocks[1]?.querySelector("mark")?.textContent).toBe("twice");
  });

  it("shows the active claim and its cue", () => {
    const painter = new FallbackPainter(map);
    painter.setAll([claim("a", ["said"])]);
    painter.setActive("a");
    painter.setSpecial("cue", claim("x", ["said"]).spans);
    const mark = map.root.querySelector("mark");
    expect(mark?.hasAttribute("data-active")).toBe(true);
    expect(mark?.dataset.special).toBe("cue");
  });
});
