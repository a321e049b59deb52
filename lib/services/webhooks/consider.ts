import type { Actor } from "#lib/authz/objects.ts";
import { systemPermit } from "#lib/authz/system.ts";
import { type ToldEvent, toldEventsAfter } from "#lib/db/events.ts";
import { insertDeliveries, type NewDelivery } from "#lib/db/webhook-deliveries.ts";
import { type Behind, holdBehind, moveCursor } from "#lib/db/webhooks.ts";
import { namedId } from "#lib/platform/ids.ts";
import { type SystemInside, systemCommand } from "../jobs/system-command.ts";
import { actorsOf } from "./holders.ts";
import { switchOff } from "./switch-off.ts";
import { isAbleHolder, isTold, messageOf } from "./told.ts";

const BATCH = 500;

/**
 * Looks through what happened in a workspace since each webhook was last looked through for, and stores what is to be
 * sent. How far that went is stored in the same transaction: a process that dies loses nothing and stores nothing
 * twice, and of several processes that look at the same moment one does it.
 */
export async function considerEvents(workspaceId: string, at: Date): Promise<void> {
  const permit = systemPermit("webhooks", workspaceId);
  while (await systemCommand(permit, at, considerBatch));
}

/** True where there may be more. */
async function considerBatch(inside: SystemInside): Promise<boolean> {
  const { tx, permit } = inside;
  const behind = await holdBehind(tx, permit);
  if (behind.length === 0) return false;
  const holders = await actorsOf(
    tx,
    permit,
    behind.map(({ holderId }) => holderId),
  );
  // Most stand at the same place: what follows it is read once.
  const read = new Map<number, ToldEvent[]>();
  let isMore = false;
  for (const webhook of behind) {
    const holder = holders.get(webhook.holderId) ?? null;
    if (!isAbleHolder(holder)) {
      await switchOff(inside, webhook, "holder_left");
      continue;
    }
    const events = read.get(webhook.cursor) ?? (await toldEventsAfter(tx, permit, webhook.cursor, BATCH));
    read.set(webhook.cursor, events);
    await enqueue(inside, webhook, holder, events);
    isMore ||= events.length === BATCH;
  }
  return isMore;
}

async function enqueue(
  { tx, permit, at }: SystemInside,
  webhook: Behind,
  holder: Actor,
  events: readonly ToldEvent[],
): Promise<void> {
  const told = events.filter((event) => isTold(webhook, holder, event));
  const rows = told.map((event) => deliveryOf(permit.workspaceId, webhook.id, event));
  if (rows.length > 0) await insertDeliveries(tx, permit, rows, at);
  const last = events.at(-1);
  if (last) await moveCursor(tx, permit, webhook.id, last.number);
}

/** One event for one webhook: however often it is stored, under the same id. */
export function deliveryOf(workspaceId: string, webhookId: string, event: ToldEvent): NewDelivery {
  const id = namedId(webhookId, String(event.number));
  const body = JSON.stringify(messageOf(id, workspaceId, event));
  return { id, webhookId, eventNumber: event.number, kind: event.kind, body };
}
