import { createToken, listTokens } from "#lib/contracts/routes/identity.ts";
import * as tokens from "#lib/services/identity/tokens.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listTokens, ({ caller, query }) => tokens.list(caller, query));
export const POST = defineRoute(createToken, ({ caller, body }) => tokens.create(caller, body));

export * from "#lib/web/other-methods.ts";
