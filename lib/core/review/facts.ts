import type { ClaimState, Role } from "./state.ts";
import type { ReviewEventType, Who } from "./transitions.ts";

/** A decision that stands, with what is needed to take it back. */
export type StandingDecision = {
  readonly by: string;
  readonly stateBefore: ClaimState;
  readonly approvalsBefore: readonly string[];
  readonly approvedRevisionBefore: number | null;
  readonly revisedSinceBefore: readonly string[];
  /** True once anybody revised, submitted, withdrew, reopened, accepted a proposal or decided after it. */
  readonly isBuiltOn: boolean;
};

/**
 * All the machine needs to know of a claim. Services read it from the row; `record.ts` derives it from history.
 * Users are ids; a list holds each user once.
 */
export type ClaimFacts = {
  readonly isRemoved: boolean;
  /** Counts as author for good: four eyes bars them whatever was decided since. */
  readonly createdBy: string;
  /** Everyone who ever revised the content. */
  readonly revisedBy: readonly string[];
  /** Those four eyes bars besides the creator: who wrote since the claim was last settled. */
  readonly revisedSinceDecision: readonly string[];
  /** Users who approved the current revision. */
  readonly approvals: readonly string[];
  /** Number of the current content revision. */
  readonly revision: number;
  /** The revision an export of approved claims holds, or null. */
  readonly approvedRevision: number | null;
  /** Who proposed the revision on the table; null without one, or when content changed since. */
  readonly proposalBy: string | null;
  /** The latest decision that stands, or null. */
  readonly lastDecision: StandingDecision | null;
};

/** Who acts, and under which rules. */
export type ActingFacts = {
  readonly actorId: string;
  readonly role: Role;
  /** False where the layer is somebody else's blind one, or not this role's to write. */
  readonly mayWriteLayer: boolean;
  /** Approvals the project asks for; 0 = no review. */
  readonly approvalsNeeded: 0 | 1 | 2;
};

/** What `decide` is asked with: the claim, and who acts on it. */
export type ReviewFacts = ClaimFacts & ActingFacts;

/** What happened. `reason` is a code of the reasons list or any text; it must not be blank where one is needed. */
export type ReviewEvent =
  | { readonly type: Exclude<ReviewEventType, "reject" | "request_changes" | "reopen"> }
  | { readonly type: "reject" | "reopen"; readonly reason: string }
  | { readonly type: "request_changes"; readonly reason: string; readonly hasProposal: boolean };

/**
 * What to store. Every value is the new one, never a difference, so that storing it twice is storing it once.
 * Invariant: `state` is `approved` only with as many approvals of this revision as were needed, and then
 * `approvedRevision` is `revision`.
 */
export type ReviewOutcome = {
  readonly state: ClaimState;
  readonly isRemoved: boolean;
  readonly approvals: readonly string[];
  /** True when approvals given before no longer count. */
  readonly clearsApprovals: boolean;
  /** The revision after the event: one more after `revise` and `accept_proposal`. */
  readonly revision: number;
  readonly approvedRevision: number | null;
  readonly revisedSinceDecision: readonly string[];
  readonly proposalBy: string | null;
};

/**
 * Why an event is refused. `not-possible` is the state's fault (409); `not-allowed` and `four-eyes` the actor's. Each
 * kind is one sentence to a person, so no two reasons share one.
 */
export type ReviewFailure =
  | { readonly kind: "not-possible"; readonly event: ReviewEventType; readonly state: ClaimState }
  | { readonly kind: "not-allowed"; readonly event: ReviewEventType; readonly who: Who }
  | { readonly kind: "four-eyes"; readonly because: "creator" | "reviser" | "proposer" }
  | { readonly kind: "reason-needed"; readonly event: ReviewEventType }
  | { readonly kind: "review-is-off" }
  | { readonly kind: "already-approved" }
  | { readonly kind: "no-proposal" }
  | { readonly kind: "no-decision" }
  | { readonly kind: "built-on" }
  | { readonly kind: "is-removed" }
  | { readonly kind: "not-removed" };
