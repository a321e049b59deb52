import { submitClaim } from "#lib/contracts/routes/claims.ts";
import { submit } from "#lib/services/claims/transitions.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(submitClaim, ({ caller, params, ifMatch }) =>
  submit(caller, params.w, params.c, ifMatch),
);

export * from "#lib/web/other-methods.ts";
