import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import { IntervalIndex } from "./interval-index.ts";
import { overlaps } from "./spans.ts";

const intervals = fc.array(
  fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length })),
);

describe("IntervalIndex", () => {
  test("answers what covers an offset, in the order of the text", () => {
    const { spans } = marked("[He said [it [rained]] today]");
    const index = new IntervalIndex(spans);
    expect(index.covering(12)).toEqual([0, 1, 2]);
    expect(index.covering(17)).toEqual([0]);
    expect(index.covering(23)).toEqual([]);
  });

  test("answers nothing for nothing", () => {
    expect(new IntervalIndex([]).covering(0)).toEqual([]);
    expect(new IntervalIndex([{ start: 0, end: 9 }]).overlapping(4, 4)).toEqual([]);
    expect(new IntervalIndex([{ start: 0, end: 9 }]).overlapping(-3, 0)).toEqual([]);
  });

  test("counts touching as apart", () => {
    const index = new IntervalIndex([{ start: 2, end: 4 }]);
    expect([index.overlapping(0, 2), index.overlapping(4, 6), index.overlapping(3, 4)]).toEqual([
      [],
      [],
      [0],
    ]);
  });

  test.each([
    { start: 1, end: 1 },
    { start: 2, end: 1 },
    { start: -1, end: 1 },
    { start: 0.5, end: 1 },
    { start: 0, end: Number.NaN },
  ])("refuses %j", (interval) => {
    expect(() => new IntervalIndex([interval])).toThrow(RangeError);
  });

  test("law: it agrees with looking at each interval", () => {
    fc.assert(
      fc.property(intervals, fc.nat(80), fc.nat(20), (spans, start, length) => {
        const index = new IntervalIndex(spans);
        const order = [...spans.keys()].sort(
          (a, b) => (spans[a]?.start ?? 0) - (spans[b]?.start ?? 0) || a - b,
        );
        const meeting = (range: { start: number; end: number }) =>
          order.filter((place) => overlaps(spans[place] ?? range, range));
        expect(index.size).toBe(spans.length);
        expect(index.overlapping(start, start + length)).toEqual(meeting({ start, end: start + length }));
        expect(index.covering(start)).toEqual(meeting({ start, end: start + 1 }));
      }),
      { numRuns: 500 },
    );
  });
});
