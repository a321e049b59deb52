import { readPasswordReset } from "#lib/contracts/routes/identity.ts";
import * as passwords from "#lib/services/identity/passwords.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(readPasswordReset, async ({ body }) => passwords.readReset(body.token));

export * from "#lib/web/other-methods.ts";
