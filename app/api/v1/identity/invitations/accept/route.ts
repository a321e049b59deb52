import { acceptInvitation } from "#lib/contracts/routes/identity.ts";
import * as joining from "#lib/services/identity/joining.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(acceptInvitation, async ({ caller, body }) => joining.accept(caller, body));

export * from "#lib/web/other-methods.ts";
