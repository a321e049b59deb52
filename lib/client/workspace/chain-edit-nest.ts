import { canonicalLink } from "#core/attribution/canonical-content.ts";
import type { Link } from "#core/attribution/claim.ts";
import { link } from "#core/attribution/link.ts";
import type { Codebook } from "#core/provenance/codebook.ts";
import { withoutChain } from "./chain-edit.ts";
import type { Change, ClaimView } from "./change.ts";

/**
 * The change that nests a claim in another: what its whole chain already has of the parent's is inherited from then
 * on, the rest is its own. A claim that adds nothing gets one link that says so: a nested claim has at least one of
 * its own (domain.md, Boundary rules 6).
 */
export function nestChange(claim: ClaimView, parent: ClaimView): Change {
  const inherited = parent.chain;
  const whole = claim.chain;
  const startsAlike = inherited.every((hop, at) => isSameSpeaker(hop, whole[at]));
  const rest = startsAlike ? whole.slice(inherited.length) : claim.ownChain;
  const ownChain = rest.length > 0 ? rest : [link({ category: "unclear" })];
  const provenance = inherited[0]?.category ?? ownChain[0]?.category ?? claim.provenance;
  return { parentId: parent.id, ownChain, provenance };
}

/** Out of its parent: with the parent's links as its own, so that its chain stays whole, or with its own alone. */
export function takeOutChange(claim: ClaimView, links: "whole" | "own", codebook: Codebook): Change {
  const ownChain = links === "whole" ? claim.chain : claim.ownChain;
  const provenance = ownChain[0]?.category ?? withoutChain(claim.provenance, codebook);
  return { parentId: null, ownChain, provenance };
}

/** The same hop told twice: who speaks and how count, not where each claim found the words for it. */
export function isSameSpeaker(one: Link, other: Link | undefined): boolean {
  if (!other) return false;
  const bare = ({ category, sources }: Link) => canonicalLink(link({ category, sources }));
  return bare(one) === bare(other);
}
