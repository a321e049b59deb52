import { describe, expect, test } from "vitest";
import { alphaOf, type ReliabilityData } from "./alpha.ts";
import { bestDisorder, dissimilarity, gammaOf, plainWeights } from "./gamma.ts";
import { cohenKappa, fleissKappa, scottPi } from "./kappa.ts";
import { alphaU, type MarkedUnit, type Section, sectionDistance } from "./unitizing.ts";
import {
  alphaVectors,
  cohen1960,
  digitised1995,
  disagreements1980,
  fleiss1971,
  type GammaUnit,
  gammaPairs,
  gammaTexts,
  sectionDistances,
  unitizing1995,
  unitizing2004,
  type WrittenUnit,
} from "./vectors.cases.ts";

const row = (text: string) => text.split(" ").map((value) => (value === "." ? null : value));
const turned = (data: ReliabilityData): ReliabilityData =>
  (data[0] ?? []).map((_, at) => data.map((values) => values[at] ?? null));
const dataOf = ({ data, rows }: (typeof alphaVectors)[number]) =>
  rows === "units" ? data.map(row) : turned(data.map(row));

describe("Krippendorff's α of published data", () => {
  const cases = alphaVectors.flatMap((vector) =>
    vector.expected.map(([metric, expected]) => ({ ...vector, metric, expected, vector })),
  );
  test.each(cases)("$source, $metric, is $expected", ({ vector, metric, expected }) => {
    expect(alphaOf(dataOf(vector), metric).figure.value).toBeCloseTo(expected, 4);
  });

  test("Krippendorff 1980, p. 133, has the disagreements printed there", () => {
    const [vector] = alphaVectors.filter(({ source }) => source.endsWith("p. 133"));
    const { observed, expected } = alphaOf(vector ? dataOf(vector) : [], "nominal");
    expect(observed).toBeCloseTo(disagreements1980.observed, 10);
    expect(expected).toBeCloseTo(disagreements1980.expected, 4);
  });
});

describe("κ and π of published data", () => {
  test("Cohen 1960, p. 45", () => {
    const pairs = cohen1960.table.flatMap((counts, first) =>
      counts.flatMap((count, second) => Array.from({ length: count }, () => [`${first}`, `${second}`])),
    );
    const { figure, observed, expected } = cohenKappa(pairs);
    expect(observed).toBeCloseTo(cohen1960.observed, 10);
    expect(expected).toBeCloseTo(cohen1960.expected, 10);
    expect(figure.value).toBeCloseTo(cohen1960.kappa, 4);
  });

  test("Fleiss 1971, p. 379", () => {
    const { figure, observed, expected } = fleissKappa(
      fleiss1971.items.map((item) => [...item]),
      6,
    );
    expect(observed).toBeCloseTo(fleiss1971.observed, 4);
    expect(expected).toBeCloseTo(fleiss1971.expected, 4);
    expect(figure.value).toBeCloseTo(fleiss1971.kappa, 4);
  });

  test("Krippendorff 1995, p. 57, example A made digits", () => {
    const data = turned(digitised1995.coders.map((digits) => [...digits]));
    expect(cohenKappa(data).figure.value).toBeCloseTo(digitised1995.kappa, 3);
    expect(scottPi(data).figure.value).toBeCloseTo(digitised1995.pi, 3);
    expect(alphaOf(data, "nominal").figure.value).toBeCloseTo(digitised1995.alpha, 3);
  });
});

const marked = ([start, length, category]: WrittenUnit): MarkedUnit => ({
  start,
  end: start + length,
  category,
});

describe("α_U of published data", () => {
  test("Krippendorff 2004, p. 254", () => {
    const { begin, length, coders } = unitizing2004;
    const alpha = alphaU(
      coders.map((units) => units.map(marked)),
      { start: begin, end: begin + length },
    );
    const [c, k] = alpha.categories;
    expect(alpha.figure.value).toBeCloseTo(0.8587, 4);
    expect(c?.observed).toBeCloseTo(0.0144, 4);
    expect(c?.expected).toBeCloseTo(0.0532, 4);
    expect(c?.figure.value).toBeCloseTo(0.7286, 4);
    expect(k?.observed).toBe(0);
    expect(k?.expected).toBeCloseTo(0.049, 4);
    expect(k?.figure.value).toBe(1);
  });

  const section = ([start, length, category]: readonly [number, number, string | null]): Section => ({
    start,
    end: start + length,
    isGap: category === null,
  });
  test.each(sectionDistances)("the sections %j and %j differ by %d", (one, other, expected) => {
    expect(sectionDistance(section(one), section(other))).toBe(expected);
    expect(sectionDistance(section(other), section(one))).toBe(expected);
  });

  const stretched = ({ coders }: (typeof unitizing1995)[number], times: number) =>
    alphaU(
      coders.map((units) => units.map(([start, length]) => marked([start * times, length * times, "x"]))),
      { start: 0, end: 24 * times },
    ).figure.value;
  test.each(unitizing1995)("Krippendorff 1995, p. 57, example $name", (example) => {
    expect(stretched(example, 1)).toBeCloseTo(example.plain, 4);
    expect(Math.abs((stretched(example, 50_000) ?? 9) - example.fine)).toBeLessThan(0.02);
  });
});

const gammaUnit = ([start, end, category]: GammaUnit): MarkedUnit => ({ start, end, category });

describe("γ of published data", () => {
  test.each(gammaPairs)("the units $a and $b are $place and $category apart", ({ a, b, place, category }) => {
    const apart = (weights: Partial<typeof plainWeights>) =>
      dissimilarity(gammaUnit(a), gammaUnit(b), { ...plainWeights, ...weights });
    expect(apart({ category: 0 })).toBeCloseTo(place, 10);
    expect(apart({ position: 0 })).toBe(category);
    expect(apart({})).toBeCloseTo(place + category, 10);
  });

  test.each(gammaTexts)("the best alignment of $name has disorder $disorder", (text) => {
    const { coders, position, category, disorder } = text;
    const units = coders.map((each) => each.map(gammaUnit));
    expect(bestDisorder(units, { position, category, empty: 1 })).toBeCloseTo(disorder, 5);
    expect(bestDisorder(units.toReversed(), { position, category, empty: 1 })).toBeCloseTo(disorder, 5);
  });

  // What chance is differs from program to program, so that γ itself is only near.
  const ofTwo = gammaTexts.filter(({ coders, position }) => coders.length === 2 && position === 1);
  test.each(ofTwo)("γ of $name is near $sampled", ({ coders: [a = [], b = []], sampled }) => {
    const gamma = gammaOf(a.map(gammaUnit), b.map(gammaUnit), 36, 1).value;
    expect(Math.abs((gamma ?? 9) - sampled)).toBeLessThan(0.15);
  });
});
