import { disabledReasons, type Webhook, type WebhookDelivery } from "#lib/contracts/webhooks.ts";
import type { DeliveryRow } from "#lib/db/webhook-deliveries.ts";
import type { WebhookRow } from "#lib/db/webhooks.ts";

/** A webhook as whoever manages it is answered: never with a secret, but where it was just made. */
export function webhookAnswer(row: WebhookRow, at: Date): Webhook {
  const { id, url, description, projectId, isActive, createdBy, holderId, waiting, revision } = row;
  const { disabledAt, failingSince, lastDeliveredAt, createdAt, updatedAt } = row;
  const isOldSigning = row.oldSecretUntil !== null && new Date(row.oldSecretUntil) > at;
  const oldSecretUntil = isOldSigning ? row.oldSecretUntil : null;
  const disabledReason = disabledReasons.find((one) => one === row.disabledReason) ?? null;
  return {
    ...{ id, url, description, events: [...row.events], projectId, isActive, disabledReason, disabledAt },
    ...{ createdBy, holderId, lastEvent: row.cursor, waiting, failingSince, lastDeliveredAt },
    ...{ oldSecretUntil, revision, createdAt, updatedAt },
  };
}

/** A delivery; without what its event was about where the reader may not know of it. */
export function deliveryAnswer(row: DeliveryRow, isTold: boolean): WebhookDelivery {
  const { id, webhookId, eventNumber, state, attempts, nextAt, lastAt, lastStatus, lastError } = row;
  const { createdAt, deliveredAt } = row;
  return {
    ...{ id, webhookId, eventNumber, state, attempts, nextAt, lastAt, lastStatus, lastError },
    ...{ createdAt, deliveredAt },
    type: isTold ? row.kind : null,
    request: isTold ? row.body : null,
    // A receiver may say again what it was told.
    response: isTold ? row.response : null,
  };
}
