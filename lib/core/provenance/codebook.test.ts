import { describe, expect, it } from "vitest";
import {
  type Codebook,
  categoriesIn,
  categoryByKeys,
  categoryOf,
  familyIds,
  familyOf,
  isOwnVoice,
  isUnclear,
  offeredFor,
} from "./codebook.ts";
import { sourceline1 } from "./sourceline1.ts";

/** rules.md 1, read as a table: every category with its family, its two keys and its rank. */
const expected: readonly (readonly [string, string, number, number, number | null])[] = [
  ["official_readout", "official", 1, 1, 3],
  ["official_transcript", "official", 1, 2, 1],
  ["joint_statement", "official", 1, 3, 2],
  ["official_statement", "official", 1, 4, 3],
  ["press_briefing", "official", 1, 5, 3],
  ["public_record", "official", 1, 6, 1],
  ["named_statement", "on_the_record", 2, 1, 3],
  ["institutional_position", "on_the_record", 2, 2, 4],
  ["expert_opinion", "on_the_record", 2, 3, 3],
  ["eyewitness", "on_the_record", 2, 4, 3],
  ["anonymous_described", "anonymous", 3, 1, 6],
  ["anonymous_undescribed", "anonymous", 3, 2, 7],
  ["hearsay", "anonymous", 3, 3, 8],
  ["media_report", "other_media", 4, 1, 5],
  ["wire_copy", "other_media", 4, 2, 4],
  ["social_post", "other_media", 4, 3, 5],
  ["leaked_document", "documents", 5, 1, 4],
  ["document_seen", "documents", 5, 2, 2],
  ["research_publication", "documents", 5, 3, 2],
  ["intelligence", "documents", 5, 4, 6],
  ["own_observation", "own_voice", 6, 1, 1],
  ["own_analysis", "own_voice", 6, 2, 5],
  ["background_unattributed", "own_voice", 6, 3, 5],
  ["unclear", "unclear", 7, 1, null],
];

describe("Sourceline 1", () => {
  it("holds exactly the 24 categories of the table", () => {
    expect(sourceline1.categories.map((category) => category.id)).toEqual(expected.map(([id]) => id));
  });

  it.each(expected)("puts %s into %s at %i %i with rank %s", (id, family, familyKey, key, rank) => {
    expect(categoryOf(sourceline1, id)).toMatchObject({ family, key, checkRank: rank, isRetired: false });
    expect(familyOf(sourceline1, id)?.key).toBe(familyKey);
  });

  it("numbers its families 1 to 7 in the order of the ids", () => {
    expect(sourceline1.families.map(({ id, key }) => [id, key])).toEqual(
      familyIds.map((id, index) => [id, index + 1]),
    );
  });

  it.each(sourceline1.categories)("defines $id in words of its own", (category) => {
    expect(category.label).not.toBe("");
    expect(category.definition).not.toBe("");
    expect(category.decisionRule).not.toBe("");
    expect(category.notToBeConfusedWith).not.toBe("");
    expect(category.example === "").toBe(category.id === "unclear");
  });

  it("gives no two categories the same label", () => {
    expect(new Set(sourceline1.categories.map((category) => category.label)).size).toBe(24);
  });
});

describe("look-ups", () => {
  it("answer null for an id the codebook does not know", () => {
    expect(categoryOf(sourceline1, "gossip")).toBeNull();
    expect(familyOf(sourceline1, "gossip")).toBeNull();
  });

  it("answer no family for a category whose family the codebook does not have", () => {
    const [first] = sourceline1.categories;
    const homeless: Codebook = { ...sourceline1, families: [] };
    expect(categoryOf(homeless, first?.id ?? "")).toBe(first);
    expect(familyOf(homeless, first?.id ?? "")).toBeNull();
  });

  it("know own voice and unclear from the rest", () => {
    const own = sourceline1.categories.filter(({ id }) => isOwnVoice(sourceline1, id)).map(({ id }) => id);
    expect(own).toEqual(["own_observation", "own_analysis", "background_unattributed"]);
    const unclear = sourceline1.categories.filter(({ id }) => isUnclear(sourceline1, id)).map(({ id }) => id);
    expect(unclear).toEqual(["unclear"]);
    expect(isOwnVoice(sourceline1, "gossip")).toBe(false);
  });
});

describe("categoryByKeys", () => {
  it.each(expected)("finds %s by its two digits", (id, _family, familyKey, key) => {
    expect(categoryByKeys(sourceline1, familyKey, key)).toMatchObject({ kind: "category", category: { id } });
  });

  it("waits for a second digit after the first, with the choices in key order", () => {
    const outcome = categoryByKeys(sourceline1, 3);
    expect(outcome.kind === "family" && outcome.categories.map(({ id }) => id)).toEqual([
      "anonymous_described",
      "anonymous_undescribed",
      "hearsay",
    ]);
  });

  it("commits 7 at once", () => {
    expect(categoryByKeys(sourceline1, 7)).toMatchObject({ kind: "category", category: { id: "unclear" } });
  });

  it.each([
    [0, 1],
    [8, 1],
    [1, 7],
    [2, 0],
  ])("makes nothing of %i %i", (family, category) => {
    expect(categoryByKeys(sourceline1, family, category)).toEqual({ kind: "nothing" });
  });

  it("leaves the other digits where they are when a category is switched off", () => {
    const off = new Set(["official_readout"]);
    expect(categoryByKeys(sourceline1, 1, 1, off)).toEqual({ kind: "nothing" });
    expect(categoryByKeys(sourceline1, 1, 2, off)).toMatchObject({ category: { id: "official_transcript" } });
  });

  it("commits a family at once when switching off leaves one, and nothing when it leaves none", () => {
    const one = new Set(["media_report", "wire_copy"]);
    expect(categoryByKeys(sourceline1, 4, null, one)).toMatchObject({ category: { id: "social_post" } });
    expect(categoryByKeys(sourceline1, 7, null, new Set(["unclear"]))).toEqual({ kind: "nothing" });
  });

  it("does not offer a retired category", () => {
    const book: Codebook = {
      ...sourceline1,
      categories: sourceline1.categories.map((category) => ({
        ...category,
        isRetired: category.id === "hearsay",
      })),
    };
    expect(categoriesIn(book, "anonymous").map(({ id }) => id)).not.toContain("hearsay");
    expect(categoryOf(book, "hearsay")).not.toBeNull();
  });
});

describe("offeredFor", () => {
  const book: Codebook = {
    ...sourceline1,
    categories: sourceline1.categories.map((category) => {
      if (category.id === "hearsay")
        return { ...category, isRetired: true, mergedInto: "anonymous_undescribed" };
      if (category.id === "anonymous_undescribed") {
        return { ...category, isRetired: true, mergedInto: "anonymous_described" };
      }
      return category.id === "eyewitness" ? { ...category, isRetired: true } : category;
    }),
  };

  it.each([
    ["media_report", "media_report"],
    ["hearsay", "anonymous_described"],
    ["anonymous_undescribed", "anonymous_described"],
    ["eyewitness", null],
    ["made_up", null],
  ])("gives for %s: %s", (id, expected) => {
    expect(offeredFor(book, id)?.id ?? null).toBe(expected);
  });

  it("gives nothing where what it was merged into is switched off", () => {
    expect(offeredFor(book, "hearsay", new Set(["anonymous_described"]))).toBeNull();
  });
});
