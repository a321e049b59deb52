import { withdrawClaim } from "#lib/contracts/routes/claims.ts";
import { withdraw } from "#lib/services/claims/transitions.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(withdrawClaim, ({ caller, params, ifMatch }) =>
  withdraw(caller, params.w, params.c, ifMatch),
);

export * from "#lib/web/other-methods.ts";
