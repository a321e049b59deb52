import { fail, ok, type Result } from "#core/result.ts";
import { systemPermit } from "#lib/authz/system.ts";
import type {
  WebhookDeliveriesQuery,
  WebhookDelivery,
  WebhookEvent,
  WebhookReplay,
} from "#lib/contracts/webhooks.ts";
import { eventsNumbered, lastEventBefore, toldEventsAfter } from "#lib/db/events.ts";
import * as db from "#lib/db/webhook-deliveries.ts";
import type { WebhookRow } from "#lib/db/webhooks.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { pageOf, readCursor, timeKey } from "../cursor.ts";
import { isToldTo } from "../events/visible.ts";
import { type Failure, notFound } from "../failure.ts";
import { command, type Inside, query } from "../workspace.ts";
import { type Managing, managed, sendable } from "./access.ts";
import { deliveryAnswer } from "./answer.ts";
import { deliveryOf } from "./consider.ts";
import { actorsOf } from "./holders.ts";
import { hostOf } from "./switch-off.ts";
import { isAbleHolder, isTold } from "./told.ts";
import { record } from "./webhooks.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** So much is sent again at once: a slip of a digit does not send a year. */
const MOST_REPLAYED = 10_000;
const BATCH = 500;

/** What was sent to a webhook and is to be, newest first. What it was about only where the reader may know of it. */
export function list(
  caller: Caller,
  workspace: string,
  webhookId: string,
  { state, limit, after }: WebhookDeliveriesQuery,
): Outcome<{ items: WebhookDelivery[]; next: string | null }> {
  return query(caller, workspace, async (inside) => {
    const held = await managed(inside, webhookId);
    if (!held.ok) return held;
    const place = readCursor("newest", after, timeKey);
    if (!place.ok) return place;
    const page = { state, limit: limit + 1, after: place.value };
    const found = await db.listDeliveries(inside.tx, held.value.permit, webhookId, page);
    const { rows, next } = pageOf(found, limit, "newest");
    return ok({ items: await answersOf(inside, rows), next });
  });
}

async function answersOf(
  { tx, permit, actor }: Inside,
  rows: readonly db.DeliveryRow[],
): Promise<WebhookDelivery[]> {
  const numbers = rows.flatMap(({ eventNumber }) => eventNumber ?? []);
  const events = numbers.length === 0 ? [] : await eventsNumbered(tx, permit, numbers);
  const told = new Set(events.filter((event) => isToldTo(actor, event)).map(({ number }) => number));
  return rows.map((row) => deliveryAnswer(row, row.eventNumber === null || told.has(row.eventNumber)));
}

async function answerOf(
  inside: Inside,
  permit: Managing,
  webhookId: string,
  id: string,
): Outcome<WebhookDelivery> {
  const row = await db.findDelivery(inside.tx, permit, webhookId, id);
  const [answer] = row ? await answersOf(inside, [row]) : [];
  return answer ? ok(answer) : fail(notFound("delivery"));
}

/** Sends a test, once; how it went stands in the deliveries. */
export function ping(caller: Caller, workspace: string, webhookId: string): Outcome<WebhookDelivery> {
  return command(caller, workspace, async (inside) => {
    const { tx, at, journal, actor } = inside;
    const held = await sendable(inside, webhookId);
    if (!held.ok) return held;
    const { permit, webhook } = held.value;
    const [id, kind] = [newId(), "webhook.ping"];
    const message: WebhookEvent = {
      ...{ id, type: kind, number: null, at: at.toISOString(), workspaceId: actor.workspaceId },
      ...{ articleId: null, objectId: webhookId, data: {} },
    };
    const row = { id, webhookId, eventNumber: null, kind, body: JSON.stringify(message) };
    await db.insertDeliveries(tx, permit, [row], at);
    record(journal, "webhook.pinged", webhookId, { host: hostOf(webhook.url) });
    return answerOf(inside, permit, webhookId, id);
  });
}

/** Sends one delivery again, under the id it had. */
export function replayOne(
  caller: Caller,
  workspace: string,
  webhookId: string,
  id: string,
): Outcome<WebhookDelivery> {
  return command(caller, workspace, async (inside) => {
    const held = await sendable(inside, webhookId);
    if (!held.ok) return held;
    const { permit, webhook } = held.value;
    const row = await db.findDelivery(inside.tx, permit, webhookId, id);
    if (!row) return fail(notFound("delivery"));
    await db.restartDelivery(inside.tx, permit, id, inside.at);
    record(inside.journal, "webhook.replayed", webhookId, { host: hostOf(webhook.url), delivery: id });
    return answerOf(inside, permit, webhookId, id);
  });
}

/** Sends again whatever a webhook is told of since an event or a time, also what it was never told while it was off. */
export function replaySince(
  caller: Caller,
  workspace: string,
  webhookId: string,
  { since }: WebhookReplay,
): Outcome<{ queued: number }> {
  return command(caller, workspace, async (inside) => {
    const held = await sendable(inside, webhookId);
    if (!held.ok) return held;
    const { permit, webhook } = held.value;
    const { tx } = inside;
    const from = typeof since === "number" ? since : await lastEventBefore(tx, permit, new Date(since));
    const queued = await requeue(inside, permit, webhook, from);
    if (queued === null) return fail(tooMuch);
    record(inside.journal, "webhook.replayed", webhookId, { host: hostOf(webhook.url), since: from, queued });
    return ok({ queued });
  });
}

const tooMuch: Failure = {
  kind: "conflict",
  code: "too-much-to-replay",
  detail: `More than ${MOST_REPLAYED.toLocaleString("en")} events would be sent again. Begin later.`,
};

/** How many are sent again; null where they are too many. */
async function requeue(
  { tx, at }: Inside,
  permit: Managing,
  webhook: WebhookRow,
  from: number,
): Promise<number | null> {
  // Judged for whoever the webhook is told for, not for whoever asks.
  const program = systemPermit("webhooks", permit.workspaceId);
  const holder = (await actorsOf(tx, program, [webhook.holderId])).get(webhook.holderId) ?? null;
  if (!isAbleHolder(holder)) return 0;
  let queued = 0;
  for (let after = from; after < webhook.cursor; ) {
    const events = await toldEventsAfter(tx, permit, after, BATCH);
    // What is newer is sent in any case.
    const told = events
      .filter(({ number }) => number <= webhook.cursor)
      .filter((one) => isTold(webhook, holder, one));
    queued += told.length;
    if (queued > MOST_REPLAYED) return null;
    const rows = told.map((event) => deliveryOf(permit.workspaceId, webhook.id, event));
    if (rows.length > 0) await db.insertDeliveries(tx, permit, rows, at, { again: true });
    after = events.at(-1)?.number ?? webhook.cursor;
  }
  return queued;
}
