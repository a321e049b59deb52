import { z } from "zod";
import { idOrSlug } from "../common.ts";
import {
  notificationPreferences,
  notificationsPage,
  notificationsQuery,
  readInput,
  unreadCount,
} from "../notifications.ts";
import { route } from "../route.ts";

const inWorkspace = z.strictObject({ w: idOrSlug });
const tag = "Notifications";

export const listNotifications = route({
  id: "listNotifications",
  method: "GET",
  path: "/workspaces/{w}/notifications",
  summary: "What you were told, newest first, with how much of it is unread",
  tag,
  scope: "read",
  params: inWorkspace,
  query: notificationsQuery,
  answer: notificationsPage,
});

export const readNotifications = route({
  id: "readNotifications",
  method: "POST",
  path: "/workspaces/{w}/notifications/read",
  summary: "Mark some, or all, as read",
  tag,
  scope: "read",
  params: inWorkspace,
  body: readInput,
  answer: unreadCount,
});

export const getNotificationPreferences = route({
  id: "getNotificationPreferences",
  method: "GET",
  path: "/workspaces/{w}/notifications/preferences",
  summary: "How you want to be told by e-mail",
  tag,
  scope: "read",
  params: inWorkspace,
  answer: notificationPreferences,
});

export const setNotificationPreferences = route({
  id: "setNotificationPreferences",
  method: "PUT",
  path: "/workspaces/{w}/notifications/preferences",
  summary:
    "Say how you want to be told by e-mail: at once, once a day or never, and when not to be disturbed",
  tag,
  scope: "write",
  params: inWorkspace,
  body: notificationPreferences,
  answer: notificationPreferences,
});
