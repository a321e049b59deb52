import type { ReviewCase } from "#lib/contracts/review-case.ts";
import type { Reader } from "./review-view.ts";

/** Why this reader decides nothing about this claim now; null when they may. */
export function whyNot({ claim, reviews, approvalsNeeded }: ReviewCase, reader: Reader): string | null {
  if (claim.actions.includes("review:decide")) {
    const approved = reviews.some(
      ({ reviewerId, decision, counts, retractedAt }) =>
        reviewerId === reader.userId && decision === "approve" && counts && retractedAt === null,
    );
    return approved && claim.state === "submitted"
      ? "You have approved this revision. Another reviewer’s approval is needed."
      : null;
  }
  if (claim.removedAt !== null) return "This claim was removed.";
  if (claim.state === "changes_requested" && claim.createdBy === reader.userId) {
    return "Sent back to you. Revise it, then submit it again.";
  }
  if (claim.state !== "submitted") return settled[claim.state];
  if (reader.role === "viewer" || reader.role === "editor") return "Waiting for a reviewer.";
  if (approvalsNeeded === 0) return "This project asks for no review.";
  return claim.createdBy === reader.userId
    ? "This is your own claim. Another reviewer decides on it."
    : "You revised this claim since its last decision. Another reviewer decides on it.";
}

const settled = {
  draft: "A draft: it comes to review once its author submits it.",
  changes_requested: "Changes were requested. It comes back once its author submits it again.",
  approved: "Approved.",
  rejected: "Rejected. It comes back once it is revised and submitted, or reopened.",
} as const;

/** How many approvals this revision has and needs, where more than one is asked for. */
export function approvalsOf({ claim, approvalsNeeded }: ReviewCase): string | null {
  if (approvalsNeeded < 2 || claim.state !== "submitted") return null;
  return `${claim.approvals} of ${approvalsNeeded} approvals`;
}
