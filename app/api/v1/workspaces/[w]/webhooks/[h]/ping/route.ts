import { pingWebhook } from "#lib/contracts/routes/webhooks.ts";
import { ping } from "#lib/services/webhooks/deliveries.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(pingWebhook, ({ caller, params }) => ping(caller, params.w, params.h));

export * from "#lib/web/other-methods.ts";
