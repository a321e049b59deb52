import type { ReviewFailure } from "#core/review/facts.ts";
import { type Failure, invalid } from "../failure.ts";

type Conflicting = Exclude<
  ReviewFailure["kind"],
  "four-eyes" | "reason-needed" | "not-possible" | "not-allowed"
>;

const details: Readonly<Record<Conflicting, string>> = {
  "review-is-off": "This project asks for no review, so there is nothing to decide.",
  "already-approved": "You have approved this revision already. Another reviewer's approval is needed.",
  "no-proposal": "No proposed revision is on the table: none was made, or the claim changed since.",
  "no-decision": "There is no decision to take back.",
  "built-on":
    "Somebody has built on this decision since, so it can no longer be taken back. Reopen the claim instead.",
  "is-removed": "The claim was removed. Bring it back first.",
  "not-removed": "The claim is not removed.",
};

const states = {
  draft: "a draft",
  submitted: "submitted",
  changes_requested: "waiting for changes",
  approved: "approved",
  rejected: "rejected",
} as const;

/** Why the review machine refused, as an answer with what to do. */
export function refused(failure: ReviewFailure): Failure {
  switch (failure.kind) {
    case "four-eyes":
      return { kind: "own-work", detail: ownWork[failure.because] };
    case "reason-needed":
      return invalid("/reason", "Say why: a reason is needed here.");
    case "not-possible":
      return conflict(
        failure.kind,
        `The claim is ${states[failure.state]}; “${failure.event.replaceAll("_", " ")}” is not possible then.`,
      );
    case "not-allowed":
      return conflict(failure.kind, `“${failure.event.replaceAll("_", " ")}” is not yours to do here.`);
    default:
      return conflict(failure.kind, details[failure.kind]);
  }
}

export function conflict(code: string, detail: string, current?: unknown): Failure {
  return { kind: "conflict", code, detail, ...(current === undefined ? {} : { current }) };
}

const ownWork = {
  creator: "You created this claim. Another reviewer decides on it.",
  reviser: "You revised this claim since its last decision. Another reviewer decides on it.",
  proposer: "You proposed this revision. Another author accepts it.",
} as const;
