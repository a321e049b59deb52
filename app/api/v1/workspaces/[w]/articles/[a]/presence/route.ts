import { sayPresence } from "#lib/contracts/routes/presence.ts";
import { say } from "#lib/services/events/presence.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(sayPresence, ({ caller, params, body }) =>
  say(caller, params.w, params.a, body),
);

export * from "#lib/web/other-methods.ts";
