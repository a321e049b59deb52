import type { Part } from "./alpha.ts";
import { type Resampling, total } from "./bootstrap.ts";
import { estimateShare, shareOf } from "./estimate.ts";
import { type Figure, known, unknown } from "./figure.ts";
import type { Unitizing } from "./report.ts";
import { pairsOf, type Selected } from "./selection.ts";
import type { PairTally } from "./tally.ts";
import { unitizingFigure } from "./unitizing.ts";

/** Whether the chosen coders mark the same words, summed over every two of them. */
export function unitizingOf(articles: readonly Selected[], resampling: Resampling): Unitizing {
  const byArticle = articles.map(pairsOf);
  const pairs = byArticle.flat();
  const f1 = (of: (pair: PairTally) => Part) =>
    estimateShare(
      byArticle.map((each) => each.map(of)),
      "nothing_marked",
      resampling,
    );
  const agr = (of: (pair: PairTally) => Part) => shareOf(total(pairs.map(of)), "nothing_marked");
  const forth = agr(({ metA, claimsA }) => ({ sum: metA, of: claimsA }));
  const back = agr(({ metB, claimsB }) => ({ sum: metB, of: claimsB }));
  return {
    agrForth: forth,
    agrBack: back,
    agrMean: meanOf([forth, back]),
    exactF1: f1(({ exact, claimsA, claimsB }) => ({ sum: 2 * exact, of: claimsA + claimsB })),
    halfF1: f1(({ half, claimsA, claimsB }) => ({ sum: 2 * half, of: claimsA + claimsB })),
    overlapF1: f1(overlapPart),
    characterF1: f1(characterPart),
    alphaU: alphaUOf(pairs),
    gamma: gammaMean(pairs),
  };
}

/** Claims of both that the other meets, of all their claims. */
export function overlapPart({ metA, metB, claimsA, claimsB }: PairTally): Part {
  return { sum: metA + metB, of: claimsA + claimsB };
}

/** Twice the characters that both marked, of what each did. */
export function characterPart({ charactersA, charactersB, charactersBoth }: PairTally): Part {
  return { sum: 2 * charactersBoth, of: charactersA + charactersB };
}

function meanOf(figures: readonly Figure[]): Figure {
  const values = figures.flatMap(({ value }) => (value === null ? [] : [value]));
  return values.length < figures.length
    ? unknown("nothing_marked")
    : known(values.reduce((sum, value) => sum + value / values.length, 0));
}

/** From the sums of the disagreements over texts and pairs. */
function alphaUOf(pairs: readonly PairTally[]): Unitizing["alphaU"] {
  const sound = pairs.flatMap(({ unitizing }) => unitizing ?? []);
  const leftOut = pairs.length - sound.length;
  if (sound.length === 0 && leftOut > 0) return { ...unknown("overlapping_units"), leftOut };
  const observed = sound.reduce((sum, each) => sum + each.observed, 0);
  const expected = sound.reduce((sum, each) => sum + each.expected, 0);
  return { ...unitizingFigure(observed, expected), leftOut };
}

function gammaMean(pairs: readonly PairTally[]): Unitizing["gamma"] {
  const figures = pairs.flatMap(({ gamma }) => gamma ?? []);
  const values = figures.flatMap(({ value }) => value ?? []);
  const whys = figures.flatMap(({ why }) => why ?? []);
  const sum = values.reduce((before, value) => before + value, 0);
  return { ...shareOf({ sum, of: values.length }, whys[0] ?? "not_asked"), texts: values.length };
}
