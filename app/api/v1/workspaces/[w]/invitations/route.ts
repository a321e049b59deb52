import { createInvitation, listInvitations } from "#lib/contracts/routes/identity.ts";
import * as invitations from "#lib/services/identity/invitations.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listInvitations, ({ caller, params, query }) =>
  invitations.list(caller, params.w, query),
);
export const POST = defineRoute(createInvitation, ({ caller, params, body }) =>
  invitations.create(caller, params.w, body),
);

export * from "#lib/web/other-methods.ts";
