import { describe, expect, it } from "vitest";
import type { CodebookChange } from "#core/provenance/codebook-change.ts";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { changeWords, counted, labelsIn, rankWords, reasonWords } from "./words.ts";

const labelOf = (id: string) => id.toUpperCase();

describe("the words of a codebook", () => {
  it("count what there is one of and several of", () => {
    expect([counted(1, "claim"), counted(1200, "claim"), counted(0, "category", "categories")]).toEqual([
      "1 claim",
      "1,200 claims",
      "0 categories",
    ]);
    expect([rankWords(3), rankWords(null)]).toEqual(["rank 3", "no rank"]);
  });

  it.each([
    ["definition", [], "new definition"],
    ["decision_rule", [], "new rule"],
    ["retired", [], "retired"],
    ["merged", ["a"], "merged into “A”"],
    ["split", ["a", "b"], "may be “A” and “B” now"],
    ["unknown", [], "not in this version"],
  ] as const)("say why to look again: %s", (kind, into, words) => {
    expect(reasonWords({ kind, into: [...into] }, labelOf)).toBe(words);
  });

  const words = { label: "New one", definition: "", example: "", notToBeConfusedWith: "", decisionRule: "" };
  it.each<[CodebookChange, string]>([
    [{ kind: "add", id: "n", family: "official", checkRank: 1, ...words }, "New: “New one”"],
    [{ kind: "reword", id: "a", label: "x" }, "“A”: other words"],
    [{ kind: "order", family: "official", ids: [] }, "Official: another order"],
    [{ kind: "rank", id: "a", checkRank: 2 }, "“A”: rank 2"],
    [{ kind: "retire", id: "a" }, "“A” is retired"],
    [{ kind: "bring_back", id: "a" }, "“A” is back"],
    [{ kind: "merge", id: "a", into: "b" }, "“A” is merged into “B”"],
  ])("say what a change does: %o", (change, said) => {
    expect(changeWords(change, sourceline1, labelOf)).toBe(said);
  });

  it("name a category by the first codebook that has it, and else by its id", () => {
    const empty = { ...sourceline1, categories: [] };
    expect(labelsIn(empty, sourceline1)("media_report")).toBe(labelsIn(sourceline1)("media_report"));
    expect(labelsIn(empty)("media_report")).toBe("media_report");
  });
});
