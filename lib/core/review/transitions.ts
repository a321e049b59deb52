import type { ClaimState } from "./state.ts";

/** Everything that can happen to a claim's state (rules.md 4). */
export const reviewEvents = [
  "submit",
  "withdraw",
  "approve",
  "reject",
  "request_changes",
  "accept_proposal",
  "revise",
  "reopen",
  "retract_review",
  "remove",
  "restore",
] as const;
export type ReviewEventType = (typeof reviewEvents)[number];

/** Events by which a reviewer settles, or helps to settle, a claim. */
export const decisionTypes = ["approve", "reject", "request_changes"] as const;
export type DecisionType = (typeof decisionTypes)[number];

/**
 * Who may cause an event, apart from the state it is in:
 * - `reviser`: editor or above whom the layer lets write
 * - `author`: created or once revised this claim
 * - `second_reviewer`: reviewer or above, and four eyes
 * - `reviewer`: reviewer or above
 * - `decider`: the reviewer whose latest decision stands
 * - `remover`: an author while draft; an admin always
 */
export type Who = "reviser" | "author" | "second_reviewer" | "reviewer" | "decider" | "remover";

/** Where an event leads: a state, `same`, or a place only the facts of the claim know. */
export type Destination = ClaimState | "same" | "approved_when_enough" | "state_before" | "removed";

/** One row of the table: a missing state is a cell in which the event is refused. */
export type Transition = {
  readonly who: Who;
  /** True where the event carries a reason, which must not be blank. */
  readonly needsReason: boolean;
  readonly to: Readonly<Partial<Record<ClaimState, Destination>>>;
};

/** The table of rules.md 4, row by row. `machine.ts` reads it; nothing else knows which state follows which. */
export const transitions: Readonly<Record<ReviewEventType, Transition>> = {
  submit: {
    who: "reviser",
    needsReason: false,
    to: { draft: "submitted", changes_requested: "submitted" },
  },
  withdraw: { who: "author", needsReason: false, to: { submitted: "draft" } },
  approve: { who: "second_reviewer", needsReason: false, to: { submitted: "approved_when_enough" } },
  reject: { who: "second_reviewer", needsReason: true, to: { submitted: "rejected" } },
  request_changes: { who: "second_reviewer", needsReason: true, to: { submitted: "changes_requested" } },
  accept_proposal: {
    who: "author",
    needsReason: false,
    to: { changes_requested: "approved_when_enough" },
  },
  revise: {
    who: "reviser",
    needsReason: false,
    to: {
      draft: "same",
      changes_requested: "same",
      submitted: "same",
      approved: "submitted",
      rejected: "draft",
    },
  },
  reopen: { who: "reviewer", needsReason: true, to: { approved: "submitted", rejected: "submitted" } },
  retract_review: { who: "decider", needsReason: false, to: everywhere("state_before") },
  remove: { who: "remover", needsReason: false, to: everywhere("removed") },
  restore: { who: "remover", needsReason: false, to: everywhere("state_before") },
};

/** True when the table has a cell for this event in this state. Says nothing about who. */
export function isPossible(event: ReviewEventType, state: ClaimState): boolean {
  return transitions[event].to[state] !== undefined;
}

function everywhere(to: Destination): Readonly<Record<ClaimState, Destination>> {
  return { draft: to, submitted: to, changes_requested: to, approved: to, rejected: to };
}
