import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Part } from "./alpha.ts";
import { intervalOf, total } from "./bootstrap.ts";
import { estimateAlpha, estimateShare, shareOf } from "./estimate.ts";
import { known, unknown } from "./figure.ts";

const part = fc.tuple(fc.nat(5), fc.nat(5)).map(([sum, more]): Part => ({ sum, of: sum + more }));
const articles = fc.array(fc.array(part, { maxLength: 4 }), { maxLength: 15 });
const same = (share: number) => share;
const resampling = { seed: 1, resamples: 200 };

/** So many articles, each of two units that agree, or do not, in turn. */
const study = (count: number) =>
  Array.from({ length: count }, (_, at) => [
    { sum: at % 2, of: 1 },
    { sum: 1, of: 1 },
  ]);

describe("intervalOf", () => {
  test("draws whole articles where there are ten, units where there are fewer", () => {
    expect(intervalOf(known(0.75), study(10), same, resampling)?.over).toBe("articles");
    expect(intervalOf(known(0.75), study(9), same, resampling)?.over).toBe("units");
  });

  test("does not count articles in which nothing can be compared", () => {
    const padded = [...study(9), [{ sum: 0, of: 0 }], []];
    expect(intervalOf(known(0.75), padded, same, resampling)).toEqual(
      intervalOf(known(0.75), study(9), same, resampling),
    );
  });

  test("holds the figure and is narrower for more articles", () => {
    const width = (count: number) => {
      const interval = intervalOf(known(0.75), study(count), same, resampling);
      expect(interval?.low).toBeLessThan(0.75);
      expect(interval?.high).toBeGreaterThan(0.75);
      return (interval?.high ?? 9) - (interval?.low ?? 0);
    };
    expect(width(400)).toBeLessThan(width(20) / 2);
  });

  test("comes near the interval that theory has", () => {
    const coins = Array.from({ length: 400 }, (_, at) => [{ sum: at % 2, of: 1 }]);
    const interval = intervalOf(known(0.5), coins, same, { seed: 4, resamples: 2_000 });
    const half = 1.96 * Math.sqrt(0.25 / 400);
    expect(interval?.low).toBeCloseTo(0.5 - half, 2);
    expect(interval?.high).toBeCloseTo(0.5 + half, 2);
  });

  test("turns each share into the figure it is of", () => {
    const plain = intervalOf(known(0.75), study(20), same, resampling);
    const turned = intervalOf(known(0.25), study(20), (share) => 1 - share, resampling);
    expect(turned?.low).toBeCloseTo(1 - (plain?.high ?? 0), 12);
    expect(turned?.high).toBeCloseTo(1 - (plain?.low ?? 0), 12);
  });

  test.each([
    ["a figure without a value", intervalOf(unknown("one_value_only"), study(20), same, resampling)],
    ["no articles", intervalOf(known(1), [], same, resampling)],
    ["a single unit", intervalOf(known(1), [[{ sum: 1, of: 1 }]], same, resampling)],
    ["no resamples", intervalOf(known(1), study(20), same, { seed: 1, resamples: 0 })],
  ])("is none for %s", (_, interval) => {
    expect(interval).toBeNull();
  });

  test("law: is the same for the same seed, in order, and within what the parts allow", () => {
    fc.assert(
      fc.property(articles, fc.integer(), (parts, seed) => {
        const draw = () => intervalOf(known(0.5), parts, same, { seed, resamples: 40 });
        const interval = draw();
        expect(draw()).toEqual(interval);
        fc.pre(interval !== null);
        expect(interval.low).toBeLessThanOrEqual(interval.high);
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("estimates", () => {
  test("a share of nothing says why", () => {
    expect(shareOf({ sum: 0, of: 0 }, "nothing_marked")).toEqual({ value: null, why: "nothing_marked" });
    expect(shareOf({ sum: 1, of: 4 }, "nothing_marked")).toEqual({ value: 0.25, why: null });
    expect(estimateShare([], "nothing_to_compare", resampling)).toEqual({
      value: null,
      why: "nothing_to_compare",
      interval: null,
    });
  });

  test("a share over articles weighs each by what it has", () => {
    const estimate = estimateShare([[{ sum: 1, of: 1 }], [{ sum: 0, of: 3 }]], "nothing_marked", resampling);
    expect(estimate.value).toBe(0.25);
    expect(estimate.interval).toEqual({ low: 0, high: 1, over: "units" });
  });

  test("an α has the interval of its own parts", () => {
    const units = [["a", "a"], ["b", "b"], ["a", "b"], ["a", "a"], ["b"]];
    const { estimate, units: shared } = estimateAlpha([units, units], "nominal", resampling);
    expect(shared).toBe(8);
    expect(estimate.value).toBeGreaterThan(estimate.interval?.low ?? 9);
    expect(estimate.interval?.high).toBe(1);
    expect(estimate.interval?.over).toBe("units");
  });

  test("an α that has no value has no interval", () => {
    expect(estimateAlpha([[["a", "a"]], [["a", "a"]]], "nominal", resampling).estimate).toEqual({
      value: null,
      why: "one_value_only",
      interval: null,
    });
  });

  test("law: the sum of parts is the same however they are grouped", () => {
    fc.assert(
      fc.property(articles, (parts) => {
        expect(total(parts.map(total))).toEqual(total(parts.flat()));
      }),
    );
  });
});
