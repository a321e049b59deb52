import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { texts, textWithSpan } from "../../../tests/support/laws/texts.ts";
import { CodePointIndex } from "./code-point-index.ts";
import { cutsGrapheme } from "./graphemes.ts";
import type { Span } from "./span.ts";
import { compareSpans, contains, normaliseFragments, overlaps, spanProblems } from "./spans.ts";
import { trimSpan } from "./trim-span.ts";

const LENGTH = 24;
const span = fc
  .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 6 }))
  .map(([start, length]): Span => ({ start, end: Math.min(LENGTH, start + length) }));
const lists = fc.array(span, { maxLength: 6 });

/** Fragments as what they mean: a set of code points. */
function points(spans: readonly Span[]): Set<number> {
  return new Set(
    spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, offset) => start + offset)),
  );
}

describe("fragments as sets of code points", () => {
  test("law: union is the set's union, in whatever order and however grouped", () => {
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        const union = normaliseFragments([...one, ...other]);
        expect(points(union)).toEqual(new Set([...points(one), ...points(other)].sort((a, b) => a - b)));
        expect(normaliseFragments([...other, ...one])).toEqual(union);
        expect(normaliseFragments([...normaliseFragments(one), ...normaliseFragments(other)])).toEqual(union);
      }),
    );
  });

  test("law: it is the only list for its set, so that equal sets have equal lists", () => {
    fc.assert(
      fc.property(lists, (spans) => {
        const letters = [...points(spans)].map((offset) => ({ start: offset, end: offset + 1 }));
        expect(normaliseFragments(letters)).toEqual(normaliseFragments(spans));
      }),
    );
  });

  test("law: what is made normal has no problem in a plain text, unless it reaches beyond it", () => {
    fc.assert(
      fc.property(lists, fc.nat(LENGTH), (spans, length) => {
        const fragments = normaliseFragments(spans);
        const beyond = fragments.flatMap(({ end }, fragment) =>
          end > length ? [{ kind: "out_of_bounds", fragment }] : [],
        );
        expect(spanProblems(fragments, "a".repeat(length))).toEqual(beyond);
      }),
    );
  });
});

describe("relations of spans", () => {
  test("law: containing is an order", () => {
    fc.assert(
      fc.property(span, span, span, (a, b, c) => {
        expect(contains(a, a)).toBe(true);
        if (contains(a, b) && contains(b, a)) expect(a).toEqual(b);
        if (contains(a, b) && contains(b, c)) expect(contains(a, c)).toBe(true);
      }),
    );
  });

  test("law: overlapping is mutual, and what is contained overlaps", () => {
    fc.assert(
      fc.property(span, span, (a, b) => {
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        if (contains(a, b)) expect(overlaps(a, b)).toBe(true);
        expect(overlaps(a, b)).toBe([...points([a])].some((offset) => points([b]).has(offset)));
      }),
    );
  });

  test("law: the order of the text is total, and only equal spans are level", () => {
    fc.assert(
      fc.property(span, span, span, (a, b, c) => {
        expect(Math.sign(compareSpans(a, b))).toBe(-Math.sign(compareSpans(b, a)) + 0);
        if (compareSpans(a, b) <= 0 && compareSpans(b, c) <= 0)
          expect(compareSpans(a, c)).toBeLessThanOrEqual(0);
        if (compareSpans(a, b) === 0) expect(a).toEqual(b);
      }),
    );
  });
});

describe("spanProblems", () => {
  test("law: none are found exactly where fragments ascend without overlap, inside, cutting nothing", () => {
    fc.assert(
      fc.property(texts(12), lists, (text, spans) => {
        const index = new CodePointIndex(text);
        const isSound = spans.every(
          (one, place) =>
            one.end <= index.length &&
            !cutsGrapheme(index, one) &&
            spans.slice(0, place).every((before) => before.end <= one.start),
        );
        expect(spanProblems(spans, index).length === 0).toBe(isSound);
      }),
      { numRuns: 300 },
    );
  });

  test("law: each names a fragment of the list, in its order, and each kind once a fragment", () => {
    fc.assert(
      fc.property(texts(12), lists, (text, spans) => {
        const problems = spanProblems(spans, text);
        const order = problems.map(({ fragment }) => fragment);
        expect(order).toEqual([...order].sort((a, b) => a - b));
        expect(new Set(problems.map(({ kind, fragment }) => `${kind} ${fragment}`)).size).toBe(order.length);
        expect(order.every((fragment) => fragment < spans.length)).toBe(true);
      }),
    );
  });
});

describe("trimSpan", () => {
  test("law: it takes off white space only, and all of it, and a second time changes nothing", () => {
    fc.assert(
      fc.property(textWithSpan, ({ text, span: given }) => {
        const index = new CodePointIndex(text);
        const trimmed = trimSpan(index, given);
        if (trimmed === null) {
          expect(index.slice(given).trim()).toBe("");
          return;
        }
        expect(index.slice(trimmed)).toContain(index.slice(given).trim());
        expect(cutsGrapheme(index, trimmed)).toBe(false);
        expect(trimSpan(index, trimmed)).toEqual(trimmed);
      }),
      { numRuns: 300 },
    );
  });
});
