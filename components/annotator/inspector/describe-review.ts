import { rejectionReasons } from "#core/review/reasons.ts";
import type { Review } from "#lib/contracts/claims.ts";

const decisions = {
  approve: "Approved",
  reject: "Rejected",
  request_changes: "Asked for changes to",
} as const;

/** A decision as a sentence: what, on which revision, why. */
export function describeReview({ decision, revision, reason, comment, retractedAt }: Review): string {
  const why = rejectionReasons.find(({ id }) => id === reason)?.label ?? reason;
  const parts = [`${decisions[decision]} revision ${revision}`, why, comment].filter(Boolean);
  return `${parts.join(". ")}.${retractedAt ? " Taken back." : ""}`.replaceAll("..", ".");
}
