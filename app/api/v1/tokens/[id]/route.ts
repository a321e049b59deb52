import { revokeToken } from "#lib/contracts/routes/identity.ts";
import * as tokens from "#lib/services/identity/tokens.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const DELETE = defineRoute(revokeToken, ({ caller, params }) => tokens.revoke(caller, params.id));

export * from "#lib/web/other-methods.ts";
