import { revokeSessions } from "#lib/contracts/routes/identity.ts";
import * as sessions from "#lib/services/identity/sessions.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(revokeSessions, ({ caller, body }) => sessions.revokeAll(caller, body));

export * from "#lib/web/other-methods.ts";
