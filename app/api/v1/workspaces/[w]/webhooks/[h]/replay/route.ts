import { replayWebhook } from "#lib/contracts/routes/webhooks.ts";
import { replaySince } from "#lib/services/webhooks/deliveries.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(replayWebhook, ({ caller, params, body }) =>
  replaySince(caller, params.w, params.h, body),
);

export * from "#lib/web/other-methods.ts";
