import { rotateWebhookSecret } from "#lib/contracts/routes/webhooks.ts";
import { rotateSecret } from "#lib/services/webhooks/change.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(rotateWebhookSecret, ({ caller, params, ifMatch }) =>
  rotateSecret(caller, params.w, params.h, ifMatch),
);

export * from "#lib/web/other-methods.ts";
