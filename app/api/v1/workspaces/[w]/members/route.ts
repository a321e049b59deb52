import { listMembers } from "#lib/contracts/routes/identity.ts";
import * as members from "#lib/services/identity/members.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listMembers, ({ caller, params, query }) =>
  members.list(caller, params.w, query),
);

export * from "#lib/web/other-methods.ts";
