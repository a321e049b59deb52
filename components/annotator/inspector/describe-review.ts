import { rejectionReasons } from "#core/review/reasons.ts";
import type { Review } from "#lib/contracts/claims.ts";

const decisions = {
  approve: "Approved",
  reject: "Rejected",
  request_changes: "Asked for changes to",
} as const;

/** A decision as a sentence: what, on which revision, why. */
export function describeReview(review: Review): string {
  const { decision, revision, comment, retractedAt } = review;
  const parts = [`${decisions[decision]} revision ${revision}`, reasonOf(review), comment].filter(Boolean);
  return `${parts.join(". ")}.${retractedAt ? " Taken back." : ""}`.replaceAll("..", ".");
}

/** The reason in the words of the list it was chosen from; empty where none was given. */
export function reasonOf({ reason }: Review): string {
  return rejectionReasons.find(({ id }) => id === reason)?.label ?? reason ?? "";
}
