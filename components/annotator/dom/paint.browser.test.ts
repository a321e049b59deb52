import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { overlaps } from "#core/text/spans.ts";
import { painted } from "../../../tests/support/painted.ts";
import { FallbackPainter } from "./fallback-paint.ts";
import { nastyTexts } from "./nasty-texts.cases.ts";
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

const lane = laneOf({ family: "official", carried: false, faint: false });
const first = groupName(lane, 0);
const second = groupName(lane, 1);
const third = groupName(lane, 2);

let map: TextMap;
const painters: HighlightPainter[] = [];
function paintOn(one: TextMap): HighlightPainter {
  const painter = new HighlightPainter(one);
  painters.push(painter);
  return painter;
}

beforeEach(() => {
  map = renderArticle(document.body, TEXT);
});
afterEach(() => {
  for (const painter of painters.splice(0)) painter.destroy();
  window.scrollTo({ top: 0, behavior: "instant" });
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
    const painter = paintOn(map);
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
    const painter = paintOn(map);
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
    const painter = paintOn(map);
    painter.put(claim("a", ["port"]));
    painter.put(claim("a", ["closed"], { family: "documents", carried: true, faint: true }));
    const other = laneOf({ family: "documents", carried: true, faint: true });
    expect(painted()).toEqual({ [groupName(other, 0)]: ["closed"] });
  });

  it("keeps two articles on one page apart", () => {
    const one = paintOn(map);
    const other = paintOn(renderArticle(document.body, TEXT));
    one.put(claim("a", ["port"]));
    other.put(claim("a", ["closed"]));
    expect(painted()).toEqual({ [first]: ["port", "closed"] });
    one.destroy();
    expect(painted()).toEqual({ [first]: ["closed"] });
  });

  it("emphasises the active claim and marks the article while it does", () => {
    const painter = paintOn(map);
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
    const painter = paintOn(map);
    painter.setSpecial("cue", claim("x", ["said"]).spans);
    expect(painted()).toEqual({ [specialName("cue")]: ["said"] });
    painter.setSpecial("cue", []);
    expect(painted()).toEqual({});
  });

  it("takes colours and lines from the tokens of the element it stands on", () => {
    map.root.style.setProperty("--family-official-bg", "rgb(10, 20, 30)");
    map.root.style.setProperty("--family-official-mark", "underline solid 3px");
    const painter = paintOn(map);
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

describe("painting near the screen", () => {
  const words = Array.from({ length: 3000 }, (_, place) => `word${place}`);
  const long = Array.from({ length: 150 }, (_, place) => words.slice(place * 20, place * 20 + 20).join(" "));
  const spanOf = (word: string, text: string) => {
    const start = text.indexOf(`${word} `);
    return { start, end: start + word.length };
  };

  function paintEvery(text: string): HighlightPainter {
    document.body.replaceChildren();
    map = renderArticle(document.body, text);
    map.root.style.fontSize = "20px";
    const painter = paintOn(map);
    const marked = words.filter((_, place) => place % 20 === 3);
    painter.setAll(marked.map((word) => ({ ...claim(word, []), spans: [spanOf(word, text)] })));
    return painter;
  }

  const shown = () => new Set(Object.values(painted()).flat());
  const scrollTo = async (top: number) => {
    window.scrollTo({ top, behavior: "instant" });
    await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
  };

  it.each([
    ["many paragraphs", long.join("\n\n")],
    ["one very long paragraph", long.join(" ")],
  ])("registers what one can see of %s, wherever one scrolls, and drops what is far", async (_, text) => {
    const painter = paintEvery(text);
    expect(shown()).toContain("word3");
    expect(shown()).not.toContain("word2983");
    await scrollTo(document.documentElement.scrollHeight);
    expect(shown()).toContain("word2983");
    expect(shown()).not.toContain("word3");
    await scrollTo(0);
    expect(shown()).toContain("word3");
    painter.destroy();
    expect(painted()).toEqual({});
    await scrollTo(document.documentElement.scrollHeight);
    expect(painted()).toEqual({});
  });

  it("paints a claim added far away once it comes near, and a search hit too", async () => {
    const text = long.join("\n\n");
    const painter = paintEvery(text);
    painter.put({ ...claim("far", []), family: "unclear", spans: [spanOf("word2990", text)] });
    painter.setSpecial("search", [spanOf("word2985", text)]);
    expect(shown()).not.toContain("word2990");
    expect(shown()).not.toContain("word2985");
    await scrollTo(document.documentElement.scrollHeight);
    expect(shown()).toContain("word2990");
    expect(painted()[specialName("search")]).toEqual(["word2985"]);
  });

  it("paints every claim for print, and only those near the screen after it", () => {
    paintEvery(long.join("\n\n"));
    const near = shown().size;
    window.dispatchEvent(new Event("beforeprint"));
    expect(shown().size).toBe(150);
    window.dispatchEvent(new Event("afterprint"));
    expect(shown().size).toBe(near);
  });

  it("gives overlaps layers of their own also where one of them was far when it came", async () => {
    const text = long.join("\n\n");
    const painter = paintEvery(text);
    painter.put({ ...claim("over", []), spans: [spanOf("word2983", text)] });
    await scrollTo(document.documentElement.scrollHeight);
    expect(painted()[second]).toEqual(["word2983"]);
  });
});

describe.each(nastyTexts)("painting $name", ({ text }) => {
  type Share = readonly (readonly [from: number, to: number])[];
  /** Two claims' fragments, in tenths of the text. */
  const arrangements: readonly (readonly [name: string, one: Share, other: Share])[] = [
    ["overlapping", [[1, 6]], [[4, 9]]],
    ["nested", [[0, 10]], [[3, 5]]],
    [
      "crossing with fragments",
      [
        [0, 3],
        [5, 8],
      ],
      [[2, 6]],
    ],
    ["identical", [[2, 7]], [[2, 7]]],
    ["adjacent", [[1, 5]], [[5, 9]]],
    [
      "discontinuous",
      [
        [0, 2],
        [4, 6],
        [8, 10],
      ],
      [[2, 4]],
    ],
  ];

  it.each(arrangements)("covers exactly the words of %s claims, and moves no text", (_, one, other) => {
    document.body.replaceChildren();
    map = renderArticle(document.body, text);
    const { index, root } = map;
    const box = () => [root.innerHTML, root.offsetWidth, root.offsetHeight];
    const before = box();
    const claims = [one, other].map((share, place) => ({
      ...claim(`${place}`, []),
      spans: share
        .map(([from, to]) => ({
          start: Math.floor((from * index.length) / 10),
          end: Math.floor((to * index.length) / 10),
        }))
        .filter(({ start, end }) => start < end),
    }));
    paintOn(map).setAll(claims);
    const bare = (texts: readonly string[]) =>
      texts
        .map((words) => words.replaceAll(/\s+/g, ""))
        .filter((words) => words !== "")
        .toSorted();
    const expected = claims.flatMap(({ spans }) => spans.map((span) => index.slice(span)));
    expect(bare(Object.values(painted()).flat())).toEqual(bare(expected));
    expect(box()).toEqual(before);
    const deepest = Object.keys(painted()).some((name) => name === second);
    const overlap = claims[0]?.spans.some((span) => claims[1]?.spans.some((rival) => overlaps(span, rival)));
    if (!overlap) expect(deepest).toBe(false);
    else if (!/^\s+$/.test(index.text)) expect(Object.keys(painted())).toContain(second);
  });
});

it("paints claims all over a paragraph of a megabyte, as far as they are near", () => {
  const text = "wört da ".repeat(130_000);
  document.body.replaceChildren();
  map = renderArticle(document.body, text);
  const claims = Array.from({ length: 5000 }, (_, place) => ({
    ...claim(`${place}`, []),
    spans: [{ start: place * 200, end: place * 200 + 7 }],
  }));
  paintOn(map).setAll(claims);
  const { [first]: covered = [] } = painted();
  expect(new Set(covered)).toEqual(new Set(["wört da"]));
  expect(covered.length).toBeLessThan(500);
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

  it("wraps thousands of claims in one paragraph, the innermost on top", () => {
    document.body.replaceChildren();
    map = renderArticle(document.body, "word ".repeat(4000).trim());
    const claims = Array.from({ length: 2000 }, (_, place) => ({
      ...claim(`${place}`, []),
      family: place % 2 === 0 ? ("official" as const) : ("unclear" as const),
      spans: [{ start: place * 5, end: place * 5 + 14 }],
    }));
    new FallbackPainter(map).setAll(claims);
    const marks = [...map.root.querySelectorAll("mark")];
    expect({ ...marks[1]?.dataset }).toMatchObject({ depth: "2", family: "unclear" });
    expect(map.root.textContent).toBe(map.index.text);
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
