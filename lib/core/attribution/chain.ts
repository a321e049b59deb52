import { type Codebook, categoryOf, familyOf } from "../provenance/codebook.ts";
import { fail, ok, type Result } from "../result.ts";
import { canonicalLink } from "./canonical-content.ts";
import type { Link } from "./claim.ts";

/** Links from the article outwards-in: the first is how this article got the claim, the last is the origin. */
export type Chain = readonly Link[];

/** The whole chain handed in does not begin with the parent's: `order` (1-based) is the first link that differs. */
export type ChainMismatch = { readonly kind: "not-below-parent"; readonly order: number };

/** The whole chain of a nested claim: its parent's whole chain, then its own links. Inverse of `splitOwn`. */
export function wholeChain(parentWholeChain: Chain, own: Chain): Chain {
  return parentWholeChain.length === 0 ? own : [...parentWholeChain, ...own];
}

/**
 * The claim's own links out of a whole chain, when that begins with exactly the parent's whole chain.
 * Otherwise fails at the first link that differs or is missing. `splitOwn(p, wholeChain(p, own))` is `own`.
 */
export function splitOwn(parentWholeChain: Chain, whole: Chain): Result<Chain, ChainMismatch> {
  for (const [index, expected] of parentWholeChain.entries()) {
    const given = whole[index];
    if (!given || canonicalLink(given) !== canonicalLink(expected)) {
      return fail({ kind: "not-below-parent", order: index + 1 });
    }
  }
  return ok(whole.slice(parentWholeChain.length));
}

/** Provenance of a claim: category of link 1 of the whole chain; with no link, what is stored (own voice, unclear). */
export function provenanceOf(whole: Chain, stored: string): string {
  return whole[0]?.category ?? stored;
}

/** Origin provenance: category of the last link of the whole chain; with no link, what is stored. */
export function originProvenanceOf(whole: Chain, stored: string): string {
  return whole.at(-1)?.category ?? stored;
}

/** Number of hops between the article and the origin; 0 is the article's own voice, or unclear. */
export function depth(whole: Chain): number {
  return whole.length;
}

/** The last link: on whose word it rests in the end, as far as the text says. Null for an empty chain. */
export function origin(whole: Chain): Link | null {
  return whole.at(-1) ?? null;
}

/** Id of the first source of link 1: whom this article leans on. Null without links or where nobody vouches. */
export function firstSource(whole: Chain): string | null {
  return whole[0]?.sources[0] ?? null;
}

/** True when any hop is an unnamed speaker or rumour (family anonymous), not only the first. */
export function isAnonymous(codebook: Codebook, whole: Chain): boolean {
  return whole.some((hop) => familyOf(codebook, hop.category)?.id === "anonymous");
}

/** True when any hop's attribution is carried over from a neighbouring sentence; such a claim is painted dashed. */
export function isCarriedOver(whole: Chain): boolean {
  return whole.some((hop) => !hop.explicit);
}

/** The reading of how well a reader could check a chain. Lower rank is easier; it says nothing about truth. */
export type WeakestLink =
  | {
      readonly kind: "link";
      /** Index in the chain given; the outermost of those that tie. */
      readonly index: number;
      readonly category: string;
      /** Rank after the carried-over penalty, so at most one above the codebook's highest. */
      readonly rank: number;
      readonly isCarriedOver: boolean;
      /** Indices of links without a rank (unclear, or not in this codebook): to be named beside the answer. */
      readonly unranked: readonly number[];
    }
  | { readonly kind: "own_voice"; readonly category: string; readonly rank: number }
  | { readonly kind: "unclear"; readonly unranked: readonly number[] };

/**
 * The weakest hop (rules.md 1): the highest rank wins, a carried-over link counts one rank weaker, a link without a
 * rank never wins and is listed in `unranked`. Without any ranked link: `own_voice` where the chain is empty and
 * `provenance` has a rank, else `unclear`.
 */
export function weakestLink(codebook: Codebook, whole: Chain, provenance?: string): WeakestLink {
  const ranks = whole.map((hop) => rankOf(codebook, hop));
  const unranked = ranks.flatMap((rank, index) => (rank === null ? [index] : []));
  const worst = Math.max(...ranks.map((rank) => rank ?? 0));
  const index = ranks.indexOf(worst);
  const hop = whole[index];
  if (hop) {
    return {
      kind: "link",
      index,
      category: hop.category,
      rank: worst,
      isCarriedOver: !hop.explicit,
      unranked,
    };
  }
  const own = whole.length === 0 && provenance !== undefined ? categoryOf(codebook, provenance) : null;
  if (own?.checkRank) return { kind: "own_voice", category: own.id, rank: own.checkRank };
  return { kind: "unclear", unranked };
}

/** The link's rank with the penalty for being carried over, or null where its category has none or is unknown. */
function rankOf(codebook: Codebook, hop: Link): number | null {
  const rank = categoryOf(codebook, hop.category)?.checkRank ?? null;
  return rank === null || hop.explicit ? rank : rank + 1;
}
