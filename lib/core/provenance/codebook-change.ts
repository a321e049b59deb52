import { fail, ok, type Result } from "../result.ts";
import type { Category, Codebook, FamilyId } from "./codebook.ts";
import { codebookDiff } from "./codebook-diff.ts";

type Words = Pick<Category, "label" | "definition" | "example" | "notToBeConfusedWith" | "decisionRule">;

/**
 * Everything that can be done to a codebook. Families are fixed, an id is for ever: what is not wanted any more is
 * retired, alone or in favour of another, and can be brought back.
 */
export type CodebookChange =
  | ({
      readonly kind: "add";
      readonly id: string;
      readonly family: FamilyId;
      readonly checkRank: number | null;
      /** The category whose claims may belong here from now on. */
      readonly splitFrom?: string | undefined;
    } & Words)
  | ({ readonly kind: "reword"; readonly id: string } & {
      readonly [Field in keyof Words]?: Words[Field] | undefined;
    })
  /** Digits 1, 2, 3 … to all offered categories of a family, in this order. */
  | { readonly kind: "order"; readonly family: FamilyId; readonly ids: readonly string[] }
  | { readonly kind: "rank"; readonly id: string; readonly checkRank: number | null }
  | { readonly kind: "retire"; readonly id: string }
  | { readonly kind: "bring_back"; readonly id: string }
  | { readonly kind: "merge"; readonly id: string; readonly into: string };

type ChangeFault =
  | { readonly kind: "bad_id" | "id_taken" | "unknown_category"; readonly id: string }
  | { readonly kind: "bad_rank"; readonly id: string }
  /** The order leaves an offered category out, names one twice, or one that is not offered there. */
  | { readonly kind: "not_the_offered"; readonly family: FamilyId }
  | { readonly kind: "already_retired" | "not_retired"; readonly id: string }
  | { readonly kind: "merged_into_itself" | "merged_into_retired"; readonly id: string };

/** Why changes cannot be made; `change` is the place of the one at fault, null where it is what they come to. */
export type ChangeProblem =
  | ({ readonly change: number } & ChangeFault)
  | ({ readonly change: null } & (
      | { readonly kind: "no_label"; readonly id: string }
      | { readonly kind: "label_taken"; readonly id: string; readonly by: string }
      | { readonly kind: "family_empty"; readonly family: FamilyId }
      | { readonly kind: "nothing_changed" }
    ));

/** Weakest rank a category can have (rules.md 1). */
const WEAKEST = 8;
const ID = /^[a-z][a-z0-9_]{0,78}[a-z0-9]$/u;

type Categories = readonly Category[];
type Applied = Result<Categories, ChangeFault>;

/**
 * The codebook after the changes, in their order, one version on; or everything that is wrong with them. It has every
 * id that there was, the same families, and digits that differ among what is offered of a family.
 */
export function applyChanges(
  codebook: Codebook,
  changes: readonly CodebookChange[],
): Result<Codebook, readonly ChangeProblem[]> {
  const problems: ChangeProblem[] = [];
  let categories: Categories = codebook.categories;
  for (const [change, wanted] of changes.entries()) {
    const done = applied(categories, wanted);
    if (done.ok) categories = done.value;
    else problems.push({ change, ...done.failure });
  }
  const after = { ...codebook, version: codebook.version + 1, categories };
  problems.push(...standingProblems(codebook, after));
  return problems.length === 0 ? ok(after) : fail(problems);
}

/** One change made, or why it cannot be. */
function applied(categories: Categories, change: CodebookChange): Applied {
  if (change.kind === "add") return added(categories, change);
  if (change.kind === "order") return ordered(categories, change.family, change.ids);
  const found = categories.find(({ id }) => id === change.id);
  if (!found) return fail({ kind: "unknown_category", id: change.id });
  const after = changed(categories, found, change);
  return after.ok ? ok(categories.map((one) => (one === found ? after.value : one))) : after;
}

type ChangeOfOne = Exclude<CodebookChange, { kind: "add" | "order" }>;

function changed(
  categories: Categories,
  found: Category,
  change: ChangeOfOne,
): Result<Category, ChangeFault> {
  switch (change.kind) {
    case "reword":
      return ok({ ...found, ...given(change) });
    case "rank":
      return isRank(found.family, change.checkRank)
        ? ok({ ...found, checkRank: change.checkRank })
        : fail({ kind: "bad_rank", id: found.id });
    case "retire":
      return found.isRetired
        ? fail({ kind: "already_retired", id: found.id })
        : ok({ ...found, isRetired: true });
    case "bring_back":
      return found.isRetired
        ? ok(broughtBack(categories, found))
        : fail({ kind: "not_retired", id: found.id });
    case "merge":
      return merged(categories, found, change.into);
  }
}

function added(categories: Categories, { kind: _, ...wanted }: CodebookChange & { kind: "add" }): Applied {
  const { id, family, checkRank, splitFrom, ...words } = wanted;
  if (!ID.test(id)) return fail({ kind: "bad_id", id });
  if (categories.some((one) => one.id === id)) return fail({ kind: "id_taken", id });
  if (!isRank(family, checkRank)) return fail({ kind: "bad_rank", id });
  if (splitFrom !== undefined && !categories.some((one) => one.id === splitFrom)) {
    return fail({ kind: "unknown_category", id: splitFrom });
  }
  const category = { id, family, key: nextKey(categories, family), ...words, checkRank, isRetired: false };
  return ok([...categories, splitFrom === undefined ? category : { ...category, splitFrom }]);
}

function ordered(categories: Categories, family: FamilyId, ids: readonly string[]): Applied {
  const offered = offeredIn(categories, family).map(({ id }) => id);
  const keys = new Map(ids.map((id, index) => [id, index + 1]));
  const isWhole = ids.length === offered.length && offered.every((id) => keys.has(id));
  if (!isWhole) return fail({ kind: "not_the_offered", family });
  return ok(categories.map((one) => ({ ...one, key: keys.get(one.id) ?? one.key })));
}

/** Only what the change says; a field left out, or undefined, stays. */
function given({ kind: _, id: __, ...words }: ChangeOfOne & { kind: "reword" }): Partial<Words> {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
}

/** With its old digit where that is free, else with the next one. */
function broughtBack(categories: Categories, { mergedInto: _, ...category }: Category): Category {
  const { family, key } = category;
  const isFree = offeredIn(categories, family).every((one) => one.key !== key);
  return { ...category, key: isFree ? key : nextKey(categories, family), isRetired: false };
}

/**
 * Nothing is merged into what is not offered, and what was merged is offered no more: so no merge leads back to itself.
 */
function merged(categories: Categories, found: Category, into: string): Result<Category, ChangeFault> {
  if (into === found.id) return fail({ kind: "merged_into_itself", id: into });
  const target = categories.find(({ id }) => id === into);
  if (!target) return fail({ kind: "unknown_category", id: into });
  if (target.isRetired) return fail({ kind: "merged_into_retired", id: into });
  return ok({ ...found, isRetired: true, mergedInto: into });
}

/** A digit no offered category of the family has: hands remember the others. */
function nextKey(categories: Categories, family: FamilyId): number {
  return Math.max(0, ...offeredIn(categories, family).map(({ key }) => key)) + 1;
}

function offeredIn(categories: Categories, family: FamilyId): Categories {
  return categories.filter((one) => one.family === family && !one.isRetired);
}

/** What cannot be told has no rank (rules.md 1). */
function isRank(family: FamilyId, rank: number | null): boolean {
  if (rank === null) return true;
  return family !== "unclear" && Number.isInteger(rank) && rank >= 1 && rank <= WEAKEST;
}

/** What is wrong with the outcome, whichever change it came from. */
function standingProblems(before: Codebook, after: Codebook): ChangeProblem[] {
  const offered = after.categories.filter(({ isRetired }) => !isRetired);
  const labelled = offered.filter(({ label }) => plain(label) !== "");
  const first = new Map(labelled.toReversed().map(({ id, label }) => [plain(label), id]));
  const empty = after.families.filter(({ id }) => !offered.some(({ family }) => family === id));
  return [
    ...offered.flatMap(({ id, label }): ChangeProblem[] => {
      const by = first.get(plain(label));
      if (by === undefined) return [{ change: null, kind: "no_label", id }];
      return by === id ? [] : [{ change: null, kind: "label_taken", id, by }];
    }),
    ...empty.map(({ id }) => ({ change: null, kind: "family_empty" as const, family: id })),
    ...(codebookDiff(before, after).length > 0 ? [] : [{ change: null, kind: "nothing_changed" as const }]),
  ];
}

const plain = (label: string) => label.trim().toLowerCase();
