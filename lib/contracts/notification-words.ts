import type { Notification } from "./notifications.ts";

const decisions: Readonly<Record<string, string>> = {
  approve: "approved a claim of yours",
  reject: "rejected a claim of yours",
  request_changes: "asked for changes to a claim of yours",
};

const hookEnds: Readonly<Record<string, string>> = {
  failing: "nothing arrived for a day",
  gone: "its receiver said that it is gone",
  holder_left: "whoever it was told for may not manage webhooks any more",
  secret_unreadable: "its secret cannot be read any more",
};

/** What happened, after the name of who did it. */
export function deedOf({ kind, claimId, detail }: Pick<Notification, "kind" | "claimId" | "detail">): string {
  const where = claimId === null ? "" : " on a claim";
  switch (kind) {
    case "assigned":
      return detail.kind === "review" ? "gave you an article to review" : "gave you an article to work on";
    case "handed_over":
      return "handed an article over to you";
    case "returned":
      return "gave an article back";
    case "released":
      return "released the layers of an article you code: everybody in its project sees them now";
    case "mention":
      return `mentioned you${where}`;
    case "decision":
      return decisions[detail.decision ?? ""] ?? "decided on a claim of yours";
    case "reply":
      return `answered in a thread of yours${where}`;
    case "webhook_disabled":
      return `switched a webhook off: ${hookEnds[detail.reason ?? ""] ?? "it could not be sent to"} (${detail.host ?? "its receiver"})`;
    default:
      return claimId === null ? "commented" : "commented on a claim of yours";
  }
}

/** Where it is seen: the comment, the claim, the article, or the webhook; null where nothing is left to see. */
export function placeOf(
  workspace: string,
  about: Pick<Notification, "articleId" | "claimId" | "commentId"> &
    Partial<Pick<Notification, "kind" | "detail">>,
): string | null {
  const { kind, detail, articleId, claimId, commentId } = about;
  if (kind === "webhook_disabled") return `/w/${workspace}/settings/webhooks/${detail?.webhookId ?? ""}`;
  if (articleId === null) return null;
  const query = new URLSearchParams();
  if (commentId !== null) query.set("comment", commentId);
  else if (claimId !== null) query.set("claim", claimId);
  const text = query.toString();
  return `/w/${workspace}/articles/${articleId}${text && `?${text}`}`;
}
