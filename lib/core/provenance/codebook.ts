/** Families of Sourceline 1, in key order. A codebook may add categories, never families: a family is a colour. */
export const familyIds = [
  "official",
  "on_the_record",
  "anonymous",
  "other_media",
  "documents",
  "own_voice",
  "unclear",
] as const;
export type FamilyId = (typeof familyIds)[number];

/** A provenance family: the first key pressed, the colour painted. */
export type Family = {
  readonly id: FamilyId;
  /** 1–7, the digit in the rail. */
  readonly key: number;
  readonly label: string;
  readonly definition: string;
};

/** A provenance category: what a link's `category` and a claim's `provenance` name by id. */
export type Category = {
  /** Stable text id; appears in every export. */
  readonly id: string;
  readonly family: FamilyId;
  /** 1-based digit within its family; a tenth and later entry is reached by type-ahead. */
  readonly key: number;
  readonly label: string;
  readonly definition: string;
  /** A made-up sentence; empty where none can be given. */
  readonly example: string;
  readonly notToBeConfusedWith: string;
  readonly decisionRule: string;
  /** 1 (a reader can check it best) to 8; null = no rank. Adjustable per codebook (rules.md 1). */
  readonly checkRank: number | null;
  /** True once withdrawn: claims keep it, nothing new takes it. */
  readonly isRetired: boolean;
  /** Of a retired one: what is taken in its place. */
  readonly mergedInto?: string;
  /** Of one added later: what claims had before it was told apart. */
  readonly splitFrom?: string;
};

/** A versioned list of categories; a project pins one version (rules.md 1). */
export type Codebook = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly families: readonly Family[];
  readonly categories: readonly Category[];
};

/** What pressing a family digit, then perhaps a category digit, comes to. */
export type KeyOutcome =
  | { readonly kind: "category"; readonly category: Category }
  | { readonly kind: "family"; readonly family: Family; readonly categories: readonly Category[] }
  | { readonly kind: "nothing" };

/** The category with this id, or null where the codebook does not know it. Retired ones are found. */
export function categoryOf(codebook: Codebook, id: string): Category | null {
  return placesIn(codebook).get(id)?.category ?? null;
}

/** The family of a category id, or null where the codebook does not know the id. */
export function familyOf(codebook: Codebook, categoryId: string): Family | null {
  return placesIn(codebook).get(categoryId)?.family ?? null;
}

type CategoryPlace = { readonly category: Category; readonly family: Family | null };

/** Read once per codebook: an article of thousands of claims asks for each of them several times. */
const known = new WeakMap<Codebook, ReadonlyMap<string, CategoryPlace>>();

function placesIn(codebook: Codebook): ReadonlyMap<string, CategoryPlace> {
  const before = known.get(codebook);
  if (before) return before;
  const families = new Map(codebook.families.map((family) => [family.id, family]));
  // Backwards, so that of two with one id the first is found.
  const places = new Map(
    codebook.categories
      .toReversed()
      .map((category) => [category.id, { category, family: families.get(category.family) ?? null }]),
  );
  known.set(codebook, places);
  return places;
}

/** The categories of one family in key order, without retired and switched-off ones. */
export function categoriesIn(
  codebook: Codebook,
  family: FamilyId,
  switchedOff: ReadonlySet<string> = new Set(),
): readonly Category[] {
  return codebook.categories
    .filter((category) => category.family === family && isOffered(category, switchedOff))
    .toSorted((a, b) => a.key - b.key);
}

/**
 * What the digits mean: `category` once decided; `family` while the second digit is awaited, with its choices;
 * `nothing` for a digit without meaning. A family with one offered category commits on its first digit (7 = unclear).
 * Category digits stay where the codebook put them when a project switches neighbours off: hands remember them.
 */
export function categoryByKeys(
  codebook: Codebook,
  familyKey: number,
  categoryKey: number | null = null,
  switchedOff: ReadonlySet<string> = new Set(),
): KeyOutcome {
  const family = codebook.families.find((candidate) => candidate.key === familyKey);
  if (!family) return { kind: "nothing" };
  const categories = categoriesIn(codebook, family.id, switchedOff);
  const [only, second] = categories;
  if (!only) return { kind: "nothing" };
  if (!second) return { kind: "category", category: only };
  if (categoryKey === null) return { kind: "family", family, categories };
  const category = categories.find((candidate) => candidate.key === categoryKey);
  return category ? { kind: "category", category } : { kind: "nothing" };
}

/**
 * What is offered in a category's place: itself, or where it is retired what it was merged into, however often. Null
 * where nothing is, or the codebook does not know the id.
 */
export function offeredFor(
  codebook: Codebook,
  id: string,
  switchedOff: ReadonlySet<string> = new Set(),
): Category | null {
  let category = categoryOf(codebook, id);
  // No merge leads back to itself (codebook-change.ts).
  while (category?.mergedInto !== undefined) category = categoryOf(codebook, category.mergedInto);
  return category && isOffered(category, switchedOff) ? category : null;
}

/** True for a category of family own_voice: the article itself speaks, so it never stands in a chain. */
export function isOwnVoice(codebook: Codebook, categoryId: string): boolean {
  return categoryOf(codebook, categoryId)?.family === "own_voice";
}

/** True for the family that means "cannot be determined"; such a category has no rank. */
export function isUnclear(codebook: Codebook, categoryId: string): boolean {
  return categoryOf(codebook, categoryId)?.family === "unclear";
}

function isOffered(category: Category, switchedOff: ReadonlySet<string>): boolean {
  return !(category.isRetired || switchedOff.has(category.id));
}
