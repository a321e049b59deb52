import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alphaOf, type ReliabilityData } from "./alpha.ts";
import { cohenKappa, fleissKappa, scottPi } from "./kappa.ts";
import { seededRandom } from "./random.ts";

const value = fc.constantFrom("a", "b", "c");
const maybe = fc.option(value, { nil: null });
const pairs = fc.array(fc.tuple(maybe, maybe), { maxLength: 15 });
const bothSaid = (data: ReliabilityData) => data.filter((unit) => !unit.includes(null));
const near = (one: number | null, other: number | null) => expect(one ?? 99).toBeCloseTo(other ?? 99, 10);

describe("two coders", () => {
  test("each keeps their own habits with Cohen, not with Scott", () => {
    const data = [
      ["a", "a"],
      ["a", "b"],
      ["b", "b"],
      ["a", "b"],
    ];
    expect(cohenKappa(data)).toEqual({
      figure: { value: expect.closeTo((0.5 - 6 / 16) / (1 - 6 / 16)), why: null },
      observed: 0.5,
      expected: 6 / 16,
    });
    expect(scottPi(data)).toEqual({ figure: { value: 0, why: null }, observed: 0.5, expected: 0.5 });
  });

  test.each([
    ["nothing", []],
    ["values of one alone", [["a", null], [null, "b"], ["a"]]],
  ] as const)("says that %s cannot be compared", (_, data) => {
    const none = { figure: { value: null, why: "nothing_to_compare" }, observed: 0, expected: 0 };
    expect(cohenKappa(data)).toEqual(none);
    expect(scottPi(data)).toEqual(none);
  });

  test("has no value where there is one value only", () => {
    const data = [
      ["a", "a"],
      ["a", "a"],
    ];
    for (const kappa of [cohenKappa(data), scottPi(data), fleissKappa(data, 2)]) {
      expect(kappa).toEqual({ figure: { value: null, why: "one_value_only" }, observed: 1, expected: 1 });
    }
  });

  test("is 0 with Cohen where each says one thing, another", () => {
    expect(cohenKappa([["a", "b"]]).figure).toEqual({ value: 0, why: null });
  });

  test("law: does not depend on which coder comes first, nor on missing values", () => {
    fc.assert(
      fc.property(pairs, (data) => {
        for (const kappa of [cohenKappa, scottPi]) {
          const { figure } = kappa(data);
          const turned = kappa(data.map(([one, other]) => [other, one])).figure;
          expect(turned.why).toBe(figure.why);
          near(turned.value, figure.value);
          near(kappa(bothSaid(data)).figure.value, figure.value);
        }
      }),
    );
  });

  test("law: is 1 exactly where all agree and not all is one", () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 9 }), (values) => {
        fc.pre(new Set(values).size > 1);
        const data = values.map((each) => [each, each]);
        expect(cohenKappa(data).figure.value).toBe(1);
        expect(scottPi(data).figure.value).toBe(1);
        expect(fleissKappa(data, 2).figure.value).toBe(1);
      }),
    );
  });

  test("law: Scott's π is Fleiss' κ of two, and α but for the size of the sample", () => {
    fc.assert(
      fc.property(pairs, (data) => {
        const said = bothSaid(data);
        fc.pre(said.length > 0);
        const pi = scottPi(said);
        near(pi.figure.value, fleissKappa(said, 2).figure.value);
        const alpha = alphaOf(said, "nominal").figure.value;
        const n = said.length * 2;
        if (pi.figure.value !== null) near(1 - (1 - pi.figure.value) * ((n - 1) / n), alpha);
      }),
    );
  });

  test("is near 0 by chance", () => {
    const random = seededRandom(2);
    const one = () => "abc"[Math.floor(random() * 3)] ?? "a";
    const data = Array.from({ length: 5_000 }, () => [one(), one(), one()]);
    expect(Math.abs(cohenKappa(data).figure.value ?? 9)).toBeLessThan(0.05);
    expect(Math.abs(scottPi(data).figure.value ?? 9)).toBeLessThan(0.05);
    expect(Math.abs(fleissKappa(data, 3).figure.value ?? 9)).toBeLessThan(0.05);
  });
});

describe("fleissKappa", () => {
  test("leaves out units that not every coder has rated", () => {
    const full = [
      ["a", "a", "a"],
      ["a", "b", "b"],
    ];
    const more = [...full, ["a", null, "b"], ["c", "c"]];
    expect(fleissKappa(more, 3)).toEqual(fleissKappa(full, 3));
  });

  test("says why there is none", () => {
    expect(fleissKappa([["a", null]], 2).figure).toEqual({ value: null, why: "not_rated_by_all" });
    expect(fleissKappa([], 2).figure).toEqual({ value: null, why: "not_rated_by_all" });
    expect(fleissKappa([["a"]], 1).figure).toEqual({ value: null, why: "nothing_to_compare" });
  });

  test("law: does not depend on the order of coders", () => {
    const data = fc.array(fc.tuple(maybe, maybe, maybe), { maxLength: 12 });
    fc.assert(
      fc.property(data, (units) => {
        const turned = fleissKappa(
          units.map((unit) => unit.toReversed()),
          3,
        );
        const { figure } = fleissKappa(units, 3);
        expect(turned.figure.why).toBe(figure.why);
        near(turned.figure.value, figure.value);
      }),
    );
  });
});
