import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bestDisorder, dissimilarity, gammaOf, mostUnitsForGamma, plainWeights } from "./gamma.ts";
import { seededRandom } from "./random.ts";
import { alphaU, type MarkedUnit, type Section, sectionDistance, unitizingFigure } from "./unitizing.ts";

/** Units written as `start-end` with a category behind a slash, `x` where there is none. */
const unitsOf = (text: string): MarkedUnit[] =>
  text
    .split(" ")
    .filter((unit) => unit !== "")
    .map((unit) => {
      const [range = "", category = "x"] = unit.split("/");
      const [start = 0, end = 0] = range.split("-").map(Number);
      return { start, end, category };
    });
const text = { start: 0, end: 60 };
const figureOf = (...coders: readonly string[]) => alphaU(coders.map(unitsOf), text).figure;

/** Units that do not overlap: gaps and lengths in turn. */
const coder = fc
  .array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 8 }), fc.constantFrom("x", "y")), { maxLength: 4 })
  .map((steps) => {
    let from = 0;
    return steps.map(([gap, length, category]): MarkedUnit => {
      const start = from + gap;
      from = start + length;
      return { start, end: from, category };
    });
  });
const coders = fc.array(coder, { minLength: 2, maxLength: 3 });

/** D_o as the book has it: all sections against all, none left out for speed. */
function observedByTrial(all: readonly (readonly MarkedUnit[])[]): number {
  const tiled = all.map((units): Section[] => {
    const ends = units.flatMap(({ start, end }) => [start, end]);
    const borders = [0, ...ends, text.end];
    return borders.slice(1).map((end, at) => ({ start: borders[at] ?? 0, end, isGap: at % 2 === 0 }));
  });
  const sections = tiled.map((each) => each.filter(({ start, end }) => start < end));
  const differences = sections.flatMap((one) =>
    sections
      .filter((other) => other !== one)
      .flatMap((other) => one.flatMap((g) => other.map((h) => sectionDistance(g, h)))),
  );
  const sum = differences.reduce((before, difference) => before + difference, 0);
  return sum / (all.length * (all.length - 1) * text.end ** 2);
}

describe("alphaU", () => {
  test.each([
    ["nothing of nobody", [], "nothing_to_compare"],
    ["one coder alone", ["0-10"], "nothing_to_compare"],
    ["no unit of two", ["", ""], "nothing_marked"],
    ["units that overlap", ["0-10 5-15", "0-10"], "overlapping_units"],
    ["one unit within another", ["0-20", "0-10 2-5"], "overlapping_units"],
  ] as const)("has no value for %s", (_, written, why) => {
    const { figure, observed, expected } = alphaU(written.map(unitsOf), text);
    expect(figure).toEqual({ value: null, why });
    expect([observed, expected]).toEqual([0, 0]);
  });

  test("lets units of two categories overlap, and units of one touch", () => {
    expect(figureOf("0-10/x 5-15/y", "0-10/x 5-15/y")).toEqual({ value: 1, why: null });
    expect(figureOf("0-10 10-20", "0-10 10-20")).toEqual({ value: 1, why: null });
  });

  test("is lower the further apart units are, and below 0 where one marks what the other leaves", () => {
    const near = figureOf("10-30", "12-30").value ?? 9;
    const far = figureOf("10-30", "20-40").value ?? 9;
    const none = figureOf("10-30", "").value ?? 9;
    expect(near).toBeGreaterThan(far);
    expect(near).toBeLessThan(1);
    expect(far).toBeGreaterThan(none);
    expect(none).toBeLessThan(0);
  });

  test("holds a unit against the gap it lies in, and not against one it leaves", () => {
    const section = (start: number, end: number, isGap: boolean): Section => ({ start, end, isGap });
    expect(sectionDistance(section(0, 60, true), section(10, 14, false))).toBe(16);
    expect(sectionDistance(section(0, 12, true), section(10, 14, false))).toBe(0);
    expect(sectionDistance(section(12, 60, true), section(10, 14, false))).toBe(0);
    expect(sectionDistance(section(0, 60, true), section(0, 60, true))).toBe(0);
    expect(sectionDistance(section(0, 5, false), section(5, 9, false))).toBe(0);
  });

  test("adds up over categories, each with its own figure", () => {
    const { categories, observed, expected, figure } = alphaU(
      [unitsOf("0-10/y 20-30/x"), unitsOf("0-10/y 22-30/x")],
      text,
    );
    expect(categories.map(({ category }) => category)).toEqual(["x", "y"]);
    expect(categories[1]?.figure).toEqual({ value: 1, why: null });
    expect(observed).toBe((categories[0]?.observed ?? 9) + (categories[1]?.observed ?? 9));
    expect(figure).toEqual(unitizingFigure(observed, expected));
  });

  test("law: has the observed disagreement of all sections against all", () => {
    fc.assert(
      fc.property(coders, fc.constantFrom("x", "y"), (all, category) => {
        const only = all.map((units) => units.filter((unit) => unit.category === category));
        fc.pre(only.some((units) => units.length > 0));
        expect(alphaU(only, text).observed).toBeCloseTo(observedByTrial(only), 12);
      }),
    );
  });

  test("law: does not depend on the order of coders or units, or on what categories are called", () => {
    fc.assert(
      fc.property(coders, (all) => {
        const { figure } = alphaU(all, text);
        const turned = all
          .toReversed()
          .map((units) =>
            units.toReversed().map((unit) => ({ ...unit, category: unit.category === "x" ? "q" : "a" })),
          );
        const other = alphaU(turned, text).figure;
        expect(other.why).toBe(figure.why);
        expect(other.value ?? 0).toBeCloseTo(figure.value ?? 0, 10);
      }),
    );
  });

  test("law: does not depend on where the text begins", () => {
    fc.assert(
      fc.property(coders, fc.nat(500), (all, shift) => {
        const moved = all.map((units) =>
          units.map((unit) => ({ ...unit, start: unit.start + shift, end: unit.end + shift })),
        );
        expect(alphaU(moved, { start: shift, end: shift + text.end })).toEqual(alphaU(all, text));
      }),
    );
  });

  test("law: is 1 for the same units, whoever and how many they are", () => {
    fc.assert(
      fc.property(coder, fc.integer({ min: 2, max: 4 }), (units, count) => {
        fc.pre(units.some(({ start, end }) => end - start > 1) && units.length > 0);
        const { figure } = alphaU(
          Array.from({ length: count }, () => units),
          text,
        );
        expect(figure).toEqual({ value: 1, why: null });
      }),
    );
  });

  test("is near 0 for units placed by chance", () => {
    const random = seededRandom(9);
    const place = () => {
      const start = Math.floor(random() * 1_900);
      return [{ start, end: start + 60, category: "x" }];
    };
    let [observed, expected] = [0, 0];
    for (let at = 0; at < 3_000; at += 1) {
      const alpha = alphaU([place(), place()], { start: 0, end: 2_000 });
      observed += alpha.observed;
      expected += alpha.expected;
    }
    expect(Math.abs(unitizingFigure(observed, expected).value ?? 9)).toBeLessThan(0.1);
  });
});

describe("γ", () => {
  const same = unitsOf("0-10/a 12-20/b 30-40/a");

  test("weighs place, category and missing partners as told", () => {
    const [one, other] = unitsOf("0-10/a 5-15/b");
    const weigh = (weights: Partial<typeof plainWeights>) =>
      one && other && dissimilarity(one, other, { ...plainWeights, ...weights });
    expect(weigh({})).toBe(0.25 + 1);
    expect(weigh({ position: 2, category: 0 })).toBe(0.5);
    expect(weigh({ empty: 3 })).toBe(3.75);
  });

  test("leaves two units alone rather than pair them at a higher cost", () => {
    expect(bestDisorder([unitsOf("0-4/a"), unitsOf("50-54/b")])).toBe(2);
    expect(bestDisorder([unitsOf("0-4/a"), unitsOf("4-8/a")])).toBe(1);
    expect(bestDisorder([unitsOf("0-4/a"), []])).toBe(2);
    expect(bestDisorder([[], []])).toBe(0);
  });

  test.each([
    ["nothing against nothing", [], [], "nothing_marked"],
    ["nothing against something", [], same, "nothing_marked"],
    ["something against nothing", same, [], "nothing_marked"],
  ] as const)("has no value for %s", (_, a, b, why) => {
    expect(gammaOf(a, b, 60, 1)).toEqual({ value: null, why });
  });

  test("has no value for more units than it is worked out for", () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ start: at * 10, end: at * 10 + 8, category: "a" }));
    const half = mostUnitsForGamma / 2;
    expect(gammaOf(many(half + 1), many(half), 2_000, 1)).toEqual({ value: null, why: "too_many_units" });
    expect(gammaOf(many(5), many(5), 2_000, 1)).toEqual({ value: 1, why: null });
  });

  test("has no value where chance cannot differ either", () => {
    const whole = unitsOf("0-1/a");
    expect(gammaOf(whole, whole, 1, 1)).toEqual({ value: null, why: "one_value_only" });
  });

  test("is the same for the same seed and near for another", () => {
    const other = unitsOf("1-10/a 12-21/b 30-40/b");
    const [one, again, apart] = [
      gammaOf(same, other, 60, 1),
      gammaOf(same, other, 60, 1),
      gammaOf(same, other, 60, 2),
    ];
    expect(again).toEqual(one);
    expect(Math.abs((apart.value ?? 9) - (one.value ?? 0))).toBeLessThan(0.15);
  });

  test("falls with every unit moved, called otherwise or left out", () => {
    const gamma = (text: string) => gammaOf(same, unitsOf(text), 60, 3).value ?? -9;
    const [all, moved, called, left] = [
      gamma("0-10/a 12-20/b 30-40/a"),
      gamma("2-12/a 12-20/b 30-40/a"),
      gamma("0-10/b 12-20/b 30-40/a"),
      gamma("12-20/b 30-40/a"),
    ];
    expect(all).toBe(1);
    expect(moved).toBeLessThan(1);
    expect(called).toBeLessThan(moved);
    expect(left).toBeLessThan(moved);
  });

  test("law: the best alignment of two costs no more than any one-to-one alignment", () => {
    const costByTrial = (a: readonly MarkedUnit[], b: readonly MarkedUnit[]): number => {
      const [first, ...rest] = a;
      if (!first) return b.length;
      const paired = b.map(
        (unit, at) =>
          dissimilarity(first, unit) +
          costByTrial(
            rest,
            b.filter((_, place) => place !== at),
          ),
      );
      return Math.min(1 + costByTrial(rest, b), ...paired);
    };
    fc.assert(
      fc.property(coder, coder, (a, b) => {
        const units = (a.length + b.length) / 2;
        fc.pre(units > 0);
        expect(bestDisorder([a, b])).toBeCloseTo(costByTrial(a, b) / units, 10);
      }),
    );
  });

  test("law: disorder does not depend on the order of two coders or of units", () => {
    fc.assert(
      fc.property(coder, coder, (a, b) => {
        expect(bestDisorder([b.toReversed(), a])).toBeCloseTo(bestDisorder([a, b]), 10);
      }),
    );
  });

  test("law: γ is at most 1", () => {
    fc.assert(
      fc.property(coder, coder, fc.nat(), (a, b, seed) => {
        expect(gammaOf(a, b, 60, seed).value ?? 0).toBeLessThanOrEqual(1);
      }),
      { numRuns: 30 },
    );
  });
});
