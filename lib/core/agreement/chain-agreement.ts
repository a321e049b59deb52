import type { Link } from "../attribution/claim.ts";
import type { Part } from "./alpha.ts";
import { membersOf } from "./distances.ts";

/** A hop that names no source. */
const NOBODY = "?";

/** A chain's sources written as one text: hop by hop with `>` between, joint speakers by id with `+`, `?` for nobody. */
export function chainSources(chain: readonly Link[]): string {
  return chain.map(({ sources }) => [...sources].sort().join("+") || NOBODY).join(">");
}

/** A chain's categories written as one text, hop by hop with `>` between. */
export function chainCategories(chain: readonly Link[]): string {
  return chain.map(({ category }) => category).join(">");
}

/** What each coder's chain is in one unit, as `chainSources` and `chainCategories` write it; null where not marked. */
export type ChainUnit = {
  readonly sources: readonly (string | null)[];
  readonly categories: readonly (string | null)[];
};

/** What is the same in the chains of one unit, over every two coders: `of` is how many were compared. */
export type ChainParts = {
  readonly exact: Part;
  readonly firstSource: Part;
  /** `sum` in hops. */
  readonly lengthDifference: Part;
  /** Same category at hop 1, 2, …; only chains that are both so long are compared. */
  readonly hops: readonly Part[];
};

/** Compares the chains of one unit. */
export function chainParts({ sources, categories }: ChainUnit): ChainParts {
  const chains = sources.flatMap((text, at) => {
    const hops = categories[at] as string; // `as`: who marked the unit has both
    return text === null ? [] : [{ sources: text, categories: hops }];
  });
  const pairs = chains.flatMap((one, at) => chains.slice(at + 1).map((other) => comparePair(one, other)));
  const part = (of: (pair: PairOfChains) => number): Part => ({
    sum: pairs.reduce((sum, pair) => sum + of(pair), 0),
    of: pairs.length,
  });
  return {
    exact: part(({ isExact }) => Number(isExact)),
    firstSource: part(({ hasSameFirst }) => Number(hasSameFirst)),
    lengthDifference: part(({ lengthDifference }) => lengthDifference),
    hops: sumHops(pairs.map(({ hops }) => hops)),
  };
}

/** How many of every two chains of one unit are the same at every hop: `exact` of `chainParts` alone, and quicker. */
export function exactPart({ sources, categories }: ChainUnit): Part {
  const chains = sources.flatMap((text, at) => (text === null ? [] : [`${text} ${categories[at]}`]));
  const pairs = chains.flatMap((one, at) => chains.slice(at + 1).map((other) => one === other));
  return { sum: pairs.filter(Boolean).length, of: pairs.length };
}

/** Parts hop by hop, added up; as long as the longest. */
export function sumHops(each: readonly (readonly Part[])[]): readonly Part[] {
  const length = each.reduce((most, hops) => Math.max(most, hops.length), 0);
  const sums = Array.from({ length }, () => ({ sum: 0, of: 0 }));
  for (const hops of each) {
    for (const [hop, part] of hops.entries()) {
      const sum = sums[hop] as { sum: number; of: number }; // `as`: there are as many as the longest has
      sum.sum += part.sum;
      sum.of += part.of;
    }
  }
  return sums;
}

type ChainText = { readonly sources: string; readonly categories: string };

type PairOfChains = {
  readonly isExact: boolean;
  readonly hasSameFirst: boolean;
  readonly lengthDifference: number;
  readonly hops: readonly Part[];
};

function comparePair(one: ChainText, other: ChainText): PairOfChains {
  const [a, b] = [membersOf(one.categories, ">"), membersOf(other.categories, ">")];
  const hops = a.slice(0, b.length);
  return {
    isExact: one.sources === other.sources && one.categories === other.categories,
    hasSameFirst: membersOf(one.sources, ">")[0] === membersOf(other.sources, ">")[0],
    lengthDifference: Math.abs(a.length - b.length),
    hops: hops.map((category, hop) => ({ sum: Number(category === b[hop]), of: 1 })),
  };
}
