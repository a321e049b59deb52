import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { layerIsVisible } from "./layers.ts";
import { projectIsVisible } from "./projects.ts";

/** Something a person is told. */
export type NewNotification = {
  readonly id: string;
  readonly userId: string;
  readonly kind: string;
  readonly actorId: string | null;
  readonly articleId: string | null;
  readonly claimId: string | null;
  readonly commentId: string | null;
  readonly assignmentId: string | null;
  readonly detail: { readonly [key: string]: string };
};

export type StoredNotification = Omit<NewNotification, "userId"> & {
  readonly articleTitle: string | null;
  readonly claimStatement: string | null;
  readonly createdAt: string;
  readonly readAt: string | null;
  readonly sortKey: string;
};

export type PreferenceRow = {
  readonly email: "off" | "digest" | "at_once";
  readonly digestHour: number;
  readonly quietFrom: number;
  readonly quietTo: number;
  readonly timeZone: string;
};

export async function insertNotifications(
  tx: Tx,
  { workspaceId }: AnyPermit | SystemPermit<string>,
  rows: readonly NewNotification[],
  at: Date,
): Promise<void> {
  await tx.notification.createMany({
    data: rows.map((row) => ({ ...row, detail: { ...row.detail }, workspaceId, createdAt: at })),
  });
}

/** SQL for "the reader may still know of notification `n`": what somebody lost sight of is not told any more. */
export const stillSeen = (reader: Pick<AnyPermit, "actorId" | "role">) => Prisma.sql`
  ((n.article_id is null or exists (select from articles a
    join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    where a.workspace_id = n.workspace_id and a.id = n.article_id and a.trashed_at is null and ${projectIsVisible(reader)}))
  and (n.claim_id is null or exists (select from claims c
    join layers l on l.workspace_id = c.workspace_id and l.id = c.layer_id
    where c.workspace_id = n.workspace_id and c.id = n.claim_id and ${layerIsVisible(reader)})))`;

const utc = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What the permit's holder was told, newest first. */
export function notificationsOf(
  tx: Tx,
  permit: AnyPermit,
  page: {
    readonly isUnreadOnly: boolean;
    readonly limit: number;
    readonly after: { readonly key: string; readonly id: string } | null;
  },
): Promise<StoredNotification[]> {
  const after = page.after
    ? Prisma.sql`and (n.created_at, n.id) < (${page.after.key}::timestamptz, ${page.after.id}::uuid)`
    : Prisma.empty;
  const unread = page.isUnreadOnly ? Prisma.sql`and n.read_at is null` : Prisma.empty;
  return tx.$queryRaw<StoredNotification[]>`
    select n.id::text, n.kind, n.actor_id::text as "actorId", n.article_id::text as "articleId",
      (select a.title from articles a where a.workspace_id = n.workspace_id and a.id = n.article_id) as "articleTitle",
      n.claim_id::text as "claimId",
      (select c.statement from claims c where c.workspace_id = n.workspace_id and c.id = n.claim_id) as "claimStatement",
      n.comment_id::text as "commentId", n.assignment_id::text as "assignmentId", n.detail,
      ${utc(Prisma.sql`n.created_at`)} as "createdAt", ${utc(Prisma.sql`n.read_at`)} as "readAt",
      n.created_at::text as "sortKey"
    from notifications n
    where n.workspace_id = ${permit.workspaceId}::uuid and n.user_id = ${permit.actorId}::uuid
      and ${stillSeen(permit)} ${unread} ${after}
    order by n.created_at desc, n.id desc limit ${page.limit}`;
}

export async function countUnread(tx: Tx, permit: AnyPermit): Promise<number> {
  const [row] = await tx.$queryRaw<{ unread: number }[]>`
    select count(*)::int as unread from notifications n
    where n.workspace_id = ${permit.workspaceId}::uuid and n.user_id = ${permit.actorId}::uuid
      and n.read_at is null and ${stillSeen(permit)}`;
  return row?.unread ?? 0;
}

/** Only what was told to the permit's holder: another's id marks nothing. */
export async function markRead(
  tx: Tx,
  { workspaceId, actorId: userId }: AnyPermit,
  ids: readonly string[] | null,
  at: Date,
): Promise<void> {
  const some = ids === null ? {} : { id: { in: [...ids] } };
  await tx.notification.updateMany({
    where: { workspaceId, userId, readAt: null, ...some },
    data: { readAt: at },
  });
}

const preferenceColumns = {
  email: true,
  digestHour: true,
  quietFrom: true,
  quietTo: true,
  timeZone: true,
} as const;

export function preferenceOf(
  tx: Tx,
  { workspaceId }: AnyPermit | SystemPermit<string>,
  userId: string,
): Promise<PreferenceRow | null> {
  return tx.notificationPreference.findUnique({
    where: { workspaceId_userId: { workspaceId, userId } },
    select: preferenceColumns,
  });
}

export async function savePreference(
  tx: Tx,
  { workspaceId }: AnyPermit | SystemPermit<string>,
  userId: string,
  preference: Partial<PreferenceRow>,
  at: Date,
): Promise<void> {
  await tx.notificationPreference.upsert({
    where: { workspaceId_userId: { workspaceId, userId } },
    create: { workspaceId, userId, ...preference, updatedAt: at },
    update: { ...preference, updatedAt: at },
  });
}
