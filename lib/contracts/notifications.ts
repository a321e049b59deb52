import { z } from "zod";
import { id, page, pageQuery, timestamp } from "./common.ts";

export const notification = z
  .object({
    id,
    kind: z.string().meta({
      description:
        "assigned, handed_over, returned, released, mention, decision, reply, comment or webhook_disabled",
    }),
    actorId: id.nullable(),
    articleId: id.nullable(),
    articleTitle: z.string().nullable(),
    claimId: id.nullable(),
    claimStatement: z.string().nullable(),
    commentId: id.nullable(),
    assignmentId: id.nullable(),
    detail: z.record(z.string(), z.string()),
    createdAt: timestamp,
    readAt: timestamp.nullable(),
  })
  .meta({ id: "Notification" });
export type Notification = z.infer<typeof notification>;

export const notificationsQuery = z.strictObject({
  ...pageQuery,
  unread: z.enum(["true", "false"]).optional().meta({ description: "Only what was not read yet" }),
});
export type NotificationsQuery = z.infer<typeof notificationsQuery>;
export const notificationsPage = z.object({ ...page(notification).shape, unread: z.int() });
export type NotificationsPage = z.infer<typeof notificationsPage>;

/** Without `ids` everything is read. */
export const readInput = z.strictObject({ ids: z.array(id).min(1).max(500).optional() });
export type ReadInput = z.infer<typeof readInput>;
export const unreadCount = z.object({ unread: z.int() });

const minute = z.int().min(0).max(1_439);
const isTimeZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

export const notificationPreferences = z
  .strictObject({
    email: z.enum(["off", "digest", "at_once"]),
    digestHour: z.int().min(0).max(23),
    quietFrom: minute.meta({ description: "Minutes after midnight; equal to quietTo for no quiet hours" }),
    quietTo: minute,
    timeZone: z.string().max(60).refine(isTimeZone, "is no time zone, such as Europe/Lisbon"),
  })
  .meta({ id: "NotificationPreferences" });
export type NotificationPreferences = z.infer<typeof notificationPreferences>;
