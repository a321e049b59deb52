import { listSessions } from "#lib/contracts/routes/identity.ts";
import * as sessions from "#lib/services/identity/sessions.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listSessions, ({ caller }) => sessions.list(caller));

export * from "#lib/web/other-methods.ts";
