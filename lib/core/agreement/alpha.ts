import { type Distance, distanceOf, type Margin } from "./distances.ts";
import type { Metric } from "./fields.ts";
import { type Figure, known, unknown } from "./figure.ts";
import { seededRandom } from "./random.ts";

/** With more different values than this, D_e is the mean of drawn pairs: all pairs would be too many. */
const MOST_VALUES = 1_000;
const DRAWN_PAIRS = 100_000;

/** What the coders say of each unit; null where one says nothing. One's place in the row does not matter. */
export type ReliabilityData = readonly (readonly (string | null)[])[];

/** Krippendorff's α with what it is made of. */
export type Alpha = {
  readonly figure: Figure;
  /** D_o and D_e; 0 where nothing can be compared. */
  readonly observed: number;
  readonly expected: number;
  /** Units with two values or more, and the values in them. */
  readonly units: number;
  readonly pairable: number;
  /** For each unit given, its sum of δ² over ordered pairs by (m − 1), and how many pairable values it has. */
  readonly parts: readonly Part[];
};

/** A part of a ratio of sums: what a bootstrap resamples. */
export type Part = { readonly sum: number; readonly of: number };

/**
 * Krippendorff's α = 1 − D_o/D_e over any number of coders and with missing values (*Content Analysis*, 2004, ch. 11).
 * No value where nothing can be compared and where all values are equal: that is 0/0, not 1.
 */
export function alphaOf(data: ReliabilityData, metric: Metric): Alpha {
  const margin = pairedValues(data);
  const distance = distanceOf(metric, margin);
  const parts = data.map((unit) => partOf(unit, distance));
  const pairable = parts.reduce((sum, part) => sum + part.of, 0);
  const units = parts.reduce((sum, part) => sum + Number(part.of > 0), 0);
  const counts = { units, pairable, parts };
  if (pairable === 0) return { figure: unknown("nothing_to_compare"), observed: 0, expected: 0, ...counts };
  const observed = parts.reduce((sum, part) => sum + part.sum, 0) / pairable;
  const expected = expectedDisagreement(margin, pairable, metric, distance);
  const figure = expected === 0 ? unknown("one_value_only") : known(1 - observed / expected);
  return { figure, observed, expected, ...counts };
}

/** How often each value occurs. */
export function countValues(values: readonly string[]): Margin {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** How often each value occurs in units with two values or more. */
function pairedValues(data: ReliabilityData): Margin {
  const counts = new Map<string, number>();
  for (const unit of data) {
    if (saidIn(unit) < 2) continue;
    for (const value of unit) {
      if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** How many coders said something. A loop, since it is asked of every unit in every field. */
function saidIn(unit: readonly (string | null)[]): number {
  let said = 0;
  for (const value of unit) if (value !== null) said += 1;
  return said;
}

const NOTHING: Part = { sum: 0, of: 0 };

function partOf(unit: readonly (string | null)[], distance: Distance): Part {
  const said = saidIn(unit);
  if (said < 2) return NOTHING;
  let sum = 0;
  for (let at = 1; at < unit.length; at += 1) {
    const one = unit[at] as string | null; // `as`: the place is within the unit
    for (let before = 0; one !== null && before < at; before += 1) {
      const other = unit[before] as string | null; // `as`: the same
      if (other !== null) sum += distance(one, other);
    }
  }
  return { sum: (2 * sum) / (said - 1), of: said };
}

/** D_e: the mean δ² of any two of all paired values. */
function expectedDisagreement(margin: Margin, total: number, metric: Metric, distance: Distance): number {
  const ordered = total * (total - 1);
  if (metric === "nominal") {
    let equal = 0;
    for (const count of margin.values()) equal += count * (count - 1);
    return (ordered - equal) / ordered;
  }
  if (margin.size > MOST_VALUES) return drawnDisagreement(margin, distance);
  const values = [...margin];
  let sum = 0;
  for (const [at, [one, count]] of values.entries()) {
    for (const [other, times] of values.slice(at + 1)) sum += count * times * distance(one, other);
  }
  return (2 * sum) / ordered;
}

/** D_e from pairs that are drawn, always the same ones for the same values. */
function drawnDisagreement(margin: Margin, distance: Distance): number {
  const values = [...margin].flatMap(([value, count]) => Array.from({ length: count }, () => value));
  const random = seededRandom(values.length);
  let sum = 0;
  for (let pair = 0; pair < DRAWN_PAIRS; pair += 1) {
    const one = Math.floor(random() * values.length);
    const step = 1 + Math.floor(random() * (values.length - 1));
    const other = (one + step) % values.length;
    sum += distance(values[one] as string, values[other] as string); // `as`: both places are within the list
  }
  return sum / DRAWN_PAIRS;
}

/** One value against all others. */
export type ValueAlpha = { readonly value: string; readonly count: number; readonly figure: Figure };

/**
 * Nominal α of each value against all the others made one (Krippendorff 2004, ch. 11.4), by value. From the coincidences
 * of the value with itself alone. `count` is how often it stands in units with two values or more.
 */
export function valueAlphas(data: ReliabilityData): readonly ValueAlpha[] {
  const units = data.map((unit) => unit.filter((value) => value !== null)).filter((unit) => unit.length > 1);
  const margin = countValues(units.flat());
  const withItself = new Map<string, number>();
  for (const unit of units) {
    for (const [value, count] of countValues(unit)) {
      const coincidences = (count * (count - 1)) / (unit.length - 1);
      withItself.set(value, (withItself.get(value) ?? 0) + coincidences);
    }
  }
  const all = [...margin.values()].reduce((sum, count) => sum + count, 0);
  return [...margin].sort().map(([value, count]) => {
    const missed = count - (withItself.get(value) as number); // `as`: every value has been counted above
    const chance = (count * (all - count)) / (all - 1);
    const figure = chance === 0 ? unknown("one_value_only") : known(1 - missed / chance);
    return { value, count, figure };
  });
}
