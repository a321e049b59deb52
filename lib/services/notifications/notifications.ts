import { ok, type Result } from "#core/result.ts";
import type {
  NotificationPreferences,
  NotificationsPage,
  NotificationsQuery,
  ReadInput,
} from "#lib/contracts/notifications.ts";
import * as db from "#lib/db/notifications.ts";
import type { Caller } from "../caller.ts";
import { pageOf, readCursor, timeKey } from "../cursor.ts";
import type { Failure } from "../failure.ts";
import { command, query } from "../workspace.ts";

const ORDER = "newest";

/** Who has said nothing about it hears once a day. */
const unsaid: NotificationPreferences = {
  email: "digest",
  digestHour: 7,
  quietFrom: 0,
  quietTo: 0,
  timeZone: "UTC",
};

/** What the caller was told, newest first. */
export function list(
  caller: Caller,
  workspace: string,
  { limit, after, unread }: NotificationsQuery,
): Promise<Result<NotificationsPage, Failure>> {
  return query(caller, workspace, async ({ tx, permit }) => {
    const cursor = readCursor(ORDER, after, timeKey);
    if (!cursor.ok) return cursor;
    const isUnreadOnly = unread === "true";
    const found = await db.notificationsOf(tx, permit, {
      isUnreadOnly,
      limit: limit + 1,
      after: cursor.value,
    });
    const { rows, next } = pageOf(found, limit, ORDER);
    const items = rows.map(({ sortKey: _sortKey, detail, ...row }) => ({ ...row, detail: { ...detail } }));
    return ok({ items, next, unread: await db.countUnread(tx, permit) });
  });
}

/** Marks some or all of what the caller was told as read; answers what is left. Nobody else hears of it. */
export function read(
  caller: Caller,
  workspace: string,
  { ids }: ReadInput,
): Promise<Result<{ unread: number }, Failure>> {
  return command(caller, workspace, async ({ tx, permit, at }) => {
    await db.markRead(tx, permit, ids ?? null, at);
    return ok({ unread: await db.countUnread(tx, permit) });
  });
}

export function preferences(
  caller: Caller,
  workspace: string,
): Promise<Result<NotificationPreferences, Failure>> {
  return query(caller, workspace, async ({ tx, permit, actor }) =>
    ok((await db.preferenceOf(tx, permit, actor.userId)) ?? unsaid),
  );
}

export function setPreferences(
  caller: Caller,
  workspace: string,
  preference: NotificationPreferences,
): Promise<Result<NotificationPreferences, Failure>> {
  return command(caller, workspace, async ({ tx, permit, actor, at }) => {
    await db.savePreference(tx, permit, actor.userId, preference, at);
    return ok(preference);
  });
}
