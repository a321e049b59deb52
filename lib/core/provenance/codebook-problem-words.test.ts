import { describe, expect, it } from "vitest";
import { refused } from "./codebook-change.cases.ts";
import type { ChangeProblem } from "./codebook-change.ts";
import { changeProblemMessage } from "./codebook-problem-words.ts";

const labelOf = (id: string) => id.toUpperCase();
const at = { change: 0 } as const;
const whole = { change: null } as const;

const sentences: readonly [ChangeProblem, string][] = [
  [{ ...whole, kind: "nothing_changed" }, "These changes come to nothing: the codebook would be as it is."],
  [
    { ...whole, kind: "family_empty", family: "official" },
    "A family must keep at least one category that is offered.",
  ],
  [
    { ...at, kind: "not_the_offered", family: "official" },
    "The order must name each offered category of the family once, and no other.",
  ],
  [
    { ...whole, kind: "label_taken", id: "a", by: "b" },
    "“A” would be called like “B”. Choose another label.",
  ],
  [{ ...whole, kind: "no_label", id: "a" }, "The category “a” needs a label."],
  [{ ...at, kind: "bad_id", id: "a b" }, "“a b” is no id: use lower-case letters, digits and underscores."],
  [{ ...at, kind: "id_taken", id: "a" }, "The id “a” is taken. Ids are never used again, retired or not."],
  [{ ...at, kind: "unknown_category", id: "a" }, "The codebook has no category “a”."],
  [
    { ...at, kind: "bad_rank", id: "a" },
    "“A” cannot have that rank: ranks are 1 to 8, and what is unclear has none.",
  ],
  [{ ...at, kind: "already_retired", id: "a" }, "“A” is retired already."],
  [{ ...at, kind: "not_retired", id: "a" }, "“A” is not retired."],
  [{ ...at, kind: "merged_into_itself", id: "a" }, "“A” cannot be merged into itself."],
  [{ ...at, kind: "merged_into_retired", id: "a" }, "“A” is retired: choose one that is offered."],
];

describe("changeProblemMessage", () => {
  it.each(sentences)("says %o", (problem, sentence) => {
    expect(changeProblemMessage(problem, labelOf)).toBe(sentence);
  });

  it.each(refused)("has a sentence of its own for %s", (_, __, problems) => {
    const said = problems.map((problem) => changeProblemMessage(problem, (id) => `the ${id}`));
    expect(said.every((words) => words.length > 20 && words.endsWith("."))).toBe(true);
    expect(new Set(said).size).toBe(said.length);
  });
});
