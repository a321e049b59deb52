import { describe, expect, it, test } from "vitest";
import { layerWords, percent } from "./words.ts";

test.each([
  [0, "0 %"],
  [1, "100 %"],
  [0.666, "67 %"],
  [null, "–"],
])("percent(%j) is %s", (share, words) => {
  expect(percent(share)).toBe(words);
});

describe("layerWords", () => {
  it("names a person's layer by its owner", () => {
    expect(layerWords("editor", "Ada")).toBe("Ada’s layer");
    expect(layerWords("adjudicated", null)).toBe("The adjudicated layer");
    expect(layerWords("shared", null)).toBe("The shared layer");
  });
});
