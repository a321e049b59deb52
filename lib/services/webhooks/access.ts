import { fail, ok, type Result } from "#core/result.ts";
import { authorize, type Permit } from "#lib/authz/authorize.ts";
import { findWebhook, type WebhookRow } from "#lib/db/webhooks.ts";
import { type Failure, notFound } from "../failure.ts";
import type { Inside } from "../workspace.ts";
import { webhookAnswer } from "./answer.ts";

export type Managing = Permit<"webhook:manage">;

/** Leave to manage the workspace's webhooks; whoever has none learns of no webhook. */
export function managing({ actor }: Inside): Result<Managing, Failure> {
  const granted = authorize("webhook:manage", actor, { workspaceId: actor.workspaceId });
  return granted.ok ? granted : fail(notFound("webhook"));
}

type Held = { readonly permit: Managing; readonly webhook: WebhookRow };

/** One webhook, for whoever may manage it. */
export async function managed(
  inside: Inside,
  id: string,
  { lock = false } = {},
): Promise<Result<Held, Failure>> {
  const permit = managing(inside);
  if (!permit.ok) return permit;
  const webhook = await findWebhook(inside.tx, permit.value, id, { lock });
  return webhook ? ok({ permit: permit.value, webhook }) : fail(notFound("webhook"));
}

/** The same to change it, held until the transaction ends. `revision` is the one the caller has read. */
export async function changeable(
  inside: Inside,
  id: string,
  revision: number,
): Promise<Result<Held, Failure>> {
  const held = await managed(inside, id, { lock: true });
  if (!held.ok || held.value.webhook.revision === revision) return held;
  return fail({ kind: "stale", current: webhookAnswer(held.value.webhook, inside.at) });
}

/** One that sends: what is asked of one that is off would wait for ever. */
export async function sendable(inside: Inside, id: string): Promise<Result<Held, Failure>> {
  const held = await managed(inside, id, { lock: true });
  if (!held.ok || held.value.webhook.isActive) return held;
  return fail({
    kind: "conflict",
    code: "webhook-inactive",
    detail: "The webhook is switched off. Switch it on before sending anything to it.",
  });
}
