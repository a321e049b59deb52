import type { Chain } from "#core/attribution/chain.ts";
import type { Codebook } from "#core/provenance/codebook.ts";
import { chainRisks, type RiskReason } from "#core/review/risk.ts";

const words: Readonly<Record<RiskReason, (chain: Chain) => string>> = {
  anonymous_weakest_link: () => "unnamed source",
  single_source: () => "one source",
  long_chain: (chain) => `${chain.length} links`,
};

/** What to look at first, in short words: "unnamed source · one source · 4 links"; empty without a reason. */
export function riskWords(codebook: Codebook, chain: Chain): string {
  return chainRisks(codebook, chain)
    .map((reason) => words[reason](chain))
    .join(" · ");
}
