import { stateLabel } from "#components/claims/state-mark.tsx";
import { families } from "#components/provenance-legend/families.ts";
import type { Codebook } from "#core/provenance/codebook.ts";
import { claimStates } from "#core/review/state.ts";
import { type ClaimMark, claimMarks, type Facet } from "#lib/client/workspace/filter.ts";

export const facetLabels: Readonly<Record<Facet, string>> = {
  family: "Family",
  category: "Category",
  state: "State",
  author: "Marked by",
  source: "Source",
  mark: "What it lacks or has",
};

const markLabels: Readonly<Record<ClaimMark, string>> = {
  no_source: "No source yet",
  no_statement: "No statement yet",
  no_category: "No category yet",
  unattributed: "Attributed to nobody",
  unmarked: "A link without words in the text",
  carried_over: "Carried over",
  discontinuous: "In several parts",
};

export type ValueWords = (facet: Facet, value: string) => string;

type Known = {
  readonly codebook: Codebook;
  readonly source: (id: string) => string | null;
  readonly person: (id: string) => string;
};

/** How a value of a facet is called. */
export function valueWords({ codebook, source, person }: Known): ValueWords {
  const category = new Map(codebook.categories.map(({ id, label }) => [id, label]));
  return (facet, value) => {
    switch (facet) {
      case "family":
        return families.find(({ id }) => id === value)?.label ?? value;
      case "category":
        return category.get(value) ?? value;
      case "state":
        return stateLabel(claimStates.find((state) => state === value) ?? "draft");
      case "author":
        return person(value);
      case "source":
        return source(value) ?? "A source not shown to you";
      case "mark":
        return markLabels[claimMarks.find((mark) => mark === value) ?? "no_source"];
    }
  };
}

/** Values of a facet in the order they are offered: as the codebook and the review have them, else the most first. */
export function offered(
  facet: Facet,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  codebook: Codebook,
): readonly string[] {
  const present = new Set([...counts.keys(), ...chosen]);
  const order = orderOf(facet, codebook);
  if (order) return [...order.filter((value) => present.has(value)), ...without(present, order)];
  return [...present].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
}

function orderOf(facet: Facet, codebook: Codebook): readonly string[] | null {
  if (facet === "family") return families.map(({ id }) => id);
  if (facet === "category") return codebook.categories.map(({ id }) => id);
  if (facet === "state") return claimStates;
  return facet === "mark" ? claimMarks : null;
}

function without(values: ReadonlySet<string>, known: readonly string[]): string[] {
  return [...values].filter((value) => !known.includes(value));
}
