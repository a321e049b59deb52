import { acceptProposal } from "#lib/contracts/routes/claims.ts";
import { acceptProposal as accept } from "#lib/services/claims/accept-proposal.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(acceptProposal, ({ caller, params, ifMatch }) =>
  accept(caller, params.w, params.c, ifMatch),
);

export * from "#lib/web/other-methods.ts";
