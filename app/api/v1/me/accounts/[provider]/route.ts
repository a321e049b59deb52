import { unlinkAccount } from "#lib/contracts/routes/identity.ts";
import * as external from "#lib/services/identity/external.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const DELETE = defineRoute(unlinkAccount, ({ caller, params }) =>
  external.unlink(caller, params.provider),
);

export * from "#lib/web/other-methods.ts";
