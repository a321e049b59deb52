import { describe, expect, it, test } from "vitest";
import { number, readingOf, whyOf } from "./words.ts";

test.each([
  [0.746, "0.75"],
  [1, "1.00"],
  [-0.2, "−0.20"],
  [-0.001, "0.00"],
  [null, "–"],
])("number(%j) is %s", (value, words) => {
  expect(number(value)).toBe(words);
});

test.each([
  [0.8, "solid"],
  [0.799, "tentative"],
  [0.667, "tentative"],
  [0.666, "weak"],
  [null, null],
])("readingOf(%j) is %s", (value, reading) => {
  expect(readingOf(value)).toBe(reading);
});

describe("whyOf", () => {
  it("says why there is no value, and nothing where there is one", () => {
    expect(whyOf({ value: null, why: "one_value_only" })).toMatch(/All values are the same/u);
    expect(whyOf({ value: 0.5, why: null })).toBe("");
  });
});
