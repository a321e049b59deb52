import type { GoldScore } from "#core/calibration/score.ts";
import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { LayerFacts } from "#lib/authz/objects.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { layerIsVisible } from "./layers.ts";

/** `training`: its coder knows, and is shown the gold layer after finishing. `check`: looks like any other article. */
export type GoldPurpose = "training" | "check";

export type StoredGoldItem = {
  readonly articleId: string;
  readonly articleTitle: string;
  readonly projectId: string;
  readonly purpose: GoldPurpose;
  readonly layerId: string;
  readonly layer: LayerFacts;
  /** The text that is compared: the current one. */
  readonly versionId: string;
  readonly claims: number;
  readonly scored: number;
  readonly createdBy: string;
  readonly createdAt: Date;
};

const itemColumns = Prisma.sql`
  g.article_id::text as "articleId", a.title as "articleTitle", g.project_id::text as "projectId", g.purpose,
  g.layer_id::text as "layerId", json_build_object('kind', l.kind, 'ownerId', l.owner_id,
    'isReleased', l.released_at is not null) as layer,
  v.id::text as "versionId", (select count(*)::int from claims c where c.workspace_id = g.workspace_id
    and c.article_id = g.article_id and c.layer_id = g.layer_id and c.version_id = v.id
    and c.removed_at is null) as claims,
  (select count(*)::int from gold_scores s where s.workspace_id = g.workspace_id and s.article_id = g.article_id) as scored,
  g.created_by::text as "createdBy", g.created_at as "createdAt"`;

const itemTables = Prisma.sql`gold_items g
  join articles a on a.workspace_id = g.workspace_id and a.id = g.article_id and a.trashed_at is null
  join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.is_current
  join layers l on l.workspace_id = g.workspace_id and l.id = g.layer_id`;

/** Gold articles of a project, as they were named; at most 1,000, which is more than anybody trains on. */
export function goldItemsOf(
  tx: Tx,
  { workspaceId }: AnyPermit,
  projectId: string,
): Promise<StoredGoldItem[]> {
  return tx.$queryRaw`
    select ${itemColumns} from ${itemTables}
    where g.workspace_id = ${workspaceId}::uuid and g.project_id = ${projectId}::uuid
    order by g.created_at, g.article_id limit 1000`;
}

export async function goldItemOf(
  tx: Tx,
  { workspaceId }: AnyPermit,
  articleId: string,
): Promise<StoredGoldItem | null> {
  const [item] = await tx.$queryRaw<StoredGoldItem[]>`
    select ${itemColumns} from ${itemTables}
    where g.workspace_id = ${workspaceId}::uuid and g.article_id = ${articleId}::uuid`;
  return item ?? null;
}

/** Layers of an article that could be gold for the permit's holder: seen by them, with claims in them. */
export function goldCandidates(
  tx: Tx,
  permit: AnyPermit,
  articleIds: readonly string[],
): Promise<
  { articleId: string; layerId: string; kind: LayerFacts["kind"]; ownerId: string | null; claims: number }[]
> {
  return tx.$queryRaw`
    select l.article_id::text as "articleId", l.id::text as "layerId", l.kind::text as kind, l.owner_id::text as "ownerId",
      count(c.id)::int as claims
    from layers l
    join claims c on c.workspace_id = l.workspace_id and c.article_id = l.article_id and c.layer_id = l.id
      and c.removed_at is null
    where l.workspace_id = ${permit.workspaceId}::uuid and l.article_id = any(${[...articleIds]}::uuid[])
      and ${layerIsVisible(permit)}
    group by l.workspace_id, l.id order by l.article_id, l.created_at, l.id`;
}

/** Names an article gold, or changes what for and by which layer. */
export async function putGoldItem(
  tx: Tx,
  { workspaceId, actorId }: Permit<"gold:manage">,
  item: Pick<StoredGoldItem, "articleId" | "projectId" | "purpose" | "layerId"> & { readonly at: Date },
): Promise<void> {
  const { articleId, projectId, purpose, layerId, at } = item;
  await tx.goldItem.upsert({
    where: { workspaceId_articleId: { workspaceId, articleId } },
    create: { workspaceId, articleId, projectId, purpose, layerId, createdBy: actorId, createdAt: at },
    update: { purpose, layerId },
  });
}

/** The scores stay: they say how somebody's work was when it was done. */
export async function dropGoldItem(
  tx: Tx,
  { workspaceId }: Permit<"gold:manage">,
  articleId: string,
): Promise<void> {
  await tx.goldItem.deleteMany({ where: { workspaceId, articleId } });
}

/** Whose own layers of an article are finished, besides the gold one itself. */
export function finishedCoders(
  tx: Tx,
  { workspaceId }: AnyPermit,
  articleId: string,
  goldLayerId: string,
): Promise<{ userId: string; layerId: string }[]> {
  return tx.$queryRaw`
    select l.owner_id::text as "userId", l.id::text as "layerId" from layers l
    join article_works k on k.workspace_id = l.workspace_id and k.layer_id = l.id and k.user_id = l.owner_id
    where l.workspace_id = ${workspaceId}::uuid and l.article_id = ${articleId}::uuid and l.kind = 'editor'
      and l.id <> ${goldLayerId}::uuid and k.state = 'finished'
    order by l.id`;
}

export type NewScore = {
  readonly articleId: string;
  readonly userId: string;
  readonly projectId: string;
  readonly purpose: GoldPurpose;
  readonly score: GoldScore;
  readonly at: Date;
};

/** Keeps a person's score on an article unless there is one: the first time counts. True when it was kept. */
export async function keepScore(
  tx: Tx,
  { workspaceId }: Pick<AnyPermit, "workspaceId">,
  { articleId, userId, projectId, purpose, score, at }: NewScore,
): Promise<boolean> {
  const made = await tx.$executeRaw`
    insert into gold_scores (workspace_id, article_id, user_id, project_id, purpose, score, scored_at)
    values (${workspaceId}::uuid, ${articleId}::uuid, ${userId}::uuid, ${projectId}::uuid, ${purpose},
      ${JSON.stringify(score)}::jsonb, ${at})
    on conflict do nothing`;
  return made > 0;
}

export type StoredScore = {
  readonly articleId: string;
  readonly articleTitle: string;
  readonly userId: string;
  readonly purpose: GoldPurpose;
  readonly score: GoldScore;
  readonly scoredAt: Date;
};

/** Scores of a project, of one person or all, oldest first. */
export function scoresIn(
  tx: Tx,
  { workspaceId }: AnyPermit,
  projectId: string,
  userId: string | null,
): Promise<StoredScore[]> {
  const ofOne = userId === null ? Prisma.empty : Prisma.sql`and s.user_id = ${userId}::uuid`;
  return tx.$queryRaw`
    select s.article_id::text as "articleId", a.title as "articleTitle", s.user_id::text as "userId", s.purpose, s.score,
      s.scored_at as "scoredAt"
    from gold_scores s
    join articles a on a.workspace_id = s.workspace_id and a.id = s.article_id
    where s.workspace_id = ${workspaceId}::uuid and s.project_id = ${projectId}::uuid ${ofOne}
    order by s.scored_at, s.article_id`;
}

/** Articles to check with that a project has, oldest first. */
export async function checksOf(tx: Tx, { workspaceId }: AnyPermit, projectId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select g.article_id::text as id from ${itemTables}
    where g.workspace_id = ${workspaceId}::uuid and g.project_id = ${projectId}::uuid and g.purpose = 'check'
    order by g.created_at, g.article_id`;
  return rows.map(({ id }) => id);
}

/** Who has, had or coded these articles already: to them a check would be nothing new. */
export function everHeld(
  tx: Tx,
  { workspaceId }: AnyPermit,
  articleIds: readonly string[],
): Promise<{ articleId: string; userId: string }[]> {
  return tx.$queryRaw`
    select article_id::text as "articleId", user_id::text as "userId" from assignments
    where workspace_id = ${workspaceId}::uuid and article_id = any(${[...articleIds]}::uuid[]) and kind = 'annotate'
    union
    select article_id::text, owner_id::text from layers
    where workspace_id = ${workspaceId}::uuid and article_id = any(${[...articleIds]}::uuid[]) and owner_id is not null`;
}

/** The permit holder's own blind layer of an article; null where they have none. */
export async function ownLayerOf(
  tx: Tx,
  { workspaceId, actorId }: AnyPermit,
  articleId: string,
): Promise<string | null> {
  const layer = await tx.layer.findFirst({
    where: { workspaceId, articleId, kind: "editor", ownerId: actorId },
    select: { id: true },
  });
  return layer?.id ?? null;
}
