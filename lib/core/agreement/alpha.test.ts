import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alphas, differences } from "./alpha.cases.ts";
import { alphaOf, countValues, type ReliabilityData, valueAlphas } from "./alpha.ts";
import { distanceOf, membersOf } from "./distances.ts";
import type { Metric } from "./fields.ts";
import { seededRandom } from "./random.ts";

const unitsOf = (text: string): ReliabilityData =>
  text
    .split(" ")
    .filter((unit) => unit !== "")
    .map((unit) => [...unit].map((value) => (value === "." ? null : value)));

const metrics: readonly Metric[] = ["nominal", "ordinal", "interval", "ratio", "masi", "jaccard", "edit"];
const data = fc.array(fc.array(fc.constantFrom("1", "2", "3", "4", null), { minLength: 3, maxLength: 3 }), {
  maxLength: 12,
});

describe("distances", () => {
  test.each(differences)("$metric: '$one' and '$other' are $apart apart", (difference) => {
    const { metric, one, other, apart } = difference;
    expect(distanceOf(metric, new Map())(one, other)).toBeCloseTo(apart, 12);
    expect(distanceOf(metric, new Map())(other, one)).toBeCloseTo(apart, 12);
  });

  test("ordinal: as far as there are values in between, half of both ends", () => {
    const distance = distanceOf("ordinal", new Map(Object.entries({ 1: 4, 2: 6, 10: 2 })));
    expect(distance("1", "1")).toBe(0);
    expect(distance("1", "2")).toBe((4 / 2 + 6 / 2) ** 2);
    expect(distance("1", "10")).toBe((4 / 2 + 6 + 2 / 2) ** 2);
    expect(distance("10", "2")).toBe((6 / 2 + 2 / 2) ** 2);
  });

  test("ordinal: letters go by the alphabet, whatever the order in which they come", () => {
    const forth = distanceOf("ordinal", new Map(Object.entries({ A: 1, B: 8, C: 1 })));
    const back = distanceOf("ordinal", new Map(Object.entries({ C: 1, B: 8, A: 1 })));
    expect(forth("A", "C")).toBe(81);
    expect(back("A", "C")).toBe(81);
    expect(back("A", "B")).toBe(4.5 ** 2);
  });

  test("the empty text is the set without members", () => {
    expect(membersOf("")).toEqual([]);
    expect(membersOf("a|b")).toEqual(["a", "b"]);
    expect(membersOf("a|b>c", ">")).toEqual(["a|b", "c"]);
  });

  test("law: symmetric, nothing for equal values, and at most 1 where it is a share", () => {
    const set = fc.subarray(["a", "b", "c", "d"]).map((members) => members.join("|"));
    fc.assert(
      fc.property(fc.constantFrom("masi" as const, "jaccard" as const), set, set, (metric, one, other) => {
        const distance = distanceOf(metric, new Map());
        expect(distance(one, other)).toBeCloseTo(distance(other, one), 12);
        expect(distance(one, one)).toBe(0);
        expect(distance(one, other)).toBeGreaterThanOrEqual(0);
        expect(distance(one, other)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("law: MASI is never nearer than Jaccard", () => {
    const set = fc.subarray(["a", "b", "c", "d"]).map((members) => members.join("|"));
    fc.assert(
      fc.property(set, set, (one, other) => {
        const [masi, jaccard] = [distanceOf("masi", new Map()), distanceOf("jaccard", new Map())];
        expect(masi(one, other)).toBeGreaterThanOrEqual(jaccard(one, other) - 1e-12);
      }),
    );
  });

  test("law: an edit distance is a whole number of edits, no fewer than the lengths differ by", () => {
    const sequence = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 5 });
    fc.assert(
      fc.property(sequence, sequence, (one, other) => {
        const longer = Math.max(one.length, other.length, 1);
        const edits = distanceOf("edit", new Map())(one.join(">"), other.join(">")) * longer;
        expect(edits).toBeCloseTo(Math.round(edits), 10);
        expect(edits).toBeGreaterThanOrEqual(Math.abs(one.length - other.length) - 1e-9);
        expect(edits).toBeLessThanOrEqual(longer + 1e-9);
      }),
    );
  });
});

describe("alphaOf", () => {
  test.each(alphas)("has a value for $name or says why not", (each) => {
    const { figure, units, pairable } = alphaOf(unitsOf(each.units), each.metric);
    expect(figure.why).toBe(each.why);
    if (each.value === null) expect(figure.value).toBeNull();
    else expect(figure.value).toBeCloseTo(each.value, 12);
    expect({ units, pairable }).toEqual({ units: each.shared, pairable: each.pairable });
  });

  test("says for every unit what it adds, also for those that add nothing", () => {
    const { parts } = alphaOf(unitsOf("11 12. 123 1. ..."), "nominal");
    expect(parts).toEqual([
      { sum: 0, of: 2 },
      { sum: 2, of: 2 },
      { sum: 3, of: 3 },
      { sum: 0, of: 0 },
      { sum: 0, of: 0 },
    ]);
  });

  test("draws pairs for chance where values are too many, and comes near all of them", () => {
    const random = seededRandom(5);
    const number = () => String(Math.floor(random() * 3_000) / 10);
    const many: ReliabilityData = Array.from({ length: 1_500 }, () => [number(), number()]);
    const margin = countValues(many.flat().filter((value) => value !== null));
    expect(margin.size).toBeGreaterThan(1_000);
    const { figure, expected } = alphaOf(many, "interval");
    const values = many.flat().map(Number);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
    expect(expected / (2 * variance)).toBeCloseTo(1, 1);
    expect(Math.abs(figure.value ?? 9)).toBeLessThan(0.1);
    expect(alphaOf(many, "interval")).toEqual(alphaOf(many, "interval"));
  });

  test("law: does not depend on the order of coders or of units", () => {
    fc.assert(
      fc.property(data, fc.constantFrom(...metrics), (units, metric) => {
        const { figure } = alphaOf(units, metric);
        const other = alphaOf(
          units.toReversed().map((unit) => unit.toReversed()),
          metric,
        ).figure;
        expect(other.why).toBe(figure.why);
        expect(other.value ?? 0).toBeCloseTo(figure.value ?? 0, 10);
      }),
    );
  });

  test("law: nominal α does not depend on what the values are called", () => {
    fc.assert(
      fc.property(data, (units) => {
        const renamed = units.map((unit) => unit.map((value) => value && `v${9 - Number(value)}`));
        expect(alphaOf(renamed, "nominal")).toEqual(alphaOf(units, "nominal"));
      }),
    );
  });

  test("law: interval α keeps under a shift and a stretch of the scale", () => {
    fc.assert(
      fc.property(data, (units) => {
        const moved = units.map((unit) => unit.map((value) => value && String(3 * Number(value) + 7)));
        const [one, other] = [alphaOf(units, "interval").figure, alphaOf(moved, "interval").figure];
        expect(other.why).toBe(one.why);
        expect(other.value ?? 0).toBeCloseTo(one.value ?? 0, 10);
      }),
    );
  });

  test("law: is 1 where all agree, and has no value where they only ever say one thing", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("1", "2", "3"), { minLength: 1 }), (values) => {
        fc.pre(values.length > 0);
        for (const metric of metrics) {
          const { figure } = alphaOf(
            values.map((value) => [value, value, value]),
            metric,
          );
          const hasOne = new Set(values).size === 1;
          expect(figure).toEqual(hasOne ? { value: null, why: "one_value_only" } : { value: 1, why: null });
        }
      }),
    );
  });

  test("law: is never above 1, and 1 only without disagreement", () => {
    fc.assert(
      fc.property(data, fc.constantFrom(...metrics), (units, metric) => {
        const { figure, observed } = alphaOf(units, metric);
        fc.pre(figure.value !== null);
        expect(figure.value).toBeLessThanOrEqual(1);
        expect(figure.value === 1).toBe(observed === 0);
      }),
    );
  });

  test("law: is what its parts add up to", () => {
    fc.assert(
      fc.property(data, fc.constantFrom(...metrics), (units, metric) => {
        const { observed, pairable, parts } = alphaOf(units, metric);
        const sum = parts.reduce((before, part) => before + part.sum, 0);
        expect(parts).toHaveLength(units.length);
        expect(observed * pairable).toBeCloseTo(sum, 8);
      }),
    );
  });

  test.each(metrics)("is near 0 for values by chance, %s", (metric) => {
    const random = seededRandom(11);
    const value = () => String(1 + Math.floor(random() * 4));
    const units = Array.from({ length: 4_000 }, () => [value(), value(), value()]);
    expect(Math.abs(alphaOf(units, metric).figure.value ?? 9)).toBeLessThan(0.05);
  });
});

describe("valueAlphas", () => {
  test("sets each value against all others", () => {
    expect(valueAlphas(unitsOf("11 12 33 4."))).toEqual([
      { value: "1", count: 3, figure: { value: expect.closeTo(1 - 5 / 9), why: null } },
      { value: "2", count: 1, figure: { value: 0, why: null } },
      { value: "3", count: 2, figure: { value: 1, why: null } },
    ]);
  });

  test("says why where there is no other value, and nothing where there is none", () => {
    expect(valueAlphas(unitsOf("11 11"))).toEqual([
      { value: "1", count: 4, figure: { value: null, why: "one_value_only" } },
    ]);
    expect(valueAlphas(unitsOf("1. .2"))).toEqual([]);
  });

  test("law: is the nominal α of the values made two", () => {
    fc.assert(
      fc.property(data, (units) => {
        for (const { value, figure } of valueAlphas(units)) {
          const two = units.map((unit) => unit.map((each) => each && (each === value ? "it" : "other")));
          const plain = alphaOf(two, "nominal").figure;
          expect(figure.why).toBe(plain.why);
          expect(figure.value ?? 0).toBeCloseTo(plain.value ?? 0, 10);
        }
      }),
    );
  });
});
