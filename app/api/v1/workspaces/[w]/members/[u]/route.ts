import { changeMember, removeMember } from "#lib/contracts/routes/identity.ts";
import * as members from "#lib/services/identity/members.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const PATCH = defineRoute(changeMember, ({ caller, params, body }) =>
  members.changeRole(caller, params.w, params.u, body.role),
);
export const DELETE = defineRoute(removeMember, ({ caller, params }) =>
  members.remove(caller, params.w, params.u),
);

export * from "#lib/web/other-methods.ts";
