import { describe, expect, it } from "vitest";
import { categoryOf } from "../provenance/codebook.ts";
import { sourceline1 } from "../provenance/sourceline1.ts";
import { isInexact, moreExact } from "./more-exact.ts";

describe("the more exact category used elsewhere for the same source", () => {
  it.each([
    [
      "a statement that is a readout elsewhere",
      "official_statement",
      ["official_readout"],
      "official_readout",
    ],
    [
      "a position that is a statement elsewhere",
      "institutional_position",
      ["official_statement"],
      "official_statement",
    ],
    ["a document seen that is leaked elsewhere", "document_seen", ["leaked_document"], "leaked_document"],
    [
      "the one used most",
      "official_statement",
      ["official_readout", "press_briefing", "press_briefing"],
      "press_briefing",
    ],
    [
      "of those used equally often the most telling",
      "official_statement",
      ["press_briefing", "official_readout"],
      "official_readout",
    ],
    ["none where the other is no more exact", "official_readout", ["official_statement"], null],
    ["none where the same is used", "official_statement", ["official_statement"], null],
    ["none for somebody who speaks", "anonymous_undescribed", ["anonymous_described"], null],
    ["none without another use", "official_statement", [], null],
    ["none for a category of another codebook", "a_new_one", ["official_readout"], null],
  ])("is %s", (_name, category, elsewhere, expected) => {
    expect(moreExact(category, elsewhere)).toBe(expected);
  });

  it("is a category of the codebook", () => {
    const all = sourceline1.categories.map(({ id }) => id);
    for (const { id } of sourceline1.categories) {
      const found = moreExact(id, all);
      expect(found === null || categoryOf(sourceline1, found) !== null).toBe(true);
    }
  });
});

it.each([
  ["official_statement", true],
  ["official_transcript", false],
  ["anonymous_described", false],
  ["constructor", false],
])("%s can be made more exact: %s", (category, can) => {
  expect(isInexact(category)).toBe(can);
});
