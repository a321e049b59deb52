import * as contract from "#lib/contracts/routes/webhooks.ts";
import { create, list } from "#lib/services/webhooks/webhooks.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(contract.listWebhooks, ({ caller, params, query }) =>
  list(caller, params.w, query),
);
export const POST = defineRoute(contract.createWebhook, ({ caller, params, body }) =>
  create(caller, params.w, body),
);

export * from "#lib/web/other-methods.ts";
