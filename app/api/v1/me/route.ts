import { changeMe, getMe } from "#lib/contracts/routes/identity.ts";
import * as me from "#lib/services/identity/me.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getMe, ({ caller }) => me.read(caller));
export const PATCH = defineRoute(changeMe, ({ caller, body }) => me.rename(caller, body.name));

export * from "#lib/web/other-methods.ts";
