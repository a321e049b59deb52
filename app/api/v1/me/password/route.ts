import { headers } from "next/headers";
import { changePassword } from "#lib/contracts/routes/identity.ts";
import * as passwords from "#lib/services/identity/passwords.ts";
import { clientAddress } from "#lib/web/auth-address.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(changePassword, async ({ caller, body }) =>
  passwords.change(caller, body, clientAddress(await headers())),
);

export * from "#lib/web/other-methods.ts";
