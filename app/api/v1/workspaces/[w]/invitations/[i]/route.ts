import { revokeInvitation } from "#lib/contracts/routes/identity.ts";
import * as invitations from "#lib/services/identity/invitations.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const DELETE = defineRoute(revokeInvitation, ({ caller, params }) =>
  invitations.revoke(caller, params.w, params.i),
);

export * from "#lib/web/other-methods.ts";
