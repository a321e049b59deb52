import type { Category, Codebook } from "./codebook.ts";

/** What of a category can differ between two versions: all but its id and family. */
const fields = [
  "label",
  "definition",
  "example",
  "notToBeConfusedWith",
  "decisionRule",
  "checkRank",
  "key",
  "isRetired",
  "mergedInto",
  "splitFrom",
] as const satisfies readonly (keyof Category)[];
export type CategoryField = (typeof fields)[number];

/** A category that two versions do not have alike. */
export type CategoryDiff = {
  readonly id: string;
  /** Null where the first version does not have it. */
  readonly before: Category | null;
  /** Null where the second does not, which is so only on the way back. */
  readonly after: Category | null;
  /** What differs, where both have it. */
  readonly fields: readonly CategoryField[];
};

/** Categories that differ between two versions, in the second's order; none where they say the same. */
export function codebookDiff(before: Codebook, after: Codebook): readonly CategoryDiff[] {
  const old = new Map(before.categories.map((category) => [category.id, category]));
  const now = new Map(after.categories.map((category) => [category.id, category]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const [one, other] = [old.get(id) ?? null, now.get(id) ?? null];
    const differing = one && other ? fields.filter((field) => one[field] !== other[field]) : [];
    const isAlike = one !== null && other !== null && differing.length === 0;
    return isAlike ? [] : [{ id, before: one, after: other, fields: differing }];
  });
}

/** Why a claim of a category is worth another look under another version. */
export type LookReason =
  | { readonly kind: "definition" | "decision_rule" | "retired" }
  | { readonly kind: "merged"; readonly into: string }
  /** Part of what it meant has a category of its own now. */
  | { readonly kind: "split"; readonly into: readonly string[] }
  /** The version is an older one, which does not have it yet. */
  | { readonly kind: "unknown" };

/**
 * Categories whose claims, made under the first version, need another look under the second, each with every reason.
 * A new label, example, digit or rank is no reason: what the category means has not changed.
 */
export function claimsToLookAt(diff: readonly CategoryDiff[]): ReadonlyMap<string, readonly LookReason[]> {
  const splits = splitsIn(diff);
  const own = new Map(diff.map((one) => [one.id, reasonsOf(one)]));
  const isNew = new Set(diff.filter(({ before }) => before === null).map(({ id }) => id));
  const ids = [...new Set([...own.keys(), ...splits.keys()])].filter((id) => !isNew.has(id));
  return new Map(
    ids.flatMap((id): [string, readonly LookReason[]][] => {
      const into = splits.get(id);
      const reasons = [...(own.get(id) ?? []), ...(into ? [{ kind: "split" as const, into }] : [])];
      return reasons.length > 0 ? [[id, reasons]] : [];
    }),
  );
}

function reasonsOf({ after, fields: differing }: CategoryDiff): readonly LookReason[] {
  if (after === null) return [{ kind: "unknown" }];
  const differs = (field: CategoryField) => differing.includes(field);
  return [
    ...(differs("definition") ? [{ kind: "definition" as const }] : []),
    ...(differs("decisionRule") ? [{ kind: "decision_rule" as const }] : []),
    ...withdrawn(after, differs),
  ];
}

function withdrawn(
  { isRetired, mergedInto }: Category,
  differs: (field: CategoryField) => boolean,
): readonly LookReason[] {
  if (mergedInto !== undefined) return differs("mergedInto") ? [{ kind: "merged", into: mergedInto }] : [];
  return isRetired && differs("isRetired") ? [{ kind: "retired" }] : [];
}

/** What each category was split into: by one added beside it, or by one it had swallowed that is back. */
function splitsIn(diff: readonly CategoryDiff[]): ReadonlyMap<string, readonly string[]> {
  const splits = new Map<string, string[]>();
  for (const { id, before, after } of diff) {
    const from = before === null ? after?.splitFrom : before.mergedInto;
    if (from === undefined || after === null || after.isRetired) continue;
    splits.set(from, [...(splits.get(from) ?? []), id]);
  }
  return splits;
}
