import { requestSignInLink } from "#lib/contracts/routes/identity.ts";
import * as emailLinks from "#lib/services/identity/email-links.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(requestSignInLink, async ({ body }) => emailLinks.request(body.email));

export * from "#lib/web/other-methods.ts";
