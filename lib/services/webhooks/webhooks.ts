import { fail, ok, type Result } from "#core/result.ts";
import { isAllowed } from "#lib/authz/authorize.ts";
import type { Webhook, WebhookCreate } from "#lib/contracts/webhooks.ts";
import { newestEvent } from "#lib/db/events.ts";
import * as db from "#lib/db/webhooks.ts";
import { newId } from "#lib/platform/ids.ts";
import { addressProblem } from "#lib/platform/outbound.ts";
import type { Caller } from "../caller.ts";
import { pageOf, readCursor, timeKey } from "../cursor.ts";
import { type Failure, type FieldError, notFound } from "../failure.ts";
import { command, type Inside, type Journal, query } from "../workspace.ts";
import { changeable, type Managing, managed, managing } from "./access.ts";
import { webhookAnswer } from "./answer.ts";
import { outboundRules } from "./deliver.ts";
import { newSecret, sealSecret } from "./secret.ts";
import { hostOf } from "./switch-off.ts";

type Page = { readonly limit: number; readonly after?: string | undefined };
type Outcome<T> = Promise<Result<T, Failure>>;

/** Each is looked through for every event. */
const MOST_WEBHOOKS = 50;

/** Whether a member may see the workspace's webhooks at all. */
export function mayManage(caller: Caller, workspace: string): Outcome<boolean> {
  return query(caller, workspace, async ({ actor }) =>
    ok(isAllowed("webhook:manage", actor, { workspaceId: actor.workspaceId })),
  );
}

export function list(
  caller: Caller,
  workspace: string,
  page: Page,
): Outcome<{ items: Webhook[]; next: string | null }> {
  return query(caller, workspace, async (inside) => {
    const permit = managing(inside);
    if (!permit.ok) return permit;
    const after = readCursor("newest", page.after, timeKey);
    if (!after.ok) return after;
    const found = await db.listWebhooks(inside.tx, permit.value, {
      limit: page.limit + 1,
      after: after.value,
    });
    const { rows, next } = pageOf(found, page.limit, "newest");
    return ok({ items: rows.map((row) => webhookAnswer(row, inside.at)), next });
  });
}

export function read(caller: Caller, workspace: string, id: string): Outcome<Webhook> {
  return query(caller, workspace, async (inside) => {
    const held = await managed(inside, id);
    return held.ok ? ok(webhookAnswer(held.value.webhook, inside.at)) : held;
  });
}

/**
 * Makes a webhook, which is told of what happens from now on; its secret is in this answer only. The same `id` again
 * answers the webhook that is there, without its secret.
 */
export function create(caller: Caller, workspace: string, input: WebhookCreate): Outcome<Webhook> {
  return command(caller, workspace, async (inside) => {
    const { tx, at, journal } = inside;
    const granted = managing(inside);
    if (!granted.ok) return granted;
    const permit = granted.value;
    const id = input.id ?? newId();
    const existing = input.id === undefined ? null : await db.findWebhook(tx, permit, id);
    if (existing) return ok(webhookAnswer(existing, at));
    const errors = await problemsOf(inside, input);
    if (errors.length > 0) return fail({ kind: "invalid", errors });
    if ((await db.countWebhooks(tx, permit)) >= MOST_WEBHOOKS) return fail(tooMany);
    const secret = newSecret();
    const sealed = sealSecret({ workspaceId: permit.workspaceId, webhookId: id }, secret);
    const cursor = await newestEvent(tx, permit);
    const { url, description, events, projectId } = input;
    await db.insertWebhook(
      tx,
      permit,
      { id, url, description, events, projectId, secret: sealed, cursor },
      at,
    );
    record(journal, "webhook.created", id, { host: hostOf(url), events, projectId });
    return answerNow(inside, permit, id, secret);
  });
}

const tooMany: Failure = {
  kind: "conflict",
  code: "too-many-webhooks",
  detail: `A workspace has ${MOST_WEBHOOKS} webhooks at most. Remove one that is not needed.`,
};

export function remove(caller: Caller, workspace: string, id: string, revision: number): Outcome<null> {
  return command(caller, workspace, async (inside) => {
    const held = await changeable(inside, id, revision);
    if (!held.ok) return held;
    const { permit, webhook } = held.value;
    await db.deleteWebhook(inside.tx, permit, id);
    record(inside.journal, "webhook.removed", id, { host: hostOf(webhook.url) });
    return ok(null);
  });
}

/** What cannot be asked for: an address that nothing is sent to, a project that is not there. */
export async function problemsOf(
  { tx, permit }: Inside,
  { url, projectId }: { readonly url?: string | undefined; readonly projectId?: string | null | undefined },
): Promise<FieldError[]> {
  const problem = url === undefined ? null : addressProblem(url, outboundRules());
  const isThere = projectId == null || (await db.isProjectHere(tx, permit, projectId));
  return [
    ...(problem === null
      ? []
      : [{ pointer: "/url", message: `Nothing is sent to this address: ${problem}` }]),
    ...(isThere ? [] : [{ pointer: "/projectId", message: "is no project of this workspace" }]),
  ];
}

/** The webhook as it is now, with the secret that was just made for it. */
export async function answerNow(
  { tx, at }: Inside,
  permit: Managing,
  id: string,
  secret?: string,
): Outcome<Webhook> {
  const webhook = await db.findWebhook(tx, permit, id);
  if (!webhook) return fail(notFound("webhook"));
  return ok({ ...webhookAnswer(webhook, at), ...(secret !== undefined && { secret }) });
}

type Detail = Parameters<Journal["audit"]>[0]["detail"];

/** On the record: never with a secret, nor with more of an address than its host. */
export function record(journal: Journal, action: string, id: string, detail: Detail): void {
  journal.audit({ action, objectType: "webhook", objectId: id, detail });
}
