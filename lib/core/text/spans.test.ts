import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import { compareSpans, contains, normaliseFragments, overlaps, spanProblems } from "./spans.ts";
import { trimSpan } from "./trim-span.ts";

const span = fc.tuple(fc.nat(40), fc.nat(8)).map(([start, length]) => ({ start, end: start + length }));

function covered(spans: readonly { start: number; end: number }[]): number[] {
  return Array.from({ length: 60 }, (_, offset) => offset).filter((offset) =>
    spans.some(({ start, end }) => start <= offset && offset < end),
  );
}

describe("normaliseFragments", () => {
  test("orders fragments and makes one of those that overlap or touch", () => {
    const { spans } = marked("[It [rained]] and [he][ left], [so] did I");
    expect(normaliseFragments([...spans].reverse())).toEqual(
      marked("[It rained] and [he left], [so] did I").spans,
    );
  });

  test("law: it covers the same, in order, with gaps, and a second time changes nothing", () => {
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const fragments = normaliseFragments(spans);
        expect(covered(fragments)).toEqual(covered(spans));
        expect(normaliseFragments(fragments)).toEqual(fragments);
        for (const [place, { start, end }] of fragments.entries()) {
          expect(start).toBeLessThan(end);
          expect(start).toBeGreaterThan(fragments[place - 1]?.end ?? -1);
        }
      }),
    );
  });
});

describe("contains, overlaps, compareSpans", () => {
  test("touching spans do not overlap", () => {
    expect(overlaps({ start: 0, end: 2 }, { start: 2, end: 4 })).toBe(false);
    expect(overlaps({ start: 0, end: 3 }, { start: 2, end: 4 })).toBe(true);
  });

  test("a span contains itself and its parts only", () => {
    const whole = { start: 1, end: 4 };
    expect(contains(whole, whole)).toBe(true);
    expect(contains(whole, { start: 0, end: 2 })).toBe(false);
    expect(contains(whole, { start: 2, end: 5 })).toBe(false);
  });

  test("of two that start together the shorter comes first", () => {
    expect(compareSpans({ start: 1, end: 2 }, { start: 1, end: 3 })).toBeLessThan(0);
    expect(compareSpans({ start: 2, end: 3 }, { start: 1, end: 9 })).toBeGreaterThan(0);
  });

  test("law: both agree with counting code points", () => {
    fc.assert(
      fc.property(span, span, (one, other) => {
        const [a, b] = [covered([one]), covered([other])];
        expect(overlaps(one, other)).toBe(a.some((offset) => b.includes(offset)));
        fc.pre(b.length > 0);
        expect(contains(one, other)).toBe(b.every((offset) => a.includes(offset)));
      }),
    );
  });
});

describe("spanProblems", () => {
  test.each([
    ["none in ordered fragments", "[It] rained [all day]", []],
    ["none in fragments that touch", "[It][ rained]", []],
    ["a fragment inside another", "[It [rained]]", [{ kind: "overlapping_fragments", fragment: 1 }]],
    ["a cut flag", "[🇺]🇦", [{ kind: "cuts_grapheme", fragment: 0 }]],
    ["an empty fragment", "It[] [rained]", [{ kind: "empty", fragment: 0 }]],
  ])("finds %s", (_name, source, problems) => {
    const { text, spans } = marked(source);
    expect(spanProblems(spans, text)).toEqual(problems);
  });

  test("finds fragments in another order", () => {
    const { text, spans } = marked("[It] rained [all day]");
    expect(spanProblems([...spans].reverse(), text)).toEqual([{ kind: "not_ordered", fragment: 1 }]);
  });

  test.each([
    { start: -1, end: 2 },
    { start: 0, end: 4 },
    { start: 0.5, end: 2 },
    { start: 0, end: Number.NaN },
  ])("finds %j out of bounds, and nothing else about it", (outside) => {
    expect(spanProblems([outside, { start: 0, end: 1 }], "abc")).toEqual([
      { kind: "out_of_bounds", fragment: 0 },
    ]);
  });

  test("finds an empty fragment where the end comes first, and no problem in no fragments", () => {
    expect(spanProblems([{ start: 2, end: 1 }], "abc")).toEqual([{ kind: "empty", fragment: 0 }]);
    expect(spanProblems([], "abc")).toEqual([]);
  });
});

describe("trimSpan", () => {
  test.each([
    ["He[ said \n]it", "He [said] \nit"],
    ["He [said] it", "He [said] it"],
    ["[\t👩‍👩‍👧\u00a0]", "\t[👩‍👩‍👧]\u00a0"],
    ["a[ \u0301b ]", "a[ \u0301b] "],
  ])("takes white space off %j", (given, trimmed) => {
    const { text, span: whole } = marked(given);
    expect(trimSpan(text, whole)).toEqual(marked(trimmed).span);
  });

  test("answers null where nothing else is", () => {
    expect(trimSpan("a \n b", { start: 1, end: 4 })).toBeNull();
  });
});
