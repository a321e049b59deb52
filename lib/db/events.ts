import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { LayerFacts, ProjectFacts } from "#lib/authz/objects.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** A row of the outbox, with what decides who may be told of it. */
export type StoredEvent = {
  readonly number: number;
  readonly at: string;
  readonly kind: string;
  readonly actorId: string | null;
  readonly articleId: string | null;
  readonly objectId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Of the article spoken of, or of the project itself; null where the event is the whole workspace's. */
  readonly project: (ProjectFacts & { readonly isBlind: boolean }) | null;
  /** Of the claim or the work spoken of; null where neither is. */
  readonly layer: LayerFacts | null;
};

type Permit = AnyPermit | SystemPermit<string>;

/** An event with the project it belongs to, as another program is told of it. */
export type ToldEvent = StoredEvent & { readonly projectId: string | null };

/** The number of the workspace's newest event. */
export async function newestEvent(tx: Tx, permit: Permit): Promise<number> {
  const [clock] = await tx.$queryRaw<{ number: string }[]>`
    select event_number::text as number from workspace_clocks where workspace_id = ${permit.workspaceId}::uuid`;
  return Number(clock?.number ?? 0);
}

/** SQL for an event `e` as it is stored, from `eventTables`. */
export const eventColumns = Prisma.sql`
  e.number::float8 as number, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, e.kind,
  e.actor_id::text as "actorId", e.article_id::text as "articleId", e.object_id::text as "objectId", e.payload,
  case when p.id is null then null else json_build_object('isBlind', p.mode = 'blind', 'isRestricted', p.restricted, 'memberIds', array(
    select m.user_id::text from project_members m where m.workspace_id = p.workspace_id and m.project_id = p.id
  )) end as project,
  case when l.id is null then null else json_build_object(
    'kind', l.kind, 'ownerId', l.owner_id, 'isReleased', l.released_at is not null) end as layer`;

/** Events with the article, project, claim and layer each speaks of: what decides who may be told of it. */
export const eventTables = Prisma.sql`
  outbox_events e
  left join articles a on a.workspace_id = e.workspace_id and a.id = e.article_id
  left join projects p on p.workspace_id = e.workspace_id
    and p.id = coalesce(a.project_id, case when e.kind like 'project.%' then e.object_id end)
  left join claims c on c.workspace_id = e.workspace_id
    and c.id = coalesce((e.payload->>'claimId')::uuid, case when e.kind like 'claim.%' then e.object_id end)
  left join layers l on l.workspace_id = e.workspace_id
    and l.id = coalesce(c.layer_id, case when e.kind in ('article.work', 'claims.imported', 'claims.taken_back') then (e.payload->>'layerId')::uuid
      when e.kind like 'source.%' then (select y.id from layers y where y.workspace_id = a.workspace_id
        and y.article_id = a.id and y.kind = 'editor' and y.owner_id = e.actor_id) end)`;

/** Events after a number, in order, without a gap: numbers are given under the clock's lock. */
export function eventsAfter(tx: Tx, permit: Permit, after: number, limit: number): Promise<StoredEvent[]> {
  return tx.$queryRaw<StoredEvent[]>`
    select ${eventColumns} from ${eventTables}
    where e.workspace_id = ${permit.workspaceId}::uuid and e.number > ${after}
    order by e.number limit ${limit}`;
}

/** As `eventsAfter`, with the project of each. */
export function toldEventsAfter(tx: Tx, permit: Permit, after: number, limit: number): Promise<ToldEvent[]> {
  return tx.$queryRaw<ToldEvent[]>`
    select ${eventColumns}, p.id::text as "projectId" from ${eventTables}
    where e.workspace_id = ${permit.workspaceId}::uuid and e.number > ${after}
    order by e.number limit ${limit}`;
}

/** Events by their numbers, as they are judged now. */
export function eventsNumbered(tx: Tx, permit: Permit, numbers: readonly number[]): Promise<StoredEvent[]> {
  return tx.$queryRaw<StoredEvent[]>`
    select ${eventColumns} from ${eventTables}
    where e.workspace_id = ${permit.workspaceId}::uuid and e.number = any(${[...numbers]}::bigint[])`;
}

/** Number of the last event before a moment. */
export async function lastEventBefore(tx: Tx, permit: Permit, at: Date): Promise<number> {
  const [row] = await tx.$queryRaw<{ number: number }[]>`
    select coalesce(max(number), 0)::float8 as number from outbox_events
    where workspace_id = ${permit.workspaceId}::uuid and at < ${at}`;
  return row?.number ?? 0;
}
