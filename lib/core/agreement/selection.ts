import type { Part } from "./alpha.ts";
import type { ChainUnit } from "./chain-agreement.ts";
import type { ConfusedUnit } from "./confusion.ts";
import type { ArticleTally, PairTally, TallyColumn } from "./tally.ts";

/** An article of a study with the coders that are compared: their places in its tally, by coder id. */
export type Selected = { readonly tally: ArticleTally; readonly places: readonly number[] };

/** The articles that two of the coders or more have coded; of all coders where none are named. */
export function selectArticles(
  tallies: readonly ArticleTally[],
  coders?: readonly string[],
): readonly Selected[] {
  return tallies
    .map((tally) => ({
      tally,
      places: tally.coders.flatMap(({ coderId }, place) =>
        coders === undefined || coders.includes(coderId) ? [place] : [],
      ),
    }))
    .filter(({ places }) => places.length > 1);
}

/** What the chosen coders say in one column: a row a unit that one of them marked. */
export function rowsOf({ tally, places }: Selected, column: TallyColumn): (string | null)[][] {
  return markedUnits({ tally, places }).map((at) =>
    places.map((place) => wordAt(tally, tally.values[column][at]?.[place])),
  );
}

/** Claim ids of the chosen coders, a row a unit that one of them marked. */
export function claimRowsOf({ tally, places }: Selected): (string | null)[][] {
  return markedUnits({ tally, places }).map((at) => places.map((place) => tally.units[at]?.[place] ?? null));
}

/** Places of the units that a chosen coder marked. */
function markedUnits({ tally, places }: Selected): number[] {
  const isMarked = (unit: readonly (string | null)[]) => places.some((place) => unit[place] !== null);
  return tally.units.flatMap((unit, at) => (isMarked(unit) ? [at] : []));
}

function wordAt(tally: ArticleTally, place: number | null | undefined): string | null {
  return place === null || place === undefined ? null : (tally.words[place] ?? null);
}

/** The chosen coders' chains, a unit each. */
export function chainUnitsOf(article: Selected): readonly ChainUnit[] {
  const categories = rowsOf(article, "chainCategories");
  return rowsOf(article, "chainSources").map((sources, at) => ({
    sources,
    categories: categories[at] ?? [],
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
    const [row = null, column = null] = values[at] ?? [];
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
