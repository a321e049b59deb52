import { listNotifications } from "#lib/contracts/routes/notifications.ts";
import { list } from "#lib/services/notifications/notifications.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(listNotifications, ({ caller, params, query }) =>
  list(caller, params.w, query),
);

export * from "#lib/web/other-methods.ts";
