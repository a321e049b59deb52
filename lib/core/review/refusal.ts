import type { ClaimFacts, ReviewEvent, ReviewFacts, ReviewFailure } from "./facts.ts";
import { fourEyesConflict } from "./four-eyes.ts";
import { type ClaimState, type Role, roles } from "./state.ts";
import { transitions, type Who } from "./transitions.ts";

/** True when the role is at least `least` in the order of `roles`. */
export function isAtLeast(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}

/** Creator and revisers: those who may withdraw a claim, accept a proposal, remove their draft. */
export function isAuthor(userId: string, claim: Pick<ClaimFacts, "createdBy" | "revisedBy">): boolean {
  return claim.createdBy === userId || claim.revisedBy.includes(userId);
}

/**
 * The first reason against an event, or null when it may happen. The order is `decide`'s. Says nothing about who may
 * see the claim: that is the policy's, and asked before.
 */
export function refusal(state: ClaimState, event: ReviewEvent, facts: ReviewFacts): ReviewFailure | null {
  const { who, to } = transitions[event.type];
  if (facts.isRemoved && event.type !== "restore") return { kind: "is-removed" };
  if (!facts.isRemoved && event.type === "restore") return { kind: "not-removed" };
  if (to[state] === undefined) return { kind: "not-possible", event: event.type, state };
  if (!isWho[who](state, facts))
    return decisionFailure(event, facts) ?? { kind: "not-allowed", event: event.type, who };
  if ("reason" in event && event.reason.trim() === "") return { kind: "reason-needed", event: event.type };
  return specialRefusal(event, who, facts);
}

// A decider who is none because there is no decision hears that, not "not allowed".
function decisionFailure(event: ReviewEvent, facts: ReviewFacts): ReviewFailure | null {
  return event.type === "retract_review" && facts.lastDecision === null ? { kind: "no-decision" } : null;
}

/** What the facts of this very event say against it, once state, person and reason are in order. */
function specialRefusal(event: ReviewEvent, who: Who, facts: ReviewFacts): ReviewFailure | null {
  if (who === "second_reviewer") return decidingRefusal(event, facts);
  if (event.type === "accept_proposal") return acceptingRefusal(facts);
  if (event.type === "retract_review" && facts.lastDecision?.isBuiltOn) return { kind: "built-on" };
  return null;
}

/** Review switched off, four eyes, and one approval a person. */
function decidingRefusal(event: ReviewEvent, facts: ReviewFacts): ReviewFailure | null {
  if (facts.approvalsNeeded === 0) return { kind: "review-is-off" };
  const because = fourEyesConflict(facts.actorId, facts);
  if (because) return { kind: "four-eyes", because };
  if (event.type === "approve" && facts.approvals.includes(facts.actorId))
    return { kind: "already-approved" };
  return null;
}

/** The second pair of eyes on an accepted proposal is its proposer's, so the two must be different people. */
function acceptingRefusal(facts: ReviewFacts): ReviewFailure | null {
  if (facts.approvalsNeeded === 0) return { kind: "review-is-off" };
  if (facts.proposalBy === null) return { kind: "no-proposal" };
  // A proposer who once revised this claim counts as author; accepting oneself would be one pair of eyes.
  return facts.proposalBy === facts.actorId ? { kind: "four-eyes", because: "proposer" } : null;
}

/** The column "who" of the table, without four eyes, which `decidingRefusal` asks so that it can say why. */
const isWho: Readonly<Record<Who, (state: ClaimState, facts: ReviewFacts) => boolean>> = {
  reviser: (_, facts) => mayWrite(facts),
  author: (_, facts) => mayWrite(facts) && isAuthor(facts.actorId, facts),
  second_reviewer: (_, facts) => isAtLeast(facts.role, "reviewer"),
  reviewer: (_, facts) => isAtLeast(facts.role, "reviewer"),
  decider: (_, facts) => isAtLeast(facts.role, "reviewer") && facts.lastDecision?.by === facts.actorId,
  remover: (state, facts) =>
    isAtLeast(facts.role, "admin") ||
    (state === "draft" && mayWrite(facts) && isAuthor(facts.actorId, facts)),
};

/** The layer decides with the role: a blind layer is its owner's, an adjudicated one the reviewers'. */
function mayWrite(facts: ReviewFacts): boolean {
  return isAtLeast(facts.role, "editor") && facts.mayWriteLayer;
}
