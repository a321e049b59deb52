import { readFirstOwnerLink } from "#lib/contracts/routes/identity.ts";
import * as firstOwner from "#lib/services/identity/first-owner.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(readFirstOwnerLink, async ({ body }) =>
  firstOwner.readFirstOwnerLink(body.token),
);

export * from "#lib/web/other-methods.ts";
