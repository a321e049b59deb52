import { publishCodebook } from "#lib/contracts/routes/codebooks.ts";
import { publish } from "#lib/services/codebooks/publish.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(publishCodebook, ({ caller, params, ifMatch, body }) =>
  publish(caller, params.w, params.k, ifMatch, body),
);

export * from "#lib/web/other-methods.ts";
