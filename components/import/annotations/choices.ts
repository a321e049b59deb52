import { type Codebook, categoriesIn } from "#core/provenance/codebook.ts";
import type { AnnotationImport, ImportPatch } from "#lib/contracts/annotation-imports.ts";
import type { Member } from "#lib/contracts/workspaces.ts";

/** Chosen here and not sent yet. */
export type Draft = {
  readonly labels: Readonly<Record<string, string | null>>;
  readonly annotators: Readonly<Record<string, string>>;
};
export const noDraft: Draft = { labels: {}, annotators: {} };

export type Choice = { readonly value: string; readonly label: string; readonly hint?: string };

/** Stands for leaving a label's claims out, which no category can be called. */
export const LEAVE_OUT = "-";
const leaveOut: Choice = { value: LEAVE_OUT, label: "Leave out" };

/** What a label may become: leave it out, or a category this project offers. */
export function categoryChoices(codebook: Codebook, disabled: readonly string[]): readonly Choice[] {
  const offered = codebook.families.flatMap((family) =>
    categoriesIn(codebook, family.id)
      .filter(({ id, isRetired }) => !isRetired && !disabled.includes(id))
      .map(({ id, label }) => ({ value: id, label, hint: family.label })),
  );
  return [leaveOut, ...offered];
}

export type LabelRow = {
  readonly label: string;
  readonly count: number;
  readonly example: string;
  /** Undefined while nobody has chosen; null to leave it out. */
  readonly category: string | null | undefined;
};

/** Labels as they would be sent now; those that wait for a choice first. */
export function labelRows({ preview }: AnnotationImport, { labels }: Draft): LabelRow[] {
  const rows = preview.labels.map(({ label, count, example, category, isDecided }) => ({
    ...{ label, count, example },
    category: Object.hasOwn(labels, label) ? labels[label] : isDecided ? category : undefined,
  }));
  // By what the server knows: a row does not jump away under the hand that has just chosen.
  const waits = new Map(preview.labels.map(({ label, isDecided }) => [label, isDecided ? 1 : 0]));
  return rows.sort((one, other) => (waits.get(one.label) ?? 0) - (waits.get(other.label) ?? 0));
}

/** How many labels wait for a choice, the ones chosen here among the decided. */
export function undecided(shown: AnnotationImport, draft: Draft): number {
  return labelRows(shown, draft).filter(({ category }) => category === undefined).length;
}

export function isEmpty({ labels, annotators }: Draft): boolean {
  return Object.keys(labels).length + Object.keys(annotators).length === 0;
}

/** What is sent; null where nothing was chosen. */
export function patchOf(draft: Draft): ImportPatch | null {
  return isEmpty(draft) ? null : { labels: { ...draft.labels }, annotators: { ...draft.annotators } };
}

/** Where an annotator's claims may go. Another member's layer is an admin's to fill. */
export function layerChoices(mode: "shared" | "blind", members: readonly Member[] | null): readonly Choice[] {
  const skip = { value: "skip", label: "Leave out" };
  if (mode === "shared") return [{ value: "shared", label: "The shared layer" }, skip];
  const others = (members ?? [])
    .filter(({ role }) => role !== "viewer")
    .map(({ userId, name, email }) => ({ value: userId, label: `${name}’s layer`, hint: email }));
  return [{ value: "mine", label: "My layer" }, ...others, skip];
}
