import { restoreClaim } from "#lib/contracts/routes/claims.ts";
import { restore } from "#lib/services/claims/restore.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(restoreClaim, ({ caller, params, ifMatch, body }) =>
  restore(caller, params.w, params.c, ifMatch, body.revision),
);

export * from "#lib/web/other-methods.ts";
