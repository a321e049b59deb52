import type { DisabledReason } from "#lib/contracts/webhooks.ts";
import { adminsOf } from "#lib/db/identity/members.ts";
import { insertNotifications } from "#lib/db/notifications.ts";
import { switchWebhookOff, type WebhookRow } from "#lib/db/webhooks.ts";
import { newId } from "#lib/platform/ids.ts";
import type { SystemInside } from "../jobs/system-command.ts";

/** Only where the program does it by itself: whoever switches one off knows. */
type Reason = Exclude<DisabledReason, "switched_off">;

/** Sends to a webhook no more, and says why to the record and to everybody who could mend it. */
export async function switchOff(
  { tx, permit, at, journal }: SystemInside,
  { id, url }: Pick<WebhookRow, "id" | "url">,
  reason: Reason,
): Promise<void> {
  if (!(await switchWebhookOff(tx, permit, id, reason, at))) return;
  const host = hostOf(url);
  journal.audit({
    action: "webhook.disabled",
    objectType: "webhook",
    objectId: id,
    detail: { reason, host },
  });
  const kind = "webhook_disabled";
  const about = { actorId: null, articleId: null, claimId: null, commentId: null, assignmentId: null };
  const detail = { webhookId: id, reason, host };
  const rows = (await adminsOf(tx, permit)).map((userId) => ({
    id: newId(),
    userId,
    kind,
    ...about,
    detail,
  }));
  await insertNotifications(tx, permit, rows, at);
  for (const { id: objectId, userId } of rows) {
    const payload = { userId, kind };
    journal.announce({ kind: "notification.created", articleId: null, objectId, payload });
  }
}

/** What of an address may be written elsewhere: its path and query may hold a receiver's own secret. */
export const hostOf = (url: string): string => new URL(url).host;
