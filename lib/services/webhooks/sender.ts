import { systemPermit } from "#lib/authz/system.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { dueWebhooks, nextDue } from "#lib/db/webhook-deliveries.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { considerEvents } from "./consider.ts";
import { deliverDue, type Sending } from "./deliver.ts";

/**
 * Stores what is to be sent of what happened in a workspace, and begins to send what is due: one promise a webhook,
 * kept when all it had due was tried. `busy` holds the webhooks that are being sent to, which are left to whoever
 * does: no receiver is waited for on account of another.
 */
export async function beginSending(
  workspaceId: string,
  busy: Set<string>,
  sending: Sending = {},
): Promise<Promise<void>[]> {
  const { clock = systemClock } = sending;
  await considerEvents(workspaceId, clock());
  const permit = systemPermit("webhooks", workspaceId);
  const due = await inWorkspace(permit, (tx) => dueWebhooks(tx, permit, clock()));
  const idle = due.filter((id) => !busy.has(id));
  for (const id of idle) busy.add(id);
  return idle.map((id) => deliverDue(workspaceId, id, sending).finally(() => busy.delete(id)));
}

/** When there is something to send in a workspace again, if nothing happens there; null for never. */
export function nextSending(workspaceId: string): Promise<Date | null> {
  const permit = systemPermit("webhooks", workspaceId);
  return inWorkspace(permit, (tx) => nextDue(tx, permit));
}
