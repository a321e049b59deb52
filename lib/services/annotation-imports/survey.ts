import type { ImportedClaim, ImportedDataset } from "#core/import/dataset.ts";
import { type Codebook, categoryOf } from "#core/provenance/codebook.ts";
import type { ImportMapping } from "#lib/contracts/annotation-imports.ts";

/** Stands for claims and links that have neither a category nor a label. */
export const NO_LABEL = "(no label)";
/** Stands for claims of which the file does not say who marked them. */
export const NOBODY = "";

/** The label a category is to be chosen for; null where the codebook knows the category the file names. */
export function openLabel(codebook: Codebook, category: string | null, label: string | null): string | null {
  if (category !== null && categoryOf(codebook, category) !== null) return null;
  return category ?? label ?? NO_LABEL;
}

/** Labels of a claim that need a category: of its own links, or of itself where it has none. */
export function labelsOf(codebook: Codebook, claim: ImportedClaim): string[] {
  const own = ownLinks(claim);
  const open =
    own.length === 0
      ? [openLabel(codebook, claim.provenance, claim.label)]
      : own.map(({ category, label }) => openLabel(codebook, category, label));
  return open.filter((label) => label !== null);
}

/** The links below the parent's; all of them where the parent did not come along. */
export function ownLinks({ chain, inheritedLinks, parent }: ImportedClaim): ImportedClaim["chain"] {
  return parent === null ? chain : chain.slice(inheritedLinks);
}

export type FoundLabel = { readonly label: string; readonly count: number; readonly first: ImportedClaim };

/** Labels that need a category, the most frequent first, each with the first claim that has it. */
export function foundLabels(codebook: Codebook, { claims }: ImportedDataset): FoundLabel[] {
  const found = new Map<string, { label: string; count: number; first: ImportedClaim }>();
  for (const claim of claims) {
    for (const label of new Set(labelsOf(codebook, claim))) {
      const known = found.get(label);
      if (known) known.count += 1;
      else found.set(label, { label, count: 1, first: claim });
    }
  }
  return [...found.values()].sort((one, other) => other.count - one.count);
}

/** Who marked how many claims, the most first. */
export function foundAnnotators({ claims }: ImportedDataset): { name: string; count: number }[] {
  const found = new Map<string, number>();
  for (const { annotator } of claims) {
    const name = annotator ?? NOBODY;
    found.set(name, (found.get(name) ?? 0) + 1);
  }
  return [...found].map(([name, count]) => ({ name, count })).sort((one, other) => other.count - one.count);
}

/** What is proposed where nobody has chosen yet: a category of the same name; the importer's own layer. */
export function proposedMapping(
  codebook: Codebook,
  mode: "shared" | "blind",
  dataset: ImportedDataset,
  chosen: ImportMapping,
): ImportMapping {
  const labels = foundLabels(codebook, dataset).flatMap(({ label }) => {
    const chosenOne = chosenFor(chosen.labels, label);
    const category = chosenOne === undefined ? sameName(codebook, label) : chosenOne;
    return chosenOne === undefined && category === null ? [] : [[label, category] as const];
  });
  const usual = mode === "shared" ? "shared" : "mine";
  const annotators = foundAnnotators(dataset).map(
    ({ name }) => [name, chosenFor(chosen.annotators, name) ?? usual] as const,
  );
  return {
    labels: Object.fromEntries(labels),
    roles: chosen.roles,
    annotators: Object.fromEntries(annotators),
  };
}

/** What was chosen for a name of the file, which may be any word: also one that every object has. */
export function chosenFor<T>(choices: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(choices, name) ? choices[name] : undefined;
}

function sameName(codebook: Codebook, label: string): string | null {
  const wanted = plain(label);
  const found = codebook.categories.find(
    (category) => !category.isRetired && (plain(category.id) === wanted || plain(category.label) === wanted),
  );
  return found?.id ?? null;
}

const plain = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
