import { revokeSession } from "#lib/contracts/routes/identity.ts";
import * as sessions from "#lib/services/identity/sessions.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const DELETE = defineRoute(revokeSession, ({ caller, params }) => sessions.revoke(caller, params.id));

export * from "#lib/web/other-methods.ts";
