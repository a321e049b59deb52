import type { ChangeProblem } from "./codebook-change.ts";

/** A problem in one sentence for a person, with what to do where that is not plain. `labelOf` gives a category's label. */
export function changeProblemMessage(problem: ChangeProblem, labelOf: (id: string) => string): string {
  switch (problem.kind) {
    case "nothing_changed":
      return "These changes come to nothing: the codebook would be as it is.";
    case "family_empty":
      return "A family must keep at least one category that is offered.";
    case "not_the_offered":
      return "The order must name each offered category of the family once, and no other.";
    case "label_taken":
      return `“${labelOf(problem.id)}” would be called like “${labelOf(problem.by)}”. Choose another label.`;
    default:
      return ofCategory[problem.kind](labelOf(problem.id), problem.id);
  }
}

type OfCategory = Exclude<
  ChangeProblem["kind"],
  "nothing_changed" | "family_empty" | "not_the_offered" | "label_taken"
>;

const ofCategory: Readonly<Record<OfCategory, (label: string, id: string) => string>> = {
  no_label: (_, id) => `The category “${id}” needs a label.`,
  bad_id: (_, id) => `“${id}” is no id: use lower-case letters, digits and underscores.`,
  id_taken: (_, id) => `The id “${id}” is taken. Ids are never used again, retired or not.`,
  unknown_category: (_, id) => `The codebook has no category “${id}”.`,
  bad_rank: (label) => `“${label}” cannot have that rank: ranks are 1 to 8, and what is unclear has none.`,
  already_retired: (label) => `“${label}” is retired already.`,
  not_retired: (label) => `“${label}” is not retired.`,
  merged_into_itself: (label) => `“${label}” cannot be merged into itself.`,
  merged_into_retired: (label) => `“${label}” is retired: choose one that is offered.`,
};
