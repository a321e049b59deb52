import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CodedLayer } from "./coded.ts";
import { claimAt, layerOf } from "./made-up.cases.ts";
import { type SpanCounts, spanCounts } from "./span-scores.ts";
import { bucketOf } from "./time-bucket.ts";

const cases: readonly (Partial<SpanCounts> & {
  readonly name: string;
  readonly layers: readonly [string, string];
})[] = [
  { name: "nothing", layers: ["", ""], claimsA: 0, claimsB: 0, metA: 0, metB: 0, charactersBoth: 0 },
  { name: "one side alone", layers: ["x:0-10", ""], claimsA: 1, metA: 0, charactersA: 10, charactersB: 0 },
  { name: "the same", layers: ["x:0-10", "y:0-10"], metA: 1, metB: 1, exact: 1, half: 1, charactersBoth: 10 },
  { name: "a half", layers: ["x:0-10", "y:0-5"], metA: 1, metB: 1, exact: 0, half: 1, charactersBoth: 5 },
  { name: "less than a half", layers: ["x:0-10", "y:0-4"], metA: 1, exact: 0, half: 0, charactersBoth: 4 },
  { name: "hardly anything", layers: ["x:0-99", "y:98-120"], metA: 1, metB: 1, half: 0, charactersBoth: 1 },
  { name: "neighbours", layers: ["x:0-10", "y:10-20"], metA: 0, metB: 0, charactersBoth: 0 },
  {
    name: "one long claim for two short ones",
    layers: ["x:0-20", "v:0-10 w:10-20"],
    ...{ claimsA: 1, claimsB: 2, metA: 1, metB: 2, exact: 0, half: 1 },
    ...{ charactersA: 20, charactersB: 20, charactersBoth: 20 },
  },
  {
    name: "nested claims, their characters once",
    layers: ["x:0-20 y:5-10", "v:0-20 w:5-10"],
    ...{ exact: 2, half: 2, charactersA: 20, charactersB: 20, charactersBoth: 20 },
  },
  { name: "fragments", layers: ["x:0-5,10-15", "y:0-15"], metA: 1, metB: 1, half: 1, charactersBoth: 10 },
];

const span = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => ({ start, end: start + length }));
const layer = (coderId: string) =>
  fc.array(fc.array(span, { minLength: 1, maxLength: 2 }), { maxLength: 4 }).map(
    (all): CodedLayer => ({
      layerId: coderId,
      coderId,
      claims: all.map((spans, at) => claimAt(`${coderId}${at}`, spans)),
    }),
  );

describe("spanCounts", () => {
  test.each(cases)("counts $name", ({ name: _, layers: [a, b], ...expected }) => {
    expect(spanCounts(layerOf("a", a), layerOf("b", b))).toMatchObject(expected);
  });

  test("law: is the same with the coders exchanged, so that every F1 is symmetric", () => {
    fc.assert(
      fc.property(layer("a"), layer("b"), (a, b) => {
        const forth = spanCounts(a, b);
        const back = spanCounts(b, a);
        expect(back).toEqual({
          ...forth,
          ...{ claimsA: forth.claimsB, claimsB: forth.claimsA, metA: forth.metB, metB: forth.metA },
          ...{ charactersA: forth.charactersB, charactersB: forth.charactersA },
        });
      }),
    );
  });

  test("law: exact pairs are among those of a half, those among what is met, and all among the claims", () => {
    fc.assert(
      fc.property(layer("a"), layer("b"), (a, b) => {
        const counts = spanCounts(a, b);
        expect(counts.exact).toBeLessThanOrEqual(counts.half);
        expect(counts.half).toBeLessThanOrEqual(Math.min(counts.metA, counts.metB));
        expect(counts.metA).toBeLessThanOrEqual(counts.claimsA);
        expect(counts.metB).toBeLessThanOrEqual(counts.claimsB);
        expect(counts.charactersBoth).toBeLessThanOrEqual(Math.min(counts.charactersA, counts.charactersB));
        expect(counts.charactersBoth > 0).toBe(counts.metA > 0);
      }),
    );
  });

  test("law: everything is met and exact in a copy", () => {
    fc.assert(
      fc.property(layer("a"), (a) => {
        const counts = spanCounts(a, { ...a, layerId: "copy" });
        const all = a.claims.length;
        expect(counts).toMatchObject({ claimsB: all, metA: all, metB: all, exact: all, half: all });
        expect(counts.charactersBoth).toBe(counts.charactersA);
      }),
    );
  });
});

describe("bucketOf", () => {
  test.each([
    ["2026-03-05T10:00:00.000Z", "2026-03", "2026-W10"],
    ["2026-01-01T00:00:00.000Z", "2026-01", "2026-W01"],
    ["2027-01-01T00:00:00.000Z", "2027-01", "2026-W53"],
    ["2024-12-30T12:00:00.000Z", "2024-12", "2025-W01"],
    ["2023-01-01T23:59:59.999Z", "2023-01", "2022-W52"],
    ["2026-03-01T23:30:00.000-05:00", "2026-03", "2026-W10"],
    ["2026-02-28T23:30:00.000-05:00", "2026-03", "2026-W09"],
  ])("%s is in %s and in %s", (time, month, week) => {
    expect(bucketOf(time, "month")).toBe(month);
    expect(bucketOf(time, "week")).toBe(week);
  });

  test("law: a week has seven days, Monday the first", () => {
    const day = 86_400_000;
    const monday = Date.UTC(2020, 0, 6);
    fc.assert(
      fc.property(fc.nat(700), fc.nat(6), (weeks, days) => {
        const bucket = (at: number) => bucketOf(new Date(at).toISOString(), "week");
        const start = monday + weeks * 7 * day;
        expect(bucket(start + days * day)).toBe(bucket(start));
        expect(bucket(start - 1)).not.toBe(bucket(start));
      }),
    );
  });
});
