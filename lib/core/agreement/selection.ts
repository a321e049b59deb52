import type { Part } from "./alpha.ts";
import type { ChainUnit } from "./chain-agreement.ts";
import type { ConfusedUnit } from "./confusion.ts";
import type { ArticleTally, PairTally, TallyColumn } from "./tally.ts";

/** An article of a study with the coders that are compared. */
export type Selected = {
  readonly tally: ArticleTally;
  /** Their places in the tally, by coder id. */
  readonly places: readonly number[];
  /** Places of the units that one of them marked. */
  readonly units: readonly number[];
};

/** The articles that two of the coders or more have coded; of all coders where none are named. */
export function selectArticles(
  tallies: readonly ArticleTally[],
  coders?: readonly string[],
): readonly Selected[] {
  return tallies
    .map((tally) => ({ tally, places: placesOf(tally, coders) }))
    .filter(({ places }) => places.length > 1)
    .map(({ tally, places }) => ({ tally, places, units: markedUnits(tally, places) }));
}

function placesOf(tally: ArticleTally, coders?: readonly string[]): number[] {
  return tally.coders.flatMap(({ coderId }, place) =>
    coders === undefined || coders.includes(coderId) ? [place] : [],
  );
}

function markedUnits(tally: ArticleTally, places: readonly number[]): number[] {
  return tally.units.flatMap((unit, at) => (places.some((place) => unit[place] !== null) ? [at] : []));
}

/** What the chosen coders say in one column: a row a unit that one of them marked. */
export function rowsOf({ tally, places, units }: Selected, column: TallyColumn): (string | null)[][] {
  const values = tally.values[column];
  return units.map((at) => {
    const unit = values[at] as readonly (number | null)[]; // `as`: every column has a row for every unit
    return places.map((place) => wordAt(tally, unit[place] as number | null)); // `as`: and a place for every coder
  });
}

function wordAt({ words }: ArticleTally, place: number | null): string | null {
  return place === null ? null : (words[place] as string); // `as`: a value is a place in the words
}

/** Claim ids of the chosen coders, a row a unit that one of them marked. */
export function claimRowsOf({ tally, places, units }: Selected): (string | null)[][] {
  return units.map((at) => {
    const unit = tally.units[at] as readonly (string | null)[]; // `as`: the places are this tally's
    return places.map((place) => unit[place] as string | null); // `as`: the same
  });
}

/** The chosen coders' chains, a unit each. */
export function chainUnitsOf(article: Selected): readonly ChainUnit[] {
  const categories = rowsOf(article, "chainCategories");
  return rowsOf(article, "chainSources").map((sources, at) => ({
    sources,
    categories: categories[at] as (string | null)[], // `as`: both columns have the same rows
  }));
}

/** What two coders marked: those of its pairs that are chosen. */
export function pairsOf({ tally, places }: Selected): readonly PairTally[] {
  return tally.pairs.filter(({ a, b }) => places.includes(a) && places.includes(b));
}

/** Both coders' provenance of each unit; the article must have been chosen for exactly two. */
export function confusedUnitsOf(article: Selected): readonly ConfusedUnit[] {
  const values = rowsOf(article, "provenance");
  return claimRowsOf(article).map(([a = null, b = null], at) => {
    const [row = null, column = null] = values[at] as (string | null)[]; // `as`: both have the same rows
    return { articleId: article.tally.articleId, a, b, row, column };
  });
}

/** Parts of all units, given back article by article. */
export function splitParts(parts: readonly Part[], lengths: readonly number[]): readonly (readonly Part[])[] {
  let from = 0;
  return lengths.map((length) => {
    from += length;
    return parts.slice(from - length, from);
  });
}
