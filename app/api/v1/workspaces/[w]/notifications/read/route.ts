import { readNotifications } from "#lib/contracts/routes/notifications.ts";
import { read } from "#lib/services/notifications/notifications.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const POST = defineRoute(readNotifications, ({ caller, params, body }) =>
  read(caller, params.w, body),
);

export * from "#lib/web/other-methods.ts";
