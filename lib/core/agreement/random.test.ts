import { describe, expect, test } from "vitest";
import { seededRandom } from "./random.ts";

const draws = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

describe("seededRandom", () => {
  test("gives the same numbers for the same seed, others for another", () => {
    expect(draws(7, 50)).toEqual(draws(7, 50));
    expect(draws(7, 50)).not.toEqual(draws(8, 50));
  });

  test("knows a seed by its lower 32 bits", () => {
    expect(draws(2 ** 32 + 7, 5)).toEqual(draws(7, 5));
    expect(draws(-1, 5)).toEqual(draws(2 ** 32 - 1, 5));
  });

  test("stays within 0 and 1 and fills ten equal parts evenly", () => {
    const numbers = draws(1, 100_000);
    expect(Math.min(...numbers.slice(0, 1_000))).toBeGreaterThanOrEqual(0);
    expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    const parts = Array.from({ length: 10 }, (_, part) =>
      numbers.filter((number) => Math.floor(number * 10) === part),
    );
    for (const part of parts) expect(Math.abs(part.length - 10_000)).toBeLessThan(400);
  });

  test("does not let one number tell the next", () => {
    const numbers = draws(3, 50_000);
    const products = numbers.slice(1).map((number, at) => (number - 0.5) * ((numbers[at] ?? 0) - 0.5));
    const covariance = products.reduce((sum, product) => sum + product, 0) / products.length;
    expect(Math.abs(covariance)).toBeLessThan(0.002);
  });
});
