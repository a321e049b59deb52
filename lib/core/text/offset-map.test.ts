import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalise } from "./canonicalise.ts";
import { type OffsetMap, OffsetMapBuilder } from "./offset-map.ts";

/** What a rewriter told the builder: so many code points of the input became so many of the canonical text. */
type Passage = { readonly from: number; readonly to: number; readonly isKept: boolean };

const kept = fc.integer({ min: 1, max: 5 }).map((count) => ({ from: count, to: count, isKept: true }));
const rewritten = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 4 }))
  .map(([from, to]) => ({ from, to, isKept: false }));
const passages = fc.array(fc.oneof(kept, rewritten), { maxLength: 12 });

function built(list: readonly Passage[]): OffsetMap {
  const builder = new OffsetMapBuilder();
  for (const { from, to, isKept } of list) isKept ? builder.keep(from) : builder.rewrite(from, to);
  return builder.build();
}

/** Where the offset goes, found by walking: the last passage that starts at or before it decides. */
function walked(list: readonly Passage[], offset: number, isBack: boolean): number {
  let [here, there, answer] = [0, 0, 0];
  for (const { from, to, isKept } of list) {
    const [mine, other] = isBack ? [to, from] : [from, to];
    if (here > offset) break;
    const beyond = offset - here;
    answer = there + (beyond >= mine ? other : isKept ? beyond : 0);
    here += mine;
    there += other;
  }
  return answer;
}

const total = (list: readonly Passage[], side: "from" | "to") =>
  list.reduce((sum, passage) => sum + passage[side], 0);
const upTo = (length: number) => Array.from({ length: length + 1 }, (_, offset) => offset);

describe("an offset map", () => {
  test("of nothing has one place", () => {
    const map = built([]);
    expect([map.toCanonical(0), map.toInput(0)]).toEqual([0, 0]);
    expect(() => map.toCanonical(1)).toThrow("offset 1 is outside a text of length 0");
  });

  test("knows the length of what was told so far", () => {
    const builder = new OffsetMapBuilder();
    expect(builder.canonicalLength).toBe(0);
    builder.keep(3);
    builder.rewrite(2, 1);
    builder.rewrite(1, 0);
    expect(builder.canonicalLength).toBe(4);
  });

  test("law: it sends every offset where walking through the passages does, both ways", () => {
    fc.assert(
      fc.property(passages, (list) => {
        const map = built(list);
        for (const offset of upTo(total(list, "from")))
          expect([offset, map.toCanonical(offset)]).toEqual([offset, walked(list, offset, false)]);
        for (const offset of upTo(total(list, "to")))
          expect([offset, map.toInput(offset)]).toEqual([offset, walked(list, offset, true)]);
      }),
    );
  });

  test("law: a span carried over and back holds what it held, and once grown stays", () => {
    const nothingDropped = passages.map((list) => list.filter(({ to }) => to > 0));
    fc.assert(
      fc.property(nothingDropped, fc.nat(), fc.nat(), (list, one, other) => {
        const map = built(list);
        const places = total(list, "from") + 1;
        const [a, b] = [one % places, other % places];
        fc.pre(a !== b);
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const back = map.spanToInput(map.spanToCanonical(span));
        expect(back.start).toBeLessThanOrEqual(span.start);
        expect(back.end).toBeGreaterThanOrEqual(span.end);
        expect(map.spanToInput(map.spanToCanonical(back))).toEqual(back);
      }),
    );
  });

  test("leaves an empty span empty, and puts the span of what was dropped where it stood", () => {
    const map = built([
      { from: 2, to: 2, isKept: true },
      { from: 1, to: 0, isKept: false },
      { from: 2, to: 2, isKept: true },
    ]);
    expect(map.spanToCanonical({ start: 1, end: 1 })).toEqual({ start: 1, end: 1 });
    expect(map.spanToCanonical({ start: 2, end: 3 })).toEqual({ start: 2, end: 2 });
    expect(map.toInput(2)).toBe(3);
  });
});

/** Pieces whose canonical form does not depend on what stands beside them, as they come in and as they are stored. */
const pieces = [
  ["plain ", "plain "],
  ["\r\n", "\n"],
  ["e\u0301", "é"],
  ["q\u0307\u0323", "q\u0323\u0307"],
  ["\u212a", "K"],
  ["\u0958", "\u0915\u093c"],
  ["\u1112\u1161\u11ab", "한"],
  ["😀", "😀"],
  ["👩‍👩‍👧", "👩‍👩‍👧"],
  ["שלום", "שלום"],
  ["下雨", "下雨"],
  ["x".repeat(300), "x".repeat(300)],
] as const;

const marksOnPieces = fc.record({
  list: fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 20 }),
  hasByteOrderMark: fc.boolean(),
  first: fc.nat(),
  second: fc.nat(),
});

describe("marks that somebody set in the text as it came in", () => {
  test("law: stay on the same words through byte order mark, line ends and composition", () => {
    fc.assert(
      fc.property(marksOnPieces, ({ list, hasByteOrderMark, first, second }) => {
        const [a, b] = [first % (list.length + 1), second % (list.length + 1)];
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const side = (index: 0 | 1, start: number, end: number) =>
          list.slice(start, end).map((piece) => piece[index]);
        const count = (parts: readonly string[]) => [...parts.join("")].length;
        const shift = hasByteOrderMark ? 1 : 0;
        const start = shift + count(side(0, 0, from));
        const marked = { start, end: start + count(side(0, from, to)) };
        const result = canonicalise((hasByteOrderMark ? "\ufeff" : "") + side(0, 0, list.length).join(""));
        if (!result.ok) throw new Error(result.failure.kind);
        const { text, map } = result.value;
        const span = map.spanToCanonical(marked);
        expect([...text].slice(span.start, span.end).join("")).toBe(side(1, from, to).join(""));
        expect(map.spanToInput(span)).toEqual(marked);
        expect(map.toInput(map.toCanonical(marked.start))).toBe(marked.start);
      }),
      { numRuns: 400 },
    );
  });
});
