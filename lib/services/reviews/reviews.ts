import { wholeChain } from "#core/attribution/chain.ts";
import { contentEquals } from "#core/attribution/difference.ts";
import type { Json } from "#core/audit/canonical.ts";
import { fail, ok, type Result } from "#core/result.ts";
import type { ReviewEvent } from "#core/review/facts.ts";
import type { ClaimDetail, Decided, Review, ReviewCreate } from "#lib/contracts/claims.ts";
import { insertReview, retractReview, reviewsOf, type StoredReview } from "#lib/db/reviews.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { contentInput } from "../claims/content.ts";
import { answerClaim, decideOn, type LoadedClaim, readClaim, writeClaim } from "../claims/loaded.ts";
import { presentContent } from "../claims/present.ts";
import { storedProposal } from "../claims/proposal.ts";
import { conflict } from "../claims/refusals.ts";
import { proposedContent } from "../claims/revise.ts";
import { saveChanges, tell } from "../claims/save.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import { changesRefused } from "../layers/open.ts";
import { notify } from "../notifications/notify.ts";
import { command, type Inside, query, type Writing } from "../workspace.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** Decides on the revision named by `ifMatch`: approves it, rejects it, or asks for changes with or without some. */
export function decide(
  caller: Caller,
  workspace: string,
  claimId: string,
  ifMatch: number,
  body: ReviewCreate,
): Outcome<Decided> {
  return command(caller, workspace, (inside) => decideInside(inside, claimId, ifMatch, body));
}

export async function decideInside(
  inside: Writing,
  claimId: string,
  ifMatch: number,
  body: ReviewCreate,
): Outcome<Decided> {
  const loaded = await writeClaim(inside, claimId, "review:decide", ifMatch);
  if (!loaded.ok) return loaded;
  const before = body.id ? await repeated(inside, claimId, { ...body, id: body.id }) : null;
  if (before) return before;
  const refused = body.decision === "request_changes" ? changesRefused(loaded.value.object.layer) : null;
  if (refused) return fail(refused);
  const outcome = decideOn(inside.actor, loaded.value, eventOf(body));
  if (!outcome.ok) return outcome;
  const proposal = await proposalOf(inside, loaded.value, body);
  if (!proposal.ok) return proposal;
  const id = body.id ?? newId();
  const { claim } = loaded.value;
  const stored = await insertReview(inside.tx, inside.permit, {
    id,
    claimId,
    revision: claim.revision,
    reviewerId: inside.actor.userId,
    decision: body.decision,
    reason: body.reason ?? null,
    comment: body.comment,
    proposal: proposal.value,
    stateBefore: claim.state,
    stateAfter: outcome.value.state,
    approvedRevisionBefore: claim.approvedRevision,
    at: inside.at,
  });
  if (!stored) return fail(conflict("id-taken", "This id names another decision already. Make a new one."));
  const change = { loaded: loaded.value, outcome: outcome.value, isDecision: true };
  await saveChanges(inside, [change]);
  tell(inside, change, {
    action: `review.${body.decision}`,
    kind: `claim.${past[body.decision]}`,
    detail: { reviewId: id, reason: body.reason ?? null },
  });
  await tellAuthors(inside, loaded.value, body.decision);
  return decided(inside, claimId, id);
}

/** Whose work was decided on hears of it, with a way to it and no words of the claim. */
async function tellAuthors(
  inside: Writing,
  { claim, standing: { project, layer, facts } }: LoadedClaim,
  decision: ReviewCreate["decision"],
): Promise<void> {
  const { articleId, id: claimId } = claim;
  const subject = { articleId, claimId, project, layer, detail: { decision } };
  await notify(inside, subject, { decision: [claim.createdBy, ...facts.revisedBy] });
}

const past = { approve: "approved", reject: "rejected", request_changes: "changes_requested" } as const;

/** Takes one's own latest decision back, as long as nobody has built on it. */
export function retract(
  caller: Caller,
  workspace: string,
  claimId: string,
  reviewId: string,
  ifMatch: number,
): Outcome<ClaimDetail> {
  return command(caller, workspace, async (inside) => {
    const seen = await readClaim(inside, claimId);
    if (!seen.ok) return seen;
    const reviews = await reviewsOf(inside.tx, inside.permit, claimId);
    const review = reviews.find(({ id }) => id === reviewId);
    if (!review || review.reviewerId !== inside.actor.userId) return fail(notFound("review"));
    if (review.retractedAt !== null) return answerClaim(inside, claimId);
    if (seen.value.standing.lastReviewId !== reviewId) {
      return fail(
        conflict("built-on", "A later decision stands on this one, so it can no longer be taken back."),
      );
    }
    const loaded = await writeClaim(inside, claimId, "review:retract", ifMatch);
    if (!loaded.ok) return loaded;
    const outcome = decideOn(inside.actor, loaded.value, { type: "retract_review" });
    if (!outcome.ok) return outcome;
    const change = { loaded: loaded.value, outcome: outcome.value, isDecision: true };
    await retractReview(inside.tx, inside.permit, reviewId, inside.at);
    await saveChanges(inside, [change]);
    tell(inside, change, { action: "review.retract", kind: "claim.review_retracted", detail: { reviewId } });
    return answerClaim(inside, claimId);
  });
}

/** Every decision on a claim, oldest first; those taken back say when. */
export function list(
  caller: Caller,
  workspace: string,
  claimId: string,
): Outcome<{ items: Review[]; next: null }> {
  return query(caller, workspace, async (inside) => {
    const loaded = await readClaim(inside, claimId);
    if (!loaded.ok) return loaded;
    const reviews = await reviewsOf(inside.tx, inside.permit, claimId);
    return ok({ items: reviews.map(presentReview), next: null });
  });
}

function eventOf({ decision, reason, comment, proposal }: ReviewCreate): ReviewEvent {
  // `other` is a reason only together with its words.
  const given = reason === "other" || reason === undefined ? comment : reason;
  switch (decision) {
    case "approve":
      return { type: "approve" };
    case "reject":
      return { type: "reject", reason: given };
    case "request_changes":
      return { type: "request_changes", reason: given, hasProposal: proposal !== undefined };
  }
}

/** A proposed revision passes every check a revision passes, and is kept whole: accepting it changes nothing in it. */
async function proposalOf(inside: Inside, loaded: LoadedClaim, body: ReviewCreate): Outcome<Json> {
  if (!body.proposal) return ok(null);
  if (body.decision !== "request_changes") {
    return fail(invalid("/proposal", "Only a request for changes can propose a revision."));
  }
  const proposed = await proposedContent(inside, loaded, contentInput(body.proposal));
  if (!proposed.ok) return fail(within("/proposal", proposed.failure));
  const { content, parent } = proposed.value;
  if (contentEquals(content, loaded.claim.content)) {
    return fail(invalid("/proposal", "The proposed revision is the same as the present one."));
  }
  const whole = wholeChain(parent?.wholeChain ?? [], content.chain);
  // Content is JSON by construction; its type only lacks the index signature.
  return ok({ content, wholeChain: whole } as unknown as Json);
}

function within(pointer: string, failure: Failure): Failure {
  if (failure.kind !== "invalid") return failure;
  const errors = failure.errors.map((error) => ({ ...error, pointer: pointer + error.pointer }));
  return { ...failure, errors };
}

async function repeated(
  inside: Writing,
  claimId: string,
  body: ReviewCreate & { readonly id: string },
): Promise<Result<Decided, Failure> | null> {
  const reviews = await reviewsOf(inside.tx, inside.permit, claimId);
  const review = reviews.find(({ id }) => id === body.id);
  if (!review) return null;
  const isSame = review.reviewerId === inside.actor.userId && review.decision === body.decision;
  return isSame
    ? decided(inside, claimId, body.id)
    : fail(conflict("id-taken", "This id names another decision already. Make a new one."));
}

async function decided(inside: Inside, claimId: string, reviewId: string): Outcome<Decided> {
  const claim = await answerClaim(inside, claimId);
  if (!claim.ok) return claim;
  const reviews = await reviewsOf(inside.tx, inside.permit, claimId);
  const review = reviews.find(({ id }) => id === reviewId);
  return review ? ok({ review: presentReview(review), claim: claim.value }) : fail(notFound("review"));
}

/** A decision as the API answers it. */
export function presentReview(review: StoredReview): Review {
  const proposal = storedProposal(review);
  return { ...review, proposal: proposal && presentContent(proposal.content, proposal.wholeChain) };
}
