import { canonicalLink } from "../attribution/canonical-content.ts";
import type { Chain } from "../attribution/chain.ts";
import type { Link } from "../attribution/claim.ts";

/** In what two links differ: category and speakers first, `facets` for everything else of them. */
export type HopDifference = "category" | "sources" | "facets";

/** One hop of two chains side by side; null where one of them has no such hop. */
export type Hop = {
  readonly a: Link | null;
  readonly b: Link | null;
  /** Empty where both are the same, and where one is missing. */
  readonly differs: readonly HopDifference[];
};

/** As much as a hop whose category and speakers are both other ones: a chain that is shorter is not taken for a worse one. */
const MISSING = 1;

/**
 * Two chains hop by hop: the alignment with the least cost (Levenshtein over category and speakers, a half for each that
 * differs, `MISSING` for a hop that only one has; of equal ones that which pairs hops early). Every link stands in one hop,
 * in its order.
 */
export function alignHops(a: Chain, b: Chain): readonly Hop[] {
  const costs = costsOf(a, b);
  const hops: Hop[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i] ?? null, b[j] ?? null];
    const here = at(costs, i, j);
    if (left && right && here === at(costs, i + 1, j + 1) + costOf(left, right)) {
      hops.push({ a: left, b: right, differs: differencesOf(left, right) });
      [i, j] = [i + 1, j + 1];
    } else if (left && here === at(costs, i + 1, j) + MISSING) {
      hops.push({ a: left, b: null, differs: [] });
      i += 1;
    } else {
      hops.push({ a: null, b: right, differs: [] });
      j += 1;
    }
  }
  return hops;
}

/** In what two links differ; spans compare by their places. */
export function differencesOf(a: Link, b: Link): readonly HopDifference[] {
  const plain = (link: Link) => canonicalLink({ ...link, category: "", sources: [] });
  return [
    ...(a.category === b.category ? [] : ["category" as const]),
    ...(speakersOf(a) === speakersOf(b) ? [] : ["sources" as const]),
    ...(plain(a) === plain(b) ? [] : ["facets" as const]),
  ];
}

const speakersOf = ({ sources }: Link) => sources.toSorted().join(" ");

const costOf = (a: Link, b: Link) =>
  (a.category === b.category ? 0 : 0.5) + (speakersOf(a) === speakersOf(b) ? 0 : 0.5);

/** Least cost of what is left from each place on, by places in both chains. */
function costsOf(a: Chain, b: Chain): readonly (readonly number[])[] {
  const costs = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length; i >= 0; i -= 1) {
    for (let j = b.length; j >= 0; j -= 1) {
      const row = costs[i] as number[]; // `as`: a row for every place
      row[j] = leastAt(costs, [i, j], [a[i], b[j]]);
    }
  }
  return costs;
}

function leastAt(
  costs: readonly (readonly number[])[],
  [i, j]: readonly [number, number],
  [left, right]: readonly [Link | undefined, Link | undefined],
): number {
  if (!left) return right ? at(costs, i, j + 1) + MISSING : 0;
  if (!right) return at(costs, i + 1, j) + MISSING;
  const paired = at(costs, i + 1, j + 1) + costOf(left, right);
  return Math.min(paired, at(costs, i + 1, j) + MISSING, at(costs, i, j + 1) + MISSING);
}

/** `as`: asked only for places within the chains. */
const at = (costs: readonly (readonly number[])[], i: number, j: number) =>
  (costs[i] as number[])[j] as number;
