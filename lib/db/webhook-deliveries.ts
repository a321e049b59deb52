import type { Permit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

type Program = SystemPermit<string>;
type Managing = Permit<"webhook:manage">;

export type DeliveryRow = {
  readonly id: string;
  readonly webhookId: string;
  readonly eventNumber: number | null;
  readonly kind: string;
  readonly state: "pending" | "delivered" | "failed" | "given_up";
  readonly attempts: number;
  readonly nextAt: string | null;
  readonly lastAt: string | null;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly response: string | null;
  readonly body: string;
  readonly createdAt: string;
  readonly deliveredAt: string | null;
  readonly sortKey: string;
};

const utc = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = Prisma.sql`
  d.id::text, d.webhook_id::text as "webhookId", d.event_number::float8 as "eventNumber", d.kind, d.state::text as state,
  d.attempts, ${utc(Prisma.sql`d.next_at`)} as "nextAt", ${utc(Prisma.sql`d.last_at`)} as "lastAt",
  d.last_status as "lastStatus", d.last_error as "lastError", d.response, d.body,
  ${utc(Prisma.sql`d.created_at`)} as "createdAt", ${utc(Prisma.sql`d.delivered_at`)} as "deliveredAt",
  d.created_at::text as "sortKey"`;

/** Newest first. */
export function listDeliveries(
  tx: Tx,
  { workspaceId }: Managing,
  webhookId: string,
  page: {
    readonly state?: DeliveryRow["state"] | undefined;
    readonly limit: number;
    readonly after: { readonly key: string; readonly id: string } | null;
  },
): Promise<DeliveryRow[]> {
  const state = page.state ? Prisma.sql`and d.state = ${page.state}::webhook_delivery_state` : Prisma.empty;
  const after = page.after
    ? Prisma.sql`and (d.created_at, d.id) < (${page.after.key}::timestamptz, ${page.after.id}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw<DeliveryRow[]>`
    select ${columns} from webhook_deliveries d
    where d.workspace_id = ${workspaceId}::uuid and d.webhook_id = ${webhookId}::uuid ${state} ${after}
    order by d.created_at desc, d.id desc limit ${page.limit}`;
}

export async function findDelivery(
  tx: Tx,
  { workspaceId }: Managing,
  webhookId: string,
  id: string,
): Promise<DeliveryRow | null> {
  const [row] = await tx.$queryRaw<DeliveryRow[]>`
    select ${columns} from webhook_deliveries d
    where d.workspace_id = ${workspaceId}::uuid and d.webhook_id = ${webhookId}::uuid and d.id = ${id}::uuid`;
  return row ?? null;
}

export type NewDelivery = Pick<DeliveryRow, "id" | "webhookId" | "eventNumber" | "kind" | "body">;

/**
 * Stores what is to be sent, due at once. What is stored already stays as it is, or with `again` begins anew, whatever
 * became of it. Answers how many are to be sent.
 */
export function insertDeliveries(
  tx: Tx,
  { workspaceId }: Managing | Program,
  rows: readonly NewDelivery[],
  at: Date,
  { again = false } = {},
): Promise<number> {
  // Listed by when they were made, they stand in the order of what happened.
  const numbered = rows.map((row, ordinal) => ({ ...row, ordinal }));
  const otherwise = again
    ? Prisma.sql`do update set ${anew(at)}, body = excluded.body`
    : Prisma.sql`do nothing`;
  return tx.$executeRaw`
    insert into webhook_deliveries as d (workspace_id, id, webhook_id, event_number, kind, body, next_at, created_at)
    select ${workspaceId}::uuid, r.id, r."webhookId", r."eventNumber", r.kind, r.body, ${at},
      ${at}::timestamptz + r.ordinal * interval '1 microsecond'
    from jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb)
      as r(id uuid, "webhookId" uuid, "eventNumber" bigint, kind text, body text, ordinal int)
    on conflict (workspace_id, id) ${otherwise}`;
}

const anew = (at: Date) =>
  Prisma.sql`state = 'pending', attempts = 0, next_at = ${at}, leased_until = null, delivered_at = null`;

/** Begins one delivery anew, whatever became of it. */
export async function restartDelivery(
  tx: Tx,
  { workspaceId }: Managing,
  id: string,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    update webhook_deliveries set ${anew(at)} where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid`;
}

/** Begins anew whatever of a webhook still waits. */
export async function restartWaiting(
  tx: Tx,
  { workspaceId }: Managing,
  webhookId: string,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    update webhook_deliveries set ${anew(at)}
    where workspace_id = ${workspaceId}::uuid and webhook_id = ${webhookId}::uuid and next_at is not null`;
}

/** Webhooks that have something to send now, which nobody is sending. */
export async function dueWebhooks(tx: Tx, { workspaceId }: Program, at: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select h.id::text from webhooks h where h.workspace_id = ${workspaceId}::uuid and h.is_active and exists (
      select from webhook_deliveries d where d.workspace_id = h.workspace_id and d.webhook_id = h.id
        and d.next_at <= ${at} and (d.leased_until is null or d.leased_until <= ${at}))
    order by h.id`;
  return rows.map(({ id }) => id);
}

/** When something is next to be sent, if nothing new happens; null for never. */
export async function nextDue(tx: Tx, { workspaceId }: Program): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    select min(greatest(d.next_at, d.leased_until)) as at from webhook_deliveries d
    join webhooks h on h.workspace_id = d.workspace_id and h.id = d.webhook_id and h.is_active
    where d.workspace_id = ${workspaceId}::uuid and d.next_at is not null`;
  return row?.at ?? null;
}

export type Taken = Pick<DeliveryRow, "id" | "webhookId" | "eventNumber" | "kind" | "attempts" | "body">;

/**
 * Takes one delivery of a webhook that is held, until `until`: nobody else sends it before. Null where nothing is due,
 * or as many as may are being sent.
 */
export async function takeDue(
  tx: Tx,
  { workspaceId }: Program,
  webhookId: string,
  { at, until, most }: { readonly at: Date; readonly until: Date; readonly most: number },
): Promise<Taken | null> {
  const [row] = await tx.$queryRaw<Taken[]>`
    update webhook_deliveries d set leased_until = ${until}, attempts = d.attempts + 1, last_at = ${at}
    where d.workspace_id = ${workspaceId}::uuid and d.id in (
      select n.id from webhook_deliveries n
      where n.workspace_id = ${workspaceId}::uuid and n.webhook_id = ${webhookId}::uuid and n.next_at <= ${at}
        and (n.leased_until is null or n.leased_until <= ${at})
        and (select count(*) from webhook_deliveries b where b.workspace_id = ${workspaceId}::uuid
          and b.webhook_id = ${webhookId}::uuid and b.leased_until > ${at}) < ${most}
      order by n.next_at, n.event_number limit 1 for update skip locked)
    returning d.id::text, d.webhook_id::text as "webhookId", d.event_number::float8 as "eventNumber", d.kind, d.attempts,
      d.body`;
  return row ?? null;
}

export type Settled = {
  readonly state: "delivered" | "failed" | "given_up";
  readonly nextAt: Date | null;
  readonly status: number | null;
  readonly error: string | null;
  readonly response: string | null;
};

/** How an attempt went. Without effect, and false, where the delivery was meanwhile begun anew or taken by another. */
export async function settleDelivery(
  tx: Tx,
  { workspaceId }: Program,
  { id, attempts }: Pick<Taken, "id" | "attempts">,
  { state, nextAt, status, error, response }: Settled,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.webhookDelivery.updateMany({
    where: { workspaceId, id, attempts, nextAt: { not: null } },
    data: {
      ...{ state, nextAt, leasedUntil: null, lastStatus: status, lastError: error, response },
      deliveredAt: state === "delivered" ? at : null,
    },
  });
  return count > 0;
}

/** Forgets what arrived, or was given up, so long ago that nobody asks for it. */
export async function forgetDeliveries(
  tx: Tx,
  { workspaceId }: Program,
  before: { readonly delivered: Date; readonly givenUp: Date },
): Promise<void> {
  await tx.$executeRaw`
    delete from webhook_deliveries where workspace_id = ${workspaceId}::uuid and (
      (state = 'delivered' and delivered_at < ${before.delivered}) or (state = 'given_up' and last_at < ${before.givenUp}))`;
}
