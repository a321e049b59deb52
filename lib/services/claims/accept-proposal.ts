import { wholeChain } from "#core/attribution/chain.ts";
import { contentEquals } from "#core/attribution/difference.ts";
import { fail, ok, type Result } from "#core/result.ts";
import type { ClaimDetail } from "#lib/contracts/claims.ts";
import { type ClaimPlace, claimPlace } from "#lib/db/claim-places.ts";
import { holdNesting } from "#lib/db/claims.ts";
import { insertReview, reviewsOf } from "#lib/db/reviews.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { command, type Inside, type Writing } from "../workspace.ts";
import { checkContent } from "./content-problems.ts";
import { parentOf } from "./family.ts";
import { answerClaim, decideOn, type LoadedClaim, writeClaim } from "./loaded.ts";
import { type Proposal, storedProposal } from "./proposal.ts";
import { conflict, refused } from "./refusals.ts";
import { changesBelow, throughParent } from "./revise.ts";
import { type ClaimChange, saveChanges, tell } from "./save.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** Takes over the proposed revision, unchanged: it counts as its proposer's approval (rules.md 4). */
export function acceptProposal(
  caller: Caller,
  workspace: string,
  id: string,
  ifMatch: number,
): Outcome<ClaimDetail> {
  return command(caller, workspace, (inside) => acceptProposalInside(inside, id, ifMatch));
}

export async function acceptProposalInside(
  inside: Writing,
  id: string,
  ifMatch: number,
): Outcome<ClaimDetail> {
  // The proposal may nest the claim elsewhere.
  await holdNesting(inside.tx, inside.permit, id);
  const loaded = await writeClaim(inside, id, "proposal:accept", ifMatch);
  if (!loaded.ok) return loaded;
  const outcome = decideOn(inside.actor, loaded.value, { type: "accept_proposal" });
  if (!outcome.ok) return outcome;
  const proposal = await proposalOn(inside, loaded.value);
  if (!proposal.ok) return proposal;
  const { content, wholeChain: whole, by } = proposal.value;
  const change: ClaimChange = {
    loaded: loaded.value,
    outcome: outcome.value,
    written: { content, wholeChain: whole, by },
  };
  const place = await claimPlace(inside.tx, inside.permit, loaded.value.claim.articleId);
  if (!place) return fail(notFound("claim"));
  const fits = await stillFits(inside, loaded.value, place, proposal.value);
  if (!fits.ok) return fits;
  const below = await changesBelow(inside, loaded.value, { content, whole, place });
  if (!below.ok) return below;
  await saveChanges(inside, [change, ...below.value]);
  await recordApproval(inside, change, by);
  tell(inside, change, {
    action: "claim.accept_proposal",
    kind: "claim.proposal_accepted",
    detail: { proposedBy: by },
  });
  for (const child of below.value) tell(inside, child, throughParent(id));
  return answerClaim(inside, id);
}

async function proposalOn({ tx, permit }: Inside, { claim, standing }: LoadedClaim) {
  const reviews = await reviewsOf(tx, permit, claim.id);
  const review = reviews.find(({ id }) => id === standing.lastReviewId);
  const proposal = review ? storedProposal(review) : null;
  return review && proposal
    ? ok({ ...proposal, by: review.reviewerId })
    : fail(refused({ kind: "no-proposal" }));
}

/** What it nests the claim in may have moved, gone, or come to be nested in this very claim since it was proposed. */
async function stillFits(
  inside: Inside,
  { claim }: LoadedClaim,
  place: ClaimPlace,
  { content, wholeChain: proposed }: Proposal,
): Outcome<true> {
  const parent = await parentOf(inside, content.parentId, claim);
  const { id: claimId, versionId } = claim;
  const checked = await checkContent(inside, {
    ...{ place, versionId, claimId, content, before: content, stored: claim.content, parent },
    input: { ownChain: [] },
  });
  const whole = wholeChain(parent?.wholeChain ?? [], content.chain);
  const isSame = contentEquals({ ...content, chain: whole }, { ...content, chain: proposed });
  return checked.ok && isSame ? checked : fail(outdated);
}

const outdated = conflict(
  "proposal-outdated",
  "What the proposed revision names has changed since it was made. Revise the claim yourself, and submit it.",
);

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
