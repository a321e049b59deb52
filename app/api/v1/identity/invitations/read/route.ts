import { readInvitation } from "#lib/contracts/routes/identity.ts";
import * as joining from "#lib/services/identity/joining.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(readInvitation, async ({ caller, body }) => joining.read(caller, body.token));

export * from "#lib/web/other-methods.ts";
