import { type Chain, origin, weakestLink } from "../attribution/chain.ts";
import { type Codebook, familyOf } from "../provenance/codebook.ts";

/** Why a claim deserves a closer look, heaviest first. It says nothing about whether the claim is true. */
export const riskReasons = ["anonymous_weakest_link", "single_source", "long_chain"] as const;
export type RiskReason = (typeof riskReasons)[number];

/** Links from which a chain counts as long: more than one hand lies between the article and the origin. */
export const LONG_CHAIN = 3;

/**
 * The reasons that a claim's whole chain gives, in the order of `riskReasons`; none for an empty chain. The weakest
 * link is that of rules.md 1. One source means that the origin names exactly one: an origin that names nobody is not
 * counted, since the text does not say how many they are.
 */
export function chainRisks(codebook: Codebook, whole: Chain): readonly RiskReason[] {
  const holds: Readonly<Record<RiskReason, boolean>> = {
    anonymous_weakest_link: isWeakestUnnamed(codebook, whole),
    single_source: origin(whole)?.sources.length === 1,
    long_chain: whole.length >= LONG_CHAIN,
  };
  return riskReasons.filter((reason) => holds[reason]);
}

function isWeakestUnnamed(codebook: Codebook, whole: Chain): boolean {
  const weakest = weakestLink(codebook, whole);
  return weakest.kind === "link" && familyOf(codebook, weakest.category)?.id === "anonymous";
}
