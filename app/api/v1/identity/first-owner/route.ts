import { createFirstOwner } from "#lib/contracts/routes/identity.ts";
import * as firstOwner from "#lib/services/identity/first-owner.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(createFirstOwner, async ({ body }) => firstOwner.createFirstOwner(body));

export * from "#lib/web/other-methods.ts";
