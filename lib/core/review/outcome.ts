import type { ReviewEvent, ReviewFacts, ReviewOutcome } from "./facts.ts";
import type { ClaimState } from "./state.ts";
import { transitions } from "./transitions.ts";

/**
 * The values to store after an event that may happen (`refusal` found nothing). Throws where the table has no cell,
 * which only a caller that skipped `refusal` can reach.
 */
export function outcomeOf(state: ClaimState, event: ReviewEvent, facts: ReviewFacts): ReviewOutcome {
  const unchanged = unchangedOutcome(state, facts);
  switch (event.type) {
    case "approve":
      return approved(unchanged, facts, [...facts.approvals, facts.actorId]);
    case "accept_proposal":
      return accepted(unchanged, facts);
    case "reject":
      return settled(unchanged, "rejected", { approvedRevision: null });
    case "request_changes":
      return settled(unchanged, "changes_requested", {
        proposalBy: event.hasProposal ? facts.actorId : null,
      });
    case "revise":
      return revised(unchanged, destination(state, event), facts.actorId);
    case "reopen":
      return { ...withoutApprovals(unchanged), state: "submitted", approvedRevision: null };
    case "retract_review":
      return retracted(unchanged, facts);
    case "remove":
      return { ...unchanged, isRemoved: true };
    case "restore":
      return { ...unchanged, isRemoved: false };
    case "submit":
    case "withdraw":
      return { ...withoutApprovals(unchanged), state: destination(state, event), proposalBy: null };
  }
}

/** The outcome in which nothing happened; each event changes what it must and leaves the rest. */
function unchangedOutcome(state: ClaimState, facts: ReviewFacts): ReviewOutcome {
  const { isRemoved, approvals, revision, approvedRevision, revisedSinceDecision, proposalBy } = facts;
  return {
    state,
    isRemoved,
    approvals,
    clearsApprovals: false,
    revision,
    approvedRevision,
    revisedSinceDecision,
    proposalBy,
  };
}

/** `approved` once enough different people approved this revision; until then the claim keeps waiting. */
function approved(before: ReviewOutcome, facts: ReviewFacts, approvals: readonly string[]): ReviewOutcome {
  if (approvals.length < facts.approvalsNeeded) return { ...before, state: "submitted", approvals };
  return {
    ...before,
    state: "approved",
    approvals,
    approvedRevision: before.revision,
    revisedSinceDecision: [],
  };
}

/**
 * The proposal becomes the content, counted as its proposer's approval and nobody else's: where two are needed the
 * claim waits for the second, which neither the proposer nor the author who accepted may give.
 */
function accepted(before: ReviewOutcome, facts: ReviewFacts): ReviewOutcome {
  const proposer = facts.proposalBy;
  if (proposer === null) throw new Error("An acceptance without a proposal was let through");
  const writers = distinct([...before.revisedSinceDecision, proposer, facts.actorId]);
  const after = {
    ...before,
    revision: before.revision + 1,
    proposalBy: null,
    revisedSinceDecision: writers,
  };
  return approved(after, facts, [proposer]);
}

/**
 * A decision against the revision: approvals given before it no longer count, and who wrote it may decide on what
 * comes next, for then somebody else has seen it.
 */
function settled(
  before: ReviewOutcome,
  state: ClaimState,
  changes: Partial<Pick<ReviewOutcome, "approvedRevision" | "proposalBy">>,
): ReviewOutcome {
  return { ...withoutApprovals(before), state, revisedSinceDecision: [], ...changes };
}

/** An approved revision stays the one exported while the edit waits (rules.md 4). */
function revised(before: ReviewOutcome, state: ClaimState, by: string): ReviewOutcome {
  return {
    ...withoutApprovals(before),
    state,
    revision: before.revision + 1,
    revisedSinceDecision: distinct([...before.revisedSinceDecision, by]),
    proposalBy: null,
  };
}

/** `stateBefore` and its companions, as if the decision had not been made; the content is untouched. */
function retracted(before: ReviewOutcome, facts: ReviewFacts): ReviewOutcome {
  const decision = facts.lastDecision;
  if (!decision) throw new Error("A retraction without a decision was let through");
  return {
    ...before,
    state: decision.stateBefore,
    approvals: decision.approvalsBefore,
    clearsApprovals: decision.approvalsBefore.length < before.approvals.length,
    approvedRevision: decision.approvedRevisionBefore,
    revisedSinceDecision: decision.revisedSinceBefore,
    proposalBy: null,
  };
}

/** Approvals are of one revision in one round: whatever leaves either takes them along. */
function withoutApprovals(before: ReviewOutcome): ReviewOutcome {
  return { ...before, approvals: [], clearsApprovals: before.approvals.length > 0 };
}

/** The table's destination where the table alone decides it. Throws for a cell that is not there. */
function destination(state: ClaimState, event: ReviewEvent): ClaimState {
  const to = transitions[event.type].to[state];
  if (to === "same") return state;
  if (to === "submitted" || to === "draft") return to;
  throw new Error(`No cell for ${event.type} in ${state}`);
}

function distinct(users: readonly string[]): readonly string[] {
  return [...new Set(users)];
}
