import { resetPassword } from "#lib/contracts/routes/identity.ts";
import * as passwords from "#lib/services/identity/passwords.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(resetPassword, async ({ body }) => passwords.reset(body));

export * from "#lib/web/other-methods.ts";
