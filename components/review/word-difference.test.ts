import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type WordRun, wordDifference } from "./word-difference.ts";

const without = (runs: readonly WordRun[], kind: WordRun["kind"]) =>
  runs
    .filter((run) => run.kind !== kind)
    .map(({ text }) => text)
    .join("");

describe("the difference of two texts", () => {
  it("names the words that went and came, and keeps the rest", () => {
    expect(wordDifference("The dam held overnight.", "The dam broke overnight.")).toEqual([
      { kind: "same", text: "The dam " },
      { kind: "removed", text: "held" },
      { kind: "added", text: "broke" },
      { kind: "same", text: " overnight." },
    ]);
  });

  it("shows an insertion as one run", () => {
    expect(wordDifference("Smoke rose.", "Smoke slowly rose.")).toEqual([
      { kind: "same", text: "Smoke " },
      { kind: "added", text: "slowly " },
      { kind: "same", text: "rose." },
    ]);
  });

  it("is nothing between equal texts and all of a text that came from nothing", () => {
    expect(wordDifference("", "")).toEqual([]);
    expect(wordDifference("same", "same")).toEqual([{ kind: "same", text: "same" }]);
    expect(wordDifference("", "new")).toEqual([{ kind: "added", text: "new" }]);
  });

  it("shows very long texts against one another whole", () => {
    const [before, after] = ["a ".repeat(1_200), "b ".repeat(1_200)];
    expect(wordDifference(before, after)).toEqual([
      { kind: "removed", text: before },
      { kind: "added", text: after },
    ]);
  });

  it("holds both texts to the letter, whatever they are", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc
        .array(fc.constantFrom("the ", "dam ", "held", ".", "👩‍🚒 ", "قال "), { maxLength: 12 })
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDifference(before, after);
        expect(without(runs, "added")).toBe(before);
        expect(without(runs, "removed")).toBe(after);
        expect(runs.every((run, at) => run.text !== "" && run.kind !== runs[at - 1]?.kind)).toBe(true);
      }),
    );
  });
});
