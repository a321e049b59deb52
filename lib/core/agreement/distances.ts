import type { Metric } from "./fields.ts";
import { compareTexts } from "./order.ts";

/**
 * Squared differences δ² of two values. `counts` of all values in ascending order is what the ordinal one needs.
 * Krippendorff, *Computing Krippendorff's Alpha-Reliability*, 2011.
 */
export type Distance = (one: string, other: string) => number;

/** What a distance may need to know of all values that are paired. */
export type Margin = ReadonlyMap<string, number>;

/**
 * δ² of a metric over values written as text. A set is its members joined by `|`, a sequence its members joined by `>`;
 * ordinal values go by number, or by the alphabet where they are none.
 */
export function distanceOf(metric: Metric, margin: Margin): Distance {
  if (metric === "ordinal") return ordinal(margin);
  return metric in composed ? remembered(distances[metric]) : distances[metric];
}

/** Metrics of values that have to be taken apart; two such values are asked for many times. */
const composed: Partial<Record<Metric, true>> = { masi: true, jaccard: true, edit: true };

function remembered(distance: Distance): Distance {
  const rows = new Map<string, Map<string, number>>();
  return (one, other) => {
    if (one === other) return 0;
    const row = rows.get(one) ?? new Map<string, number>();
    rows.set(one, row);
    const before = row.get(other) ?? distance(one, other);
    row.set(other, before);
    return before;
  };
}

/** The members of a set written as text; none for the empty text. */
export function membersOf(value: string, separator = "|"): readonly string[] {
  return value === "" ? [] : value.split(separator);
}

const distances: Readonly<Record<Exclude<Metric, "ordinal">, Distance>> = {
  nominal: (one, other) => (one === other ? 0 : 1),
  interval: (one, other) => (Number(one) - Number(other)) ** 2,
  ratio: (one, other) => {
    const sum = Number(one) + Number(other);
    return sum === 0 ? 0 : ((Number(one) - Number(other)) / sum) ** 2;
  },
  masi: (one, other) => 1 - jaccard(one, other) * monotonicity(one, other),
  jaccard: (one, other) => 1 - jaccard(one, other),
  edit: (one, other) => editDistance(membersOf(one, ">"), membersOf(other, ">")),
};

/** δ² = (Σ n_g from the lower to the higher − half of both ends)². */
function ordinal(margin: Margin): Distance {
  const ranks = new Map<string, number>();
  let below = 0;
  for (const value of [...margin.keys()].sort(ascending)) {
    const count = margin.get(value) as number; // `as`: the keys are the margin's
    ranks.set(value, below + count / 2);
    below += count;
  }
  const rank = (value: string) => ranks.get(value) as number; // `as`: the margin holds every value compared
  return (one, other) => (rank(one) - rank(other)) ** 2;
}

function ascending(one: string, other: string): number {
  return Number(one) - Number(other) || compareTexts(one, other);
}

/** The shared part of two different sets. */
function jaccard(one: string, other: string): number {
  const { shared, first, second } = compareSets(one, other);
  return shared / (first + second - shared);
}

/** Passonneau 2006 for two different sets: 2/3 one within the other, 1/3 some in common, 0 nothing. */
function monotonicity(one: string, other: string): number {
  const { shared, first, second } = compareSets(one, other);
  if (shared === 0) return 0;
  return shared === Math.min(first, second) ? 2 / 3 : 1 / 3;
}

function compareSets(one: string, other: string) {
  const [a, b] = [new Set(membersOf(one)), new Set(membersOf(other))];
  return { shared: [...a].filter((member) => b.has(member)).length, first: a.size, second: b.size };
}

/** Levenshtein's distance of two sequences as a share of the longer one, 0 to 1; 0 for two empty ones. */
function editDistance(one: readonly string[], other: readonly string[]): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [place, member] of one.entries()) {
    let left = place + 1;
    row = row.map((above, at) => {
      const diagonal = row[at - 1];
      if (diagonal === undefined) return left;
      left = Math.min(above + 1, left + 1, diagonal + (member === other[at - 1] ? 0 : 1));
      return left;
    });
  }
  const [edits = 0] = row.slice(-1);
  return edits / Math.max(one.length, other.length, 1);
}
