import { listWebhookDeliveries } from "#lib/contracts/routes/webhooks.ts";
import { list } from "#lib/services/webhooks/deliveries.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listWebhookDeliveries, ({ caller, params, query }) =>
  list(caller, params.w, params.h, query),
);

export * from "#lib/web/other-methods.ts";
