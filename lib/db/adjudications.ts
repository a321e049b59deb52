import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { layerIsVisible } from "./layers.ts";

export type AdjudicationOutcome = "taken" | "combined" | "anew" | "none";

export type StoredAdjudication = {
  readonly id: string;
  readonly claimIds: readonly string[];
  /** Which revision of each claim was seen, in the same order. */
  readonly revisions: readonly number[];
  readonly outcome: AdjudicationOutcome;
  readonly takenFrom: string | null;
  readonly resultId: string | null;
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
};

const columns = Prisma.sql`d.id::text, d.claim_ids::text[] as "claimIds", d.revisions, d.outcome,
  d.taken_from::text as "takenFrom", d.result_id::text as "resultId", d.reason, d.decided_by::text as "decidedBy",
  d.decided_at as "decidedAt"`;

/** The decisions on an article that stand, oldest first. */
export function standingAdjudications(
  tx: Tx,
  { workspaceId }: AnyPermit,
  articleId: string,
): Promise<StoredAdjudication[]> {
  return tx.$queryRaw`
    select ${columns} from adjudications d
    where d.workspace_id = ${workspaceId}::uuid and d.article_id = ${articleId}::uuid and d.undone_at is null
    order by d.decided_at, d.id`;
}

export async function insertAdjudication(
  tx: Tx,
  { workspaceId }: Permit<"adjudication:decide">,
  one: StoredAdjudication & { readonly articleId: string; readonly versionId: string },
): Promise<void> {
  const { claimIds, revisions, ...columns } = one;
  const data = { ...columns, workspaceId, claimIds: [...claimIds], revisions: [...revisions] };
  await tx.adjudication.create({ data });
}

export async function undoAdjudication(
  tx: Tx,
  { workspaceId, actorId }: Permit<"adjudication:decide">,
  id: string,
  at: Date,
): Promise<void> {
  await tx.adjudication.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { undoneAt: at, undoneBy: actorId },
  });
}

/** The article's adjudicated layer, made when it is first needed. */
export async function adjudicatedLayer(
  tx: Tx,
  { workspaceId }: Permit<"adjudication:decide">,
  articleId: string,
): Promise<string> {
  await tx.$executeRaw`
    insert into layers (workspace_id, id, article_id, kind)
    select ${workspaceId}::uuid, ${newId()}::uuid, ${articleId}::uuid, 'adjudicated'
    where not exists (select from layers where workspace_id = ${workspaceId}::uuid and article_id = ${articleId}::uuid
      and kind = 'adjudicated')
    on conflict do nothing`;
  const layer = await tx.layer.findFirstOrThrow({
    where: { workspaceId, articleId, kind: "adjudicated" },
    select: { id: true },
  });
  return layer.id;
}

/**
 * How far an article's adjudication is, as work on its adjudicated layer: in progress for the permit's holder, or finished
 * for all who took part. Nothing where there is no such layer, since all were wrong so far.
 */
export async function setAdjudicatedWork(
  tx: Tx,
  { workspaceId, actorId }: Permit<"adjudication:decide">,
  articleId: string,
  state: "in_progress" | "finished",
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    insert into article_works (workspace_id, layer_id, user_id, article_id, state, updated_at)
    select workspace_id, id, ${actorId}::uuid, article_id, ${state}::work_state, ${at} from layers
    where workspace_id = ${workspaceId}::uuid and article_id = ${articleId}::uuid and kind = 'adjudicated'
    on conflict (workspace_id, layer_id, user_id) do update set state = excluded.state, updated_at = excluded.updated_at`;
  if (state === "in_progress") return;
  await tx.$executeRaw`
    update article_works k set state = 'finished' from layers l
    where k.workspace_id = ${workspaceId}::uuid and k.article_id = ${articleId}::uuid and l.workspace_id = k.workspace_id
      and l.id = k.layer_id and l.kind = 'adjudicated'`;
}

export type ToAdjudicate = {
  readonly articleId: string;
  readonly title: string;
  readonly coders: readonly string[];
  /** Claims of the layers that are compared, and those of them that have been decided on. */
  readonly claims: number;
  readonly decided: number;
  readonly lastAt: Date | null;
};

/**
 * Articles of a project with two finished layers or more that the permit's holder sees and none of them is theirs: those
 * with most left first.
 */
export function articlesToAdjudicate(
  tx: Tx,
  permit: Permit<"adjudication:decide">,
  projectId: string,
  limit: number,
): Promise<ToAdjudicate[]> {
  const w = Prisma.sql`${permit.workspaceId}::uuid`;
  return tx.$queryRaw`
    with coded as (
      select a.id as article_id, a.title, l.id as layer_id, l.owner_id, v.id as version_id
      from articles a
      join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.is_current
      join layers l on l.workspace_id = a.workspace_id and l.article_id = a.id and l.kind = 'editor'
      join article_works k on k.workspace_id = l.workspace_id and k.layer_id = l.id and k.user_id = l.owner_id
        and k.state = 'finished'
      where a.workspace_id = ${w} and a.project_id = ${projectId}::uuid and a.trashed_at is null
        and ${layerIsVisible(permit)}
    ), held as (
      select d.article_id, d.title, array_agg(d.owner_id::text order by d.layer_id) as coders,
        (select count(*)::int from claims c where c.workspace_id = ${w} and c.article_id = d.article_id
          and c.layer_id = any(array_agg(d.layer_id)) and c.version_id = d.version_id and c.removed_at is null) as claims
      from coded d group by d.article_id, d.title, d.version_id
      having count(*) > 1 and not bool_or(d.owner_id = ${permit.actorId}::uuid)
    )
    select h.article_id::text as "articleId", h.title, h.coders, h.claims,
      coalesce(done.decided, 0) as decided, done.at as "lastAt"
    from held h
    left join lateral (
      select sum(cardinality(j.claim_ids))::int as decided, max(j.decided_at) as at from adjudications j
      where j.workspace_id = ${w} and j.article_id = h.article_id and j.undone_at is null) done on true
    order by h.claims - coalesce(done.decided, 0) desc, h.title, h.article_id limit ${limit}`;
}

/** Whether the permit's holder has coded an article: marked anything in a layer of their own, or finished it. */
export async function hasCoded(
  tx: Tx,
  { workspaceId, actorId }: AnyPermit,
  articleId: string,
): Promise<boolean> {
  const own = { workspaceId, articleId, kind: "editor" as const, ownerId: actorId };
  const isBegun = [{ claims: { some: {} } }, { works: { some: { state: "finished" as const } } }];
  return (await tx.layer.count({ where: { ...own, OR: isBegun } })) > 0;
}
