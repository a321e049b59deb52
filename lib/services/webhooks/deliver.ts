import { type SystemPermit, systemPermit } from "#lib/authz/system.ts";
import type { Tx } from "#lib/db/client.ts";
import { eventsNumbered } from "#lib/db/events.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import * as deliveries from "#lib/db/webhook-deliveries.ts";
import { forgetFailing, holdForSending, noteAttempt, type SendingWebhook } from "#lib/db/webhooks.ts";
import { type Clock, systemClock } from "#lib/platform/clock.ts";
import { environment } from "#lib/platform/environment.ts";
import { log } from "#lib/platform/log.ts";
import { type OutboundAnswer, type Resolve, send } from "#lib/platform/outbound.ts";
import { type OutboundRules, strictRules } from "#lib/platform/outbound-rules.ts";
import { isToldTo } from "../events/visible.ts";
import { systemCommand } from "../jobs/system-command.ts";
import { actorsOf } from "./holders.ts";
import { type Outcome, outcomeOf, PATIENCE } from "./outcome.ts";
import { openSecret } from "./secret.ts";
import { signedHeaders } from "./signature.ts";
import { switchOff } from "./switch-off.ts";
import { isAbleHolder } from "./told.ts";

/** For one request, from its name to the end of its answer. */
const TIMEOUT = 10_000;
/** Well over the longest request: what a process took and died with is taken again after it. */
export const LEASE = 60_000;
/** Requests to one receiver at a time, over all processes; one that does not answer is asked singly. */
const MOST_AT_ONCE = 4;
const MOST_BYTES = 4_096;

/** What a test brings of its own. */
export type Sending = {
  readonly clock?: Clock;
  readonly rules?: OutboundRules;
  readonly resolve?: Resolve;
  readonly timeoutMs?: number;
  readonly random?: () => number;
};

type Permit = SystemPermit<string>;
type Webhook = Pick<SendingWebhook, "id" | "url">;
/** A delivery taken, with what signs it; or why it is not sent. */
type Job =
  | {
      readonly kind: "send";
      readonly taken: deliveries.Taken;
      readonly webhook: Webhook;
      readonly secrets: readonly string[];
    }
  | { readonly kind: "withhold"; readonly taken: deliveries.Taken }
  | {
      readonly kind: "switch-off";
      readonly webhook: Webhook;
      readonly reason: "holder_left" | "secret_unreadable";
    };

/** Public addresses, and whatever the installation's settings name. */
export function outboundRules(): OutboundRules {
  return { ...strictRules, allow: environment().SOURCELINE_WEBHOOK_ALLOW };
}

/** Sends whatever one webhook has due, a few at a time, until nothing is. Never throws. */
export async function deliverDue(
  workspaceId: string,
  webhookId: string,
  sending: Sending = {},
): Promise<void> {
  const permit = systemPermit("webhooks", workspaceId);
  const line = async () => {
    while (await deliverOne(permit, webhookId, sending));
  };
  const lines = await Promise.allSettled(Array.from({ length: MOST_AT_ONCE }, line));
  for (const ended of lines) {
    if (ended.status === "rejected")
      log().error({ err: ended.reason, webhookId }, "a webhook could not be sent");
  }
}

/** False where nothing was to be sent. */
async function deliverOne(permit: Permit, webhookId: string, sending: Sending): Promise<boolean> {
  const { clock = systemClock, random = Math.random } = sending;
  const job = await inWorkspace(permit, (tx) => take(tx, permit, webhookId, clock()));
  if (job === null) return false;
  if (job.kind === "switch-off") {
    await systemCommand(permit, clock(), (inside) => switchOff(inside, job.webhook, job.reason));
    return false;
  }
  if (job.kind === "withhold") {
    await inWorkspace(permit, async (tx) => {
      await deliveries.settleDelivery(tx, permit, job.taken, withheld, clock());
      await forgetFailing(tx, permit, webhookId);
    });
    return true;
  }
  const { taken, webhook } = job;
  const answer = await post(job, sending);
  const { attempts, eventNumber } = taken;
  const tried = { attempts, isTest: eventNumber === null, at: clock(), random: random() };
  await settle(permit, webhook, taken, outcomeOf(answer, tried), tried.at);
  return true;
}

/** The next delivery of a webhook, taken for as long as a lease; its event is judged anew, as it is now. */
async function take(tx: Tx, permit: Permit, webhookId: string, at: Date): Promise<Job | null> {
  const webhook = await holdForSending(tx, permit, webhookId);
  if (!webhook) return null;
  const holder = (await actorsOf(tx, permit, [webhook.holderId])).get(webhook.holderId) ?? null;
  if (!isAbleHolder(holder)) return { kind: "switch-off", webhook, reason: "holder_left" };
  const secrets = secretsOf(permit.workspaceId, webhook, at);
  if (secrets === null) return { kind: "switch-off", webhook, reason: "secret_unreadable" };
  const taken = await deliveries.takeDue(tx, permit, webhookId, {
    at,
    until: new Date(at.getTime() + LEASE),
    most: webhook.failingSince === null ? MOST_AT_ONCE : 1,
  });
  if (!taken) return null;
  if (taken.eventNumber === null) return { kind: "send", taken, webhook, secrets };
  const [event] = await eventsNumbered(tx, permit, [taken.eventNumber]);
  const isTold = event !== undefined && isToldTo(holder, event);
  return isTold ? { kind: "send", taken, webhook, secrets } : { kind: "withhold", taken };
}

const withheld: deliveries.Settled = {
  ...{ state: "given_up", nextAt: null, status: null, response: null },
  error: "Not sent: whoever the webhook is told for may not see what this is about any more.",
};

/** The secret, and the one before for as long as it stands; null where it cannot be read. */
function secretsOf(workspaceId: string, webhook: SendingWebhook, at: Date): readonly string[] | null {
  const { id: webhookId, secret, oldSecret, oldSecretUntil } = webhook;
  const current = openSecret({ workspaceId, webhookId }, secret);
  if (current === null) return null;
  const isOld = oldSecret !== null && oldSecretUntil !== null && new Date(oldSecretUntil) > at;
  const old = isOld ? openSecret({ workspaceId, webhookId }, oldSecret) : null;
  return old === null ? [current] : [current, old];
}

function post(
  { taken, webhook, secrets }: Extract<Job, { kind: "send" }>,
  sending: Sending,
): Promise<OutboundAnswer> {
  const { clock = systemClock, rules = outboundRules(), resolve, timeoutMs = TIMEOUT } = sending;
  const { id, body } = taken;
  return send({
    ...{ url: webhook.url, method: "POST", body, timeoutMs, maxBytes: MOST_BYTES, rules },
    headers: {
      "content-type": "application/json",
      "user-agent": "Sourceline",
      ...signedHeaders({ id, at: clock(), body }, secrets),
    },
    ...(resolve && { resolve }),
  });
}

/** Writes down how it went; after a day of nothing, or of a receiver that is gone, the webhook is switched off. */
async function settle(
  permit: Permit,
  webhook: Webhook,
  taken: deliveries.Taken,
  outcome: Outcome,
  at: Date,
): Promise<void> {
  const isDelivered = outcome.state === "delivered";
  const failingSince = await inWorkspace(permit, async (tx) => {
    await deliveries.settleDelivery(tx, permit, taken, outcome, at);
    // A test that fails is no sign that what is to be told does.
    if (taken.eventNumber === null && !isDelivered) return null;
    return noteAttempt(tx, permit, webhook.id, isDelivered, at);
  });
  const isFailing = failingSince !== null && at.getTime() - failingSince.getTime() >= PATIENCE;
  if (!outcome.isGone && !isFailing) return;
  const reason = outcome.isGone ? "gone" : "failing";
  await systemCommand(permit, at, (inside) => switchOff(inside, webhook, reason));
}
