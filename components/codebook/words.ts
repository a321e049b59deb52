import { type Codebook, categoryOf } from "#core/provenance/codebook.ts";
import type { CodebookChange } from "#core/provenance/codebook-change.ts";
import type { LookReasonAnswer } from "#lib/contracts/codebooks.ts";

const number = new Intl.NumberFormat("en");
export const counted = (count: number, one: string, many = `${one}s`) =>
  `${number.format(count)} ${count === 1 ? one : many}`;

export const rankWords = (rank: number | null) => (rank === null ? "no rank" : `rank ${rank}`);

/** How a person calls a field of a category. */
export const fieldWords: Readonly<Record<string, string>> = {
  label: "Label",
  definition: "Definition",
  example: "Example",
  notToBeConfusedWith: "Not to be confused with",
  decisionRule: "Take it when",
  checkRank: "Rank",
  key: "Digit",
};

type LabelOf = (id: string) => string;

/** A category's label in the newest of these codebooks that has it; its id where none does. */
export function labelsIn(...codebooks: readonly Codebook[]): LabelOf {
  return (id) => codebooks.map((one) => categoryOf(one, id)?.label).find((label) => label) ?? id;
}

const listed = new Intl.ListFormat("en", { type: "conjunction" });
const quoted = (ids: readonly string[], labelOf: LabelOf) =>
  listed.format(ids.map((id) => `“${labelOf(id)}”`));

/** One of the reasons for another look, as it stands in a list. */
export function reasonWords({ kind, into }: LookReasonAnswer, labelOf: LabelOf): string {
  switch (kind) {
    case "definition":
      return "new definition";
    case "decision_rule":
      return "new rule";
    case "retired":
      return "retired";
    case "merged":
      return `merged into ${quoted(into, labelOf)}`;
    case "split":
      return `may be ${quoted(into, labelOf)} now`;
    case "unknown":
      return "not in this version";
  }
}

/** A change that is not published, as a line of a list. */
export function changeWords(change: CodebookChange, codebook: Codebook, labelOf: LabelOf): string {
  switch (change.kind) {
    case "add":
      return `New: “${change.label}”`;
    case "reword":
      return `“${labelOf(change.id)}”: other words`;
    case "order":
      return `${codebook.families.find(({ id }) => id === change.family)?.label ?? change.family}: another order`;
    case "rank":
      return `“${labelOf(change.id)}”: ${rankWords(change.checkRank)}`;
    case "retire":
      return `“${labelOf(change.id)}” is retired`;
    case "bring_back":
      return `“${labelOf(change.id)}” is back`;
    case "merge":
      return `“${labelOf(change.id)}” is merged into “${labelOf(change.into)}”`;
  }
}
