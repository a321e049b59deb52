import { fail, type Result } from "#core/result.ts";
import { isAllowed } from "#lib/authz/authorize.ts";
import type { Webhook, WebhookPatch } from "#lib/contracts/webhooks.ts";
import { newestEvent } from "#lib/db/events.ts";
import { membersAmong } from "#lib/db/identity/members.ts";
import { restartWaiting } from "#lib/db/webhook-deliveries.ts";
import * as db from "#lib/db/webhooks.ts";
import type { Caller } from "../caller.ts";
import type { Failure } from "../failure.ts";
import { command, type Inside } from "../workspace.ts";
import { changeable } from "./access.ts";
import { newSecret, sealSecret } from "./secret.ts";
import { hostOf } from "./switch-off.ts";
import { answerNow, problemsOf, record } from "./webhooks.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** So long both secrets sign, for receivers to learn the new one. */
const BOTH_SIGN = 86_400_000;

/**
 * Changes a webhook. Whoever names another address is the one it is told for from then on: nobody has what another may
 * see sent to themselves. Switched on again it is told of what happens from now on, and what waited begins anew.
 */
export function change(
  caller: Caller,
  workspace: string,
  id: string,
  revision: number,
  patch: WebhookPatch,
): Outcome<Webhook> {
  return command(caller, workspace, async (inside) => {
    const { tx, at, journal } = inside;
    const held = await changeable(inside, id, revision);
    if (!held.ok) return held;
    const { permit, webhook } = held.value;
    const errors = await problemsOf(inside, patch);
    if (errors.length > 0) return fail({ kind: "invalid", errors });
    const { isActive, ...given } = patch;
    const isNewAddress = given.url !== undefined && given.url !== webhook.url;
    const holder = isNewAddress ? { holderId: inside.actor.userId } : {};
    const fields = definedOf(given);
    await db.updateWebhook(
      tx,
      permit,
      id,
      { ...fields, ...holder, ...(await switched(inside, webhook, isActive)) },
      at,
    );
    if (isActive && !webhook.isActive) await restartWaiting(tx, permit, id, at);
    record(journal, "webhook.changed", id, detailOf(fields, isActive));
    return answerNow(inside, permit, id);
  });
}

/** Without what was left out, which says something else than null does. */
function definedOf({ url, description, events, projectId }: Omit<WebhookPatch, "isActive">) {
  return {
    ...(url !== undefined && { url }),
    ...(description !== undefined && { description }),
    ...(events !== undefined && { events }),
    ...(projectId !== undefined && { projectId }),
  };
}

function detailOf({ url, ...fields }: ReturnType<typeof definedOf>, isActive: boolean | undefined) {
  return {
    ...fields,
    ...(url === undefined ? {} : { host: hostOf(url) }),
    ...(isActive === undefined ? {} : { isActive }),
  };
}

async function switched(
  inside: Inside,
  webhook: db.WebhookRow,
  isActive: boolean | undefined,
): Promise<db.WebhookChange> {
  if (isActive === undefined || isActive === webhook.isActive) return {};
  const { tx, permit, actor, at } = inside;
  if (!isActive) return { isActive, disabledReason: "switched_off", disabledAt: at };
  const [holder] = await membersAmong(tx, permit, [webhook.holderId]);
  const { workspaceId } = actor;
  const isAble = holder && isAllowed("webhook:manage", { ...holder, workspaceId }, { workspaceId });
  return {
    ...{ isActive, disabledReason: null, disabledAt: null, failingSince: null },
    cursor: await newestEvent(tx, permit),
    ...(!isAble && { holderId: actor.userId }),
  };
}

/** Gives a webhook a new secret, in this answer only. For a day the one before signs as well. */
export function rotateSecret(
  caller: Caller,
  workspace: string,
  id: string,
  revision: number,
): Outcome<Webhook> {
  return command(caller, workspace, async (inside) => {
    const { tx, at, journal } = inside;
    const held = await changeable(inside, id, revision);
    if (!held.ok) return held;
    const { permit, webhook } = held.value;
    const secret = newSecret();
    const sealed = sealSecret({ workspaceId: permit.workspaceId, webhookId: id }, secret);
    const oldSecretUntil = new Date(at.getTime() + BOTH_SIGN);
    await db.updateWebhook(tx, permit, id, { secret: sealed, oldSecret: webhook.secret, oldSecretUntil }, at);
    record(journal, "webhook.secret-rotated", id, { host: hostOf(webhook.url) });
    return answerNow(inside, permit, id, secret);
  });
}
