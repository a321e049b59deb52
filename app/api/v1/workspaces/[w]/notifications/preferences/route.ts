import {
  getNotificationPreferences,
  setNotificationPreferences,
} from "#lib/contracts/routes/notifications.ts";
import { preferences, setPreferences } from "#lib/services/notifications/notifications.ts";
import { defineRoute } from "#lib/web/define-route.ts";

export const GET = defineRoute(getNotificationPreferences, ({ caller, params }) =>
  preferences(caller, params.w),
);
export const PUT = defineRoute(setNotificationPreferences, ({ caller, params, body }) =>
  setPreferences(caller, params.w, body),
);

export * from "#lib/web/other-methods.ts";
