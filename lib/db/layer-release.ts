import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { LayerFacts, ProjectFacts } from "#lib/authz/objects.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** SQL for "somebody has begun in layer `l`": made, but never worked in, it is nobody's work. */
export const isBegun = Prisma.sql`(exists (select from article_works w where w.workspace_id = l.workspace_id
    and w.layer_id = l.id and w.state <> 'open')
  or exists (select from claims c where c.workspace_id = l.workspace_id and c.layer_id = l.id and c.removed_at is null))`;

/** SQL for "whoever works in layer `l` has finished". */
const isFinished = Prisma.sql`coalesce((select bool_and(w.state = 'finished') from article_works w
  where w.workspace_id = l.workspace_id and w.layer_id = l.id), false)`;

/** SQL for "person `s.user_id`, who has article `a` to annotate, has not begun". */
const isWaiting = Prisma.sql`s.workspace_id = a.workspace_id and s.article_id = a.id and s.kind = 'annotate'
  and s.state = 'open' and not exists (select from layers l where l.workspace_id = a.workspace_id
    and l.article_id = a.id and l.kind = 'editor' and l.owner_id = s.user_id and ${isBegun})`;

/** SQL for the numbers of `CodingStanding` of article `a` in project `p`, as JSON. */
export const codingStanding = Prisma.sql`(
  select jsonb_build_object('needed', p.layers_per_article,
    'hidden', count(*) filter (where l.released_at is null and l.begun),
    'finished', count(*) filter (where l.released_at is null and l.begun and l.finished),
    'released', count(*) filter (where l.released_at is not null and (l.begun or l.kind = 'editor')),
    'waiting', (select count(*) from assignments s where ${isWaiting}))
  from (select l.kind, l.released_at, ${isBegun} as begun, ${isFinished} as finished from layers l
    where l.workspace_id = a.workspace_id and l.article_id = a.id and l.kind <> 'shared') l)`;

export type StandingJson = {
  readonly needed: number;
  readonly hidden: number;
  readonly finished: number;
  readonly released: number;
  readonly waiting: number;
};

export type CodedLayer = LayerFacts & {
  readonly id: string;
  readonly ownerName: string | null;
  readonly releasedAt: string | null;
  readonly isBegun: boolean;
  readonly state: "open" | "in_progress" | "finished";
};

export type CodedArticle = {
  readonly id: string;
  readonly title: string;
  readonly projectId: string;
  readonly mode: "shared" | "blind";
  readonly isTrashed: boolean;
  readonly project: ProjectFacts;
  readonly standing: StandingJson;
  readonly layers: readonly CodedLayer[];
  readonly waiting: readonly { readonly userId: string; readonly name: string }[];
};

/**
 * Articles with their layers, whoever may see them: the caller leaves out what its actor may not. Held until the
 * transaction ends with `lock`, so that nobody begins or finishes meanwhile.
 */
export async function codedArticles(
  tx: Tx,
  { workspaceId }: AnyPermit,
  ids: readonly string[],
  { lock = false } = {},
): Promise<CodedArticle[]> {
  if (lock) {
    await tx.$queryRaw`select from articles where workspace_id = ${workspaceId}::uuid
      and id = any(${[...ids]}::uuid[]) order by id for no key update`;
  }
  return tx.$queryRaw<CodedArticle[]>`
    select a.id::text, a.title, a.project_id::text as "projectId", p.mode::text as mode, a.trashed_at is not null as "isTrashed",
      jsonb_build_object('isRestricted', p.restricted, 'memberIds', to_jsonb(array(select m.user_id from project_members m
        where m.workspace_id = p.workspace_id and m.project_id = p.id))) as project,
      ${codingStanding} as standing,
      coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'kind', l.kind, 'ownerId', l.owner_id, 'ownerName', u.name,
          'isReleased', l.released_at is not null,
          'releasedAt', to_char(l.released_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'isBegun', ${isBegun},
          'state', case when ${isFinished} then 'finished' when ${isBegun} then 'in_progress' else 'open' end)
          order by l.created_at, l.id)
        from layers l left join users u on u.id = l.owner_id
        where l.workspace_id = a.workspace_id and l.article_id = a.id), '[]') as layers,
      coalesce((select jsonb_agg(jsonb_build_object('userId', s.user_id, 'name', u.name) order by u.name, u.id)
        from assignments s join users u on u.id = s.user_id where ${isWaiting}), '[]') as waiting
    from articles a join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    where a.workspace_id = ${workspaceId}::uuid and a.id = any(${[...ids]}::uuid[]) order by a.id`;
}

/** Shows every layer of an article to all who may read it; answers the ids of those that were hidden. */
export async function releaseLayers(
  tx: Tx,
  { workspaceId, actorId }: Permit<"layer:release">,
  articleId: string,
  reason: string,
  at: Date,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update layers set released_at = ${at}, released_by = ${actorId}::uuid, release_reason = ${reason}
    where workspace_id = ${workspaceId}::uuid and article_id = ${articleId}::uuid and kind <> 'shared'
      and released_at is null returning id::text`;
  return rows.map(({ id }) => id).toSorted();
}

/** Whether a layer is still its owner's alone; held until the transaction ends, so that no release comes between. */
export async function isStillHidden(tx: Tx, { workspaceId }: AnyPermit, layerId: string): Promise<boolean> {
  const [layer] = await tx.$queryRaw<{ isReleased: boolean }[]>`
    select released_at is not null as "isReleased" from layers
    where workspace_id = ${workspaceId}::uuid and id = ${layerId}::uuid for share`;
  return layer?.isReleased === false;
}

/** The permit holder's own layer of an article, if they have begun in it; held as `isStillHidden` holds it. */
export async function ownBegunLayer(
  tx: Tx,
  { workspaceId, actorId }: AnyPermit,
  articleId: string,
): Promise<{ id: string; isReleased: boolean } | null> {
  const [layer] = await tx.$queryRaw<{ id: string; isReleased: boolean }[]>`
    select l.id::text, l.released_at is not null as "isReleased" from layers l
    where l.workspace_id = ${workspaceId}::uuid and l.article_id = ${articleId}::uuid and l.kind = 'editor'
      and l.owner_id = ${actorId}::uuid and (l.released_at is not null or ${isBegun}) for share of l`;
  return layer ?? null;
}

type Places = {
  readonly needed: number;
  readonly taken: number;
  readonly isGiven: boolean;
  readonly isReleased: boolean;
};

/** What decides whether the permit's holder may begin on an article; the article is held until the transaction ends. */
export async function coderPlaces(
  tx: Tx,
  { workspaceId, actorId }: AnyPermit,
  articleId: string,
): Promise<Places> {
  await tx.$queryRaw`select from articles where workspace_id = ${workspaceId}::uuid and id = ${articleId}::uuid
    for no key update`;
  const [places] = await tx.$queryRaw<Places[]>`
    select p.layers_per_article::int as needed,
      (select count(*)::int from (
        select l.owner_id from layers l where l.workspace_id = a.workspace_id and l.article_id = a.id
          and l.kind = 'editor' and ${isBegun}
        union select s.user_id from assignments s where s.workspace_id = a.workspace_id and s.article_id = a.id
          and s.kind = 'annotate' and s.state = 'open') t where t.owner_id <> ${actorId}::uuid) as taken,
      exists (select from assignments s where s.workspace_id = a.workspace_id and s.article_id = a.id
        and s.kind = 'annotate' and s.state in ('open', 'done') and s.user_id = ${actorId}::uuid) as "isGiven",
      exists (select from layers l where l.workspace_id = a.workspace_id and l.article_id = a.id
        and l.kind = 'editor' and l.released_at is not null) as "isReleased"
    from articles a join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    where a.workspace_id = ${workspaceId}::uuid and a.id = ${articleId}::uuid`;
  if (!places) throw new Error("an article just held is not there");
  return places;
}
