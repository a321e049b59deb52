import { fail, ok, type Result } from "#core/result.ts";
import type { ClaimDetail } from "#lib/contracts/claims.ts";
import { claimPlace } from "#lib/db/claim-places.ts";
import { clearApprovals, insertReview, reviewsOf } from "#lib/db/reviews.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { command, type Inside, type Journal } from "../workspace.ts";
import { answerClaim, decideOn, type LoadedClaim, writeClaim } from "./loaded.ts";
import { storedProposal } from "./proposal.ts";
import { refused } from "./refusals.ts";
import { changesBelow, throughParent } from "./revise.ts";
import { type ClaimChange, saveChanges, tell } from "./save.ts";

type Outcome<T> = Promise<Result<T, Failure>>;
type Writing = Inside & { readonly journal: Journal };

/** Takes over the proposed revision, unchanged: it counts as its proposer's approval (rules.md 4). */
export function acceptProposal(
  caller: Caller,
  workspace: string,
  id: string,
  ifMatch: number,
): Outcome<ClaimDetail> {
  return command(caller, workspace, async (inside) => {
    const loaded = await writeClaim(inside, id, "proposal:accept", ifMatch);
    if (!loaded.ok) return loaded;
    const outcome = decideOn(inside.actor, loaded.value, { type: "accept_proposal" });
    if (!outcome.ok) return outcome;
    const proposal = await proposalOn(inside, loaded.value);
    if (!proposal.ok) return proposal;
    const { content, wholeChain, by } = proposal.value;
    const change: ClaimChange = {
      loaded: loaded.value,
      outcome: outcome.value,
      written: { content, wholeChain, by },
    };
    const place = await claimPlace(inside.tx, inside.permit, loaded.value.claim.articleId);
    if (!place) return fail(notFound("claim"));
    const below = await changesBelow(inside, loaded.value, { content, whole: wholeChain, place });
    if (!below.ok) return below;
    await saveChanges(inside, [change, ...below.value]);
    await clearApprovals(inside.tx, inside.permit, [id]);
    await recordApproval(inside, change, by);
    tell(inside, change, {
      action: "claim.accept_proposal",
      kind: "claim.proposal_accepted",
      detail: { proposedBy: by },
    });
    for (const child of below.value) tell(inside, child, throughParent(id));
    return answerClaim(inside, id);
  });
}

async function proposalOn({ tx, permit }: Inside, { claim, standing }: LoadedClaim) {
  const reviews = await reviewsOf(tx, permit, claim.id);
  const review = reviews.find(({ id }) => id === standing.lastReviewId);
  const proposal = review ? storedProposal(review) : null;
  return review && proposal
    ? ok({ ...proposal, by: review.reviewerId })
    : fail(refused({ kind: "no-proposal" }));
}

async function recordApproval(
  { tx, permit, actor, at }: Writing,
  { loaded: { claim }, outcome }: ClaimChange,
  by: string,
): Promise<void> {
  await insertReview(tx, permit, {
    id: newId(),
    claimId: claim.id,
    revision: outcome.revision,
    reviewerId: by,
    decision: "approve",
    reason: null,
    comment: "",
    proposal: { acceptedBy: actor.userId },
    stateBefore: claim.state,
    stateAfter: outcome.state,
    approvedRevisionBefore: claim.approvedRevision,
    at,
  });
}
