import { listActivity } from "#lib/contracts/routes/activity.ts";
import { list } from "#lib/services/activity/activity.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listActivity, ({ caller, params, query }) => list(caller, params.w, query));

export * from "#lib/web/other-methods.ts";
