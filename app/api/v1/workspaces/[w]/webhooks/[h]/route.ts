import * as contract from "#lib/contracts/routes/webhooks.ts";
import { change } from "#lib/services/webhooks/change.ts";
import { read, remove } from "#lib/services/webhooks/webhooks.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.getWebhook, ({ caller, params }) => read(caller, params.w, params.h));
export const PATCH = defineRoute(contract.changeWebhook, ({ caller, params, ifMatch, body }) =>
  change(caller, params.w, params.h, ifMatch, body),
);
export const DELETE = defineRoute(contract.removeWebhook, ({ caller, params, ifMatch }) =>
  remove(caller, params.w, params.h, ifMatch),
);

export * from "#lib/web/other-methods.ts";
