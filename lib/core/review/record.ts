import { fail, ok, type Result } from "../result.ts";
import type { ActingFacts, ClaimFacts, ReviewEvent, ReviewFailure, StandingDecision } from "./facts.ts";
import { decide } from "./machine.ts";
import type { ClaimState } from "./state.ts";
import { type DecisionType, decisionTypes } from "./transitions.ts";

/** A claim's review as a whole: its state, the facts about it, and the record as it was before each decision. */
export type ReviewRecord = Omit<ClaimFacts, "lastDecision"> & {
  readonly state: ClaimState;
  /** Decisions that stand, oldest first; a retracted one is gone. */
  readonly decisions: readonly StandingDecision[];
};

/** One event of a claim's history, with who caused it under which rules. */
export type RecordedEvent = { readonly event: ReviewEvent; readonly acting: ActingFacts };

/** Where and why a history cannot have happened; `at` is the index of the first refused event. */
export type ReplayFailure = { readonly at: number; readonly failure: ReviewFailure };

/** The record of a claim just created: a draft of revision 1. */
export function newRecord(createdBy: string): ReviewRecord {
  return {
    state: "draft",
    isRemoved: false,
    createdBy,
    revisedBy: [],
    revisedSinceDecision: [],
    approvals: [],
    revision: 1,
    approvedRevision: null,
    proposalBy: null,
    decisions: [],
  };
}

/** What `decide` asks of a claim, read off its record. */
export function factsOf(record: ReviewRecord): ClaimFacts {
  const { state: _state, decisions, ...facts } = record;
  return { ...facts, lastDecision: decisions.at(-1) ?? null };
}

/**
 * The record after one event, or why the event is refused. The record handed in is left as it was. Invariant:
 * `decisions` holds those that stand, oldest first, and each has been built on as soon as anything but another decision
 * followed it.
 */
export function step(
  record: ReviewRecord,
  { event, acting }: RecordedEvent,
): Result<ReviewRecord, ReviewFailure> {
  const decided = decide(record.state, event, { ...factsOf(record), ...acting });
  if (!decided.ok) return decided;
  const { clearsApprovals: _cleared, ...outcome } = decided.value;
  return ok({
    ...record,
    ...outcome,
    revisedBy: revisers(record, event, acting.actorId),
    decisions: decisionsAfter(record, event, acting.actorId),
  });
}

/** The record a whole history leads to: `step` folded over it, so equal to storing each outcome in turn. */
export function replay(
  createdBy: string,
  history: readonly RecordedEvent[],
): Result<ReviewRecord, ReplayFailure> {
  let record = newRecord(createdBy);
  for (const [at, recorded] of history.entries()) {
    const next = step(record, recorded);
    if (!next.ok) return fail({ at, failure: next.failure });
    record = next.value;
  }
  return ok(record);
}

/** Everybody whose words are or were in the content: an accepted proposal makes its proposer one of them. */
function revisers(record: ReviewRecord, event: ReviewEvent, actorId: string): readonly string[] {
  if (event.type === "revise") return [...new Set([...record.revisedBy, actorId])];
  if (event.type !== "accept_proposal" || record.proposalBy === null) return record.revisedBy;
  return [...new Set([...record.revisedBy, record.proposalBy])];
}

/**
 * A retraction takes the last decision away; removing and restoring touch none; anything else that is no decision
 * builds on all that stand, so that none of them can be taken back from under it (rules.md 4, retract_review).
 */
function decisionsAfter(
  record: ReviewRecord,
  event: ReviewEvent,
  actorId: string,
): readonly StandingDecision[] {
  switch (event.type) {
    case "retract_review":
      return record.decisions.slice(0, -1);
    case "remove":
    case "restore":
      return record.decisions;
    default:
      return isDecision(event.type)
        ? [...record.decisions, standing(record, actorId)]
        : record.decisions.map((decision) => ({ ...decision, isBuiltOn: true }));
  }
}

/** The decision with the record as it was before, which is what retracting it must bring back. */
function standing(record: ReviewRecord, by: string): StandingDecision {
  return {
    by,
    stateBefore: record.state,
    approvalsBefore: record.approvals,
    approvedRevisionBefore: record.approvedRevision,
    revisedSinceBefore: record.revisedSinceDecision,
    isBuiltOn: false,
  };
}

function isDecision(type: ReviewEvent["type"]): type is DecisionType {
  return decisionTypes.some((decision) => decision === type);
}
