import { reopenClaim } from "#lib/contracts/routes/claims.ts";
import { reopen } from "#lib/services/claims/transitions.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(reopenClaim, ({ caller, params, ifMatch, body }) =>
  reopen(caller, params.w, params.c, ifMatch, body),
);

export * from "#lib/web/other-methods.ts";
