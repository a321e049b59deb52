import { alignPair } from "../agreement/align.ts";
import type { CodedClaim, CodedLayer } from "../agreement/coded.ts";

/** In what a claim may be unlike the gold one it was aligned with, in the order in which screens name them. */
export const goldDifferences = ["boundaries", "provenance", "first_source", "chain"] as const;
export type GoldDifference = (typeof goldDifferences)[number];

/** One thing that the gold layer, the newcomer, or both marked. */
export type GoldUnit = {
  readonly gold: CodedClaim | null;
  readonly own: CodedClaim | null;
  /** `missed`: only the gold layer has it; `extra`: only the newcomer. */
  readonly verdict: "same" | "differs" | "missed" | "extra";
  /** Empty unless the verdict is `differs`. */
  readonly differences: readonly GoldDifference[];
};

/**
 * A newcomer's layer beside the gold one, in reading order. Claims are aligned as agreement aligns them (Jaccard of
 * characters, at least .3), so that what counts as found here is what is compared there. The statement's wording is
 * nobody's mistake and is not compared.
 */
export function compareWithGold(gold: CodedLayer, own: CodedLayer): readonly GoldUnit[] {
  return alignPair(gold, own).map(({ a, b }) => unitOf(a, b));
}

function unitOf(gold: CodedClaim | null, own: CodedClaim | null): GoldUnit {
  if (!gold) return { gold, own, verdict: "extra", differences: [] };
  if (!own) return { gold, own, verdict: "missed", differences: [] };
  const differences = goldDifferences.filter((name) => differs[name](gold, own));
  return { gold, own, verdict: differences.length === 0 ? "same" : "differs", differences };
}

const differs: Readonly<Record<GoldDifference, (gold: CodedClaim, own: CodedClaim) => boolean>> = {
  boundaries: (gold, own) => written(gold.spans) !== written(own.spans),
  provenance: (gold, own) => gold.provenance !== own.provenance,
  first_source: (gold, own) => speakers(gold, 0) !== speakers(own, 0),
  chain: (gold, own) => chainOf(gold) !== chainOf(own),
};

const written = (spans: CodedClaim["spans"]) => spans.map(({ start, end }) => `${start}-${end}`).join(" ");

/** Joint speakers are a set: in which order they were entered says nothing. */
const speakers = ({ chain }: CodedClaim, at: number) => (chain[at]?.sources ?? []).toSorted().join(" ");

/** Hop by hop, category and speakers: what agreement calls an exact match of chains. */
const chainOf = (claim: CodedClaim) =>
  claim.chain.map(({ category }, at) => `${category} ${speakers(claim, at)}`).join(" < ");
