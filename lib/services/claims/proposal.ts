import type { Chain } from "#core/attribution/chain.ts";
import type { ClaimContent } from "#core/attribution/claim.ts";
import type { StoredReview } from "#lib/db/reviews.ts";

/** A revision proposed by a reviewer, whole. */
export type Proposal = { readonly content: ClaimContent; readonly wholeChain: Chain };

/** The content a review proposes, or null. */
export function storedProposal(review: StoredReview): Proposal | null {
  if (review.decision !== "request_changes" || review.proposal === null) return null;
  // Written by `reviews.decide` from exactly this type, and never changed.
  return review.proposal as Proposal;
}
