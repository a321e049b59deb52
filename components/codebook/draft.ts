import {
  type Category,
  type Codebook,
  categoriesIn,
  categoryOf,
  type FamilyId,
} from "#core/provenance/codebook.ts";
import { applyChanges, type CodebookChange } from "#core/provenance/codebook-change.ts";
import { changeProblemMessage } from "#core/provenance/codebook-problem-words.ts";
import { fail, ok, type Result } from "#core/result.ts";

/** Changes made here and not published yet. Together they can always be made of the codebook they were begun on. */
export type Draft = readonly CodebookChange[];

/** The draft with more changes; or, in words, why they cannot be made. Changes that undo each other leave nothing. */
export function withChanges(
  base: Codebook,
  draft: Draft,
  more: readonly CodebookChange[],
): Result<Draft, string> {
  return checked(base, more.reduce(joined, draft));
}

/** The draft without one of its changes, unless a later one builds on it. */
export function withoutChange(base: Codebook, draft: Draft, at: number): Result<Draft, string> {
  return checked(
    base,
    draft.filter((_, index) => index !== at),
  );
}

function checked(base: Codebook, draft: Draft): Result<Draft, string> {
  const done = applyChanges(base, draft);
  if (done.ok) return ok(draft);
  const problem = done.failure.find(({ kind }) => kind !== "nothing_changed");
  if (!problem) return ok([]);
  const known = [...base.categories, ...draft.filter((change) => change.kind === "add")];
  const labelOf = (id: string) => known.findLast((one) => one.id === id)?.label ?? id;
  return fail(changeProblemMessage(problem, labelOf));
}

/** A change of what the last one changed takes its place. */
function joined(draft: Draft, change: CodebookChange): Draft {
  const last = draft.at(-1);
  const rest = draft.slice(0, -1);
  if (last?.kind === "order" && change.kind === "order" && last.family === change.family)
    return [...rest, change];
  if (last?.kind === "rank" && change.kind === "rank" && last.id === change.id) return [...rest, change];
  if (last?.kind === "reword" && change.kind === "reword" && last.id === change.id) {
    return [...rest, { ...last, ...change }];
  }
  return [...draft, change];
}

/** The codebook as it would be. */
export function drafted(base: Codebook, draft: Draft): Codebook {
  const done = draft.length > 0 ? applyChanges(base, draft) : null;
  return done?.ok ? done.value : base;
}

export type Words = Pick<
  Category,
  "label" | "definition" | "example" | "notToBeConfusedWith" | "decisionRule"
>;
export type CategoryFields = Words & { readonly checkRank: number | null };

/** What it takes to give a category these fields; nothing where it has them. */
export function changesOf(category: Category, fields: CategoryFields): CodebookChange[] {
  const { checkRank, ...words } = fields;
  const names = Object.keys(words) as (keyof Words)[]; // The record's own keys.
  const changed = names.filter((name) => words[name] !== category[name]);
  const { id } = category;
  return [
    ...(changed.length > 0
      ? [{ kind: "reword" as const, id, ...Object.fromEntries(changed.map((name) => [name, words[name]])) }]
      : []),
    ...(checkRank === category.checkRank ? [] : [{ kind: "rank" as const, id, checkRank }]),
  ];
}

/** The change that moves an offered category one place up or down; null at the end. */
export function moved(codebook: Codebook, { id, family }: Category, by: -1 | 1): CodebookChange | null {
  const ids = categoriesIn(codebook, family).map((one) => one.id);
  const at = ids.indexOf(id);
  const other = ids[at + by];
  if (at < 0 || other === undefined) return null;
  const swapped = ids.map((one) => (one === id ? other : one === other ? id : one));
  return { kind: "order", family, ids: swapped };
}

/** An id that no category has or had, made of a label. */
export function idFor(codebook: Codebook, label: string): string {
  const plain = label
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "_");
  const trimmed = plain
    .replace(/^[_0-9]+/u, "")
    .slice(0, 60)
    .replace(/_+$/u, "");
  const base = trimmed.length > 1 ? trimmed : "category";
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? base : `${base}_${n}`;
    if (!categoryOf(codebook, id)) return id;
  }
}

/** Retired categories of a family, in the codebook's order. */
export function retiredIn(codebook: Codebook, family: FamilyId): readonly Category[] {
  return codebook.categories.filter((one) => one.family === family && one.isRetired);
}
