import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

type Program = SystemPermit<string>;
type Managing = Permit<"webhook:manage">;

/** A webhook as it is stored; its secrets are sealed. */
export type WebhookRow = {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  readonly events: readonly string[];
  readonly projectId: string | null;
  readonly isActive: boolean;
  readonly disabledReason: string | null;
  readonly disabledAt: string | null;
  readonly secret: string;
  readonly oldSecret: string | null;
  readonly oldSecretUntil: string | null;
  readonly createdBy: string;
  readonly holderId: string;
  readonly cursor: number;
  readonly waiting: number;
  readonly failingSince: string | null;
  readonly lastDeliveredAt: string | null;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
};

const utc = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = Prisma.sql`
  h.id::text, h.url, h.description, h.events, h.project_id::text as "projectId", h.is_active as "isActive",
  h.disabled_reason as "disabledReason", ${utc(Prisma.sql`h.disabled_at`)} as "disabledAt", h.secret,
  h.old_secret as "oldSecret", ${utc(Prisma.sql`h.old_secret_until`)} as "oldSecretUntil",
  h.created_by::text as "createdBy", h.holder_id::text as "holderId", h.cursor::float8 as cursor,
  (select count(*)::int from webhook_deliveries d where d.workspace_id = h.workspace_id and d.webhook_id = h.id
    and d.next_at is not null) as waiting,
  ${utc(Prisma.sql`h.failing_since`)} as "failingSince", ${utc(Prisma.sql`h.last_delivered_at`)} as "lastDeliveredAt",
  h.revision, ${utc(Prisma.sql`h.created_at`)} as "createdAt", ${utc(Prisma.sql`h.updated_at`)} as "updatedAt"`;

/** Newest first. */
export function listWebhooks(
  tx: Tx,
  { workspaceId }: Managing,
  page: { readonly limit: number; readonly after: { readonly key: string; readonly id: string } | null },
): Promise<(WebhookRow & { readonly sortKey: string })[]> {
  const after = page.after
    ? Prisma.sql`and (h.created_at, h.id) < (${page.after.key}::timestamptz, ${page.after.id}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw`
    select ${columns}, h.created_at::text as "sortKey" from webhooks h
    where h.workspace_id = ${workspaceId}::uuid ${after}
    order by h.created_at desc, h.id desc limit ${page.limit}`;
}

/** One webhook; held until the transaction ends with `lock`, so that two changes follow each other. */
export async function findWebhook(
  tx: Tx,
  { workspaceId }: Managing,
  id: string,
  { lock = false } = {},
): Promise<WebhookRow | null> {
  const [row] = await tx.$queryRaw<WebhookRow[]>`
    select ${columns} from webhooks h where h.workspace_id = ${workspaceId}::uuid and h.id = ${id}::uuid
    ${lock ? Prisma.sql`for no key update of h` : Prisma.empty}`;
  return row ?? null;
}

export type SendingWebhook = Pick<
  WebhookRow,
  "id" | "url" | "holderId" | "secret" | "oldSecret" | "oldSecretUntil" | "failingSince"
>;

/** One that is on, with what sending needs, held until the transaction ends. */
export async function holdForSending(
  tx: Tx,
  { workspaceId }: Program,
  id: string,
): Promise<SendingWebhook | null> {
  const [row] = await tx.$queryRaw<SendingWebhook[]>`
    select h.id::text, h.url, h.holder_id::text as "holderId", h.secret, h.old_secret as "oldSecret",
      ${utc(Prisma.sql`h.old_secret_until`)} as "oldSecretUntil", ${utc(Prisma.sql`h.failing_since`)} as "failingSince"
    from webhooks h where h.workspace_id = ${workspaceId}::uuid and h.id = ${id}::uuid and h.is_active
    for no key update of h`;
  return row ?? null;
}

export function countWebhooks(tx: Tx, { workspaceId }: Managing): Promise<number> {
  return tx.webhook.count({ where: { workspaceId } });
}

export type NewWebhook = Pick<
  WebhookRow,
  "id" | "url" | "description" | "events" | "projectId" | "secret" | "cursor"
>;

export async function insertWebhook(
  tx: Tx,
  { workspaceId, actorId }: Managing,
  { events, ...row }: NewWebhook,
  at: Date,
): Promise<void> {
  const by = { createdBy: actorId, holderId: actorId, createdAt: at, updatedAt: at };
  await tx.webhook.create({ data: { workspaceId, ...row, ...by, events: [...events] } });
}

export type WebhookChange = Partial<
  Pick<
    WebhookRow,
    "url" | "description" | "projectId" | "isActive" | "holderId" | "secret" | "oldSecret" | "cursor"
  >
> & {
  readonly events?: readonly string[];
  readonly disabledReason?: string | null;
  readonly disabledAt?: Date | null;
  readonly oldSecretUntil?: Date | null;
  readonly failingSince?: null;
};

/** Writes what is given and counts the revision up. */
export async function updateWebhook(
  tx: Tx,
  { workspaceId }: Managing,
  id: string,
  { events, ...change }: WebhookChange,
  at: Date,
): Promise<void> {
  await tx.webhook.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { ...change, ...(events && { events: [...events] }), revision: { increment: 1 }, updatedAt: at },
  });
}

export async function deleteWebhook(tx: Tx, { workspaceId }: Managing, id: string): Promise<void> {
  await tx.webhook.delete({ where: { workspaceId_id: { workspaceId, id } } });
}

/** Whether a project is one of the workspace's. */
export async function isProjectHere(tx: Tx, { workspaceId }: AnyPermit, id: string): Promise<boolean> {
  return (await tx.project.count({ where: { workspaceId, id } })) > 0;
}

export type Behind = Pick<WebhookRow, "id" | "url" | "events" | "projectId" | "holderId" | "cursor">;

/** Webhooks that were not looked through for the newest events, held until the transaction ends. */
export function holdBehind(tx: Tx, { workspaceId }: Program): Promise<Behind[]> {
  return tx.$queryRaw<Behind[]>`
    select h.id::text, h.url, h.events, h.project_id::text as "projectId", h.holder_id::text as "holderId",
      h.cursor::float8 as cursor
    from webhooks h where h.workspace_id = ${workspaceId}::uuid and h.is_active
      and h.cursor < (select c.event_number from workspace_clocks c where c.workspace_id = h.workspace_id)
    order by h.id for no key update of h`;
}

/** Numbers never go back: who was slower changes nothing. */
export async function moveCursor(
  tx: Tx,
  { workspaceId }: Program,
  id: string,
  number: number,
): Promise<void> {
  await tx.webhook.updateMany({
    where: { workspaceId, id, cursor: { lt: number } },
    data: { cursor: number },
  });
}

/** What one attempt says of its receiver. Answers since when nothing has arrived there; null where something just did. */
export async function noteAttempt(
  tx: Tx,
  { workspaceId }: Program,
  id: string,
  isDelivered: boolean,
  at: Date,
): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ failingSince: Date | null }[]>`
    update webhooks set
      failing_since = case when ${isDelivered} then null else coalesce(failing_since, ${at}) end,
      last_delivered_at = case when ${isDelivered} then ${at} else last_delivered_at end
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid returning failing_since as "failingSince"`;
  return row?.failingSince ?? null;
}

/** Where nothing waits any more, what failed before says nothing of what is to come. */
export async function forgetFailing(tx: Tx, { workspaceId }: Program, id: string): Promise<void> {
  await tx.$executeRaw`
    update webhooks h set failing_since = null
    where h.workspace_id = ${workspaceId}::uuid and h.id = ${id}::uuid and h.failing_since is not null and not exists (
      select from webhook_deliveries d where d.workspace_id = h.workspace_id and d.webhook_id = h.id
        and d.next_at is not null)`;
}

/** Switches off what is on; false where it was off already. */
export async function switchWebhookOff(
  tx: Tx,
  { workspaceId }: Program,
  id: string,
  reason: string,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.webhook.updateMany({
    where: { workspaceId, id, isActive: true },
    data: {
      ...{ isActive: false, disabledReason: reason, disabledAt: at },
      ...{ revision: { increment: 1 }, updatedAt: at },
    },
  });
  return count > 0;
}
