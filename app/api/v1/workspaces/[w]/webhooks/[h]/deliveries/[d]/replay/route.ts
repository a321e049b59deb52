import { replayWebhookDelivery } from "#lib/contracts/routes/webhooks.ts";
import { replayOne } from "#lib/services/webhooks/deliveries.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(replayWebhookDelivery, ({ caller, params }) =>
  replayOne(caller, params.w, params.h, params.d),
);

export * from "#lib/web/other-methods.ts";
