import { type Figure, known, unknown } from "./figure.ts";
import { cheapestAssignment } from "./hungarian.ts";
import { type Random, seededRandom } from "./random.ts";
import type { MarkedUnit } from "./unitizing.ts";

/** How much place and category weigh, and what a unit without a partner costs. */
export type GammaWeights = {
  readonly position: number;
  readonly category: number;
  readonly empty: number;
};

export const plainWeights: GammaWeights = { position: 1, category: 1, empty: 1 };

/** A chance text is made so often; more makes γ steadier and dearer. */
const CHANCE_TEXTS = 30;

/** γ is not worked out for more units of both coders together. */
export const mostUnitsForGamma = 200;

/** How unlike two units are: by their ends as a share of their lengths, squared, and by category (0 or 1). */
export function dissimilarity(one: MarkedUnit, other: MarkedUnit, weights = plainWeights): number {
  const apart = Math.abs(one.start - other.start) + Math.abs(one.end - other.end);
  const place = (apart / (one.end - one.start + other.end - other.start)) ** 2;
  const category = one.category === other.category ? 0 : 1;
  return (weights.position * place + weights.category * category) * weights.empty;
}

/**
 * Disorder of the best alignment: the mean dissimilarity within its tuples by the mean number of units a coder. Exact for
 * two coders. For more, coders are added one after the other, each in the best way, which may miss a better alignment of all.
 * 0 where there are no units.
 */
export function bestDisorder(coders: readonly (readonly MarkedUnit[])[], weights = plainWeights): number {
  const pairs = (coders.length * (coders.length - 1)) / 2;
  const tuples: MarkedUnit[][] = [];
  let disorder = 0;
  for (const units of coders) {
    // Nothing costs more than being alone, so that a unit may be given a tuple that it then does not join.
    const cost = units.map((unit) =>
      tuples.map((tuple) => Math.min(weights.empty, joiningCost(tuple, unit, weights) / pairs)),
    );
    const alone: MarkedUnit[][] = [];
    for (const [row, column] of cheapestAssignment(cost).entries()) {
      const unit = units[row] as MarkedUnit; // `as`: there is a row for each unit
      const paid = column === null ? weights.empty : (cost[row]?.[column] as number); // `as`: a place of the matrix
      disorder += paid;
      const tuple = paid < weights.empty && column !== null ? tuples[column] : undefined;
      if (tuple) tuple.push(unit);
      else alone.push([unit]);
    }
    tuples.push(...alone);
  }
  const units = coders.flat().length;
  return units === 0 ? 0 : (disorder * coders.length) / units;
}

/** What a tuple's pairs cost more once the unit joins: its dissimilarities in place of so many missing partners. */
function joiningCost(tuple: readonly MarkedUnit[], unit: MarkedUnit, weights: GammaWeights): number {
  return tuple.reduce((sum, member) => sum + dissimilarity(member, unit, weights) - weights.empty, 0);
}

/**
 * γ = 1 − disorder / disorder of chance (Mathet, Widlöcher & Métivier 2015) of two coders of a text of `length` code
 * points. Chance texts turn a coder's units round the text by a random distance; the same seed gives the same γ.
 * `nothing_marked` where a side has no unit, `too_many_units` above `mostUnitsForGamma`.
 */
export function gammaOf(
  a: readonly MarkedUnit[],
  b: readonly MarkedUnit[],
  length: number,
  seed: number,
): Figure {
  if (a.length === 0 || b.length === 0) return unknown("nothing_marked");
  if (a.length + b.length > mostUnitsForGamma) return unknown("too_many_units");
  const random = seededRandom(seed);
  const side = () => turned(random() < 0.5 ? a : b, length, random);
  let chance = 0;
  for (let text = 0; text < CHANCE_TEXTS; text += 1) chance += bestDisorder([side(), side()]) / CHANCE_TEXTS;
  return chance === 0 ? unknown("one_value_only") : known(1 - bestDisorder([a, b]) / chance);
}

/** Units moved along the text by one distance; what would leave it begins again in front. */
function turned(units: readonly MarkedUnit[], length: number, random: Random): readonly MarkedUnit[] {
  const distance = Math.floor(random() * length);
  return units.map(({ start, end, category }) => {
    const from = (start + distance) % length;
    return { start: from, end: from + end - start, category };
  });
}
