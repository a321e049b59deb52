import { weakestLink } from "#core/attribution/chain.ts";
import type { ChainNames } from "#core/attribution/sentence.ts";
import type { Codebook } from "#core/provenance/codebook.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";

/** Sources of link 1: whom the article leans on. Empty where nobody is named. */
export function sourcesOf({ chain }: ClaimView, names: ChainNames): string {
  return (chain[0]?.sources ?? []).flatMap((id) => names.source(id) ?? []).join(", ");
}

/** The hardest link to check, in words, where it is another than the one the claim is labelled by; else null. */
export function weakestOf(claim: ClaimView, codebook: Codebook, names: ChainNames): string | null {
  const weakest = weakestLink(codebook, claim.chain, claim.provenance);
  if (weakest.kind !== "link" || weakest.index === 0) return null;
  const carried = weakest.isCarriedOver ? ", carried over" : "";
  return `link ${weakest.index + 1}, ${names.category(weakest.category).toLowerCase()}${carried}`;
}
