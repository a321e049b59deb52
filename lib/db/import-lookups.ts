import type { Chain } from "#core/attribution/chain.ts";
import type { Identification } from "#core/provenance/facets.ts";
import type { Span } from "#core/text/span.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { PlaceLayer } from "./claim-places.ts";
import type { Tx } from "./client.ts";
import { sourceIsVisible } from "./sources.ts";

/** An article of the project that a file may mean, with its current text's hash. */
export type KnownArticle = {
  readonly id: string;
  readonly title: string;
  readonly versionId: string;
  readonly length: number;
  readonly sha256: string;
  readonly isTrashed: boolean;
  readonly importedBy: string;
  /** The oldest of those with the same text is the one meant. */
  readonly createdAt: string;
  readonly layers: readonly PlaceLayer[];
};

/** Articles of a project by their ids or by the hash of their current text. */
export function knownArticles(
  tx: Tx,
  permit: AnyPermit,
  projectId: string,
  { ids, hashes }: { readonly ids: readonly string[]; readonly hashes: readonly string[] },
): Promise<KnownArticle[]> {
  return tx.$queryRaw<KnownArticle[]>`
    select a.id::text, a.title, v.id::text as "versionId", v.length, v.sha256, a.trashed_at is not null as "isTrashed",
      a.imported_by::text as "importedBy", a.created_at::text as "createdAt",
      (select coalesce(json_agg(json_build_object('id', y.id, 'kind', y.kind, 'ownerId', y.owner_id,
          'isReleased', y.released_at is not null)), '[]'::json)
        from layers y where y.workspace_id = a.workspace_id and y.article_id = a.id) as layers
    from articles a
    join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.is_current
    where a.workspace_id = ${permit.workspaceId}::uuid and a.project_id = ${projectId}::uuid
      and (a.id = any(${[...ids]}::uuid[]) or v.sha256 = any(${[...hashes]}))
    order by a.created_at, a.id`;
}

/** Texts of versions, for claims whose file holds positions only. */
export async function versionTexts(
  tx: Tx,
  permit: AnyPermit,
  versionIds: readonly string[],
): Promise<Map<string, string>> {
  if (versionIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; text: string }[]>`
    select id::text, text from article_versions
    where workspace_id = ${permit.workspaceId}::uuid and id = any(${[...versionIds]}::uuid[])`;
  return new Map(rows.map(({ id, text }) => [id, text]));
}

/** Which of these ids name something in the workspace already, whoever may see it. */
export async function takenIds(
  tx: Tx,
  permit: AnyPermit,
  ids: { readonly articles: readonly string[]; readonly claims: readonly string[] },
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id::text from articles where workspace_id = ${permit.workspaceId}::uuid and id = any(${[...ids.articles]}::uuid[])
    union
    select id::text from claims where workspace_id = ${permit.workspaceId}::uuid and id = any(${[...ids.claims]}::uuid[])`;
  return new Set(rows.map(({ id }) => id));
}

/** A live claim as it stands, in short: enough to see that a file says the same again, and to nest others in it. */
export type StandingClaim = {
  readonly id: string;
  readonly layerId: string;
  readonly statement: string;
  readonly provenance: string;
  readonly spans: readonly Span[];
  readonly wholeChain: Chain;
};

export function standingClaims(
  tx: Tx,
  permit: AnyPermit,
  layerIds: readonly string[],
): Promise<StandingClaim[]> {
  if (layerIds.length === 0) return Promise.resolve([]);
  return tx.$queryRaw<StandingClaim[]>`
    select c.id::text, c.layer_id::text as "layerId", c.statement, c.provenance, r.content->'spans' as spans,
      r.whole_chain as "wholeChain"
    from claims c
    join claim_revisions r on r.workspace_id = c.workspace_id and r.claim_id = c.id and r.revision = c.revision
    where c.workspace_id = ${permit.workspaceId}::uuid and c.layer_id = any(${[...layerIds]}::uuid[])
      and c.removed_at is null`;
}

/** A source of the registry that a file may mean; merged ones are answered as what they are called now. */
export type KnownSource = {
  /** The id or lower-case name asked for. */
  readonly asked: string;
  readonly id: string;
  readonly name: string;
  readonly identification: Identification;
  readonly articleId: string | null;
};

export function sourcesById(tx: Tx, permit: AnyPermit, ids: readonly string[]): Promise<KnownSource[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return tx.$queryRaw<KnownSource[]>`
    with recursive trail as (
      select id as asked, id as at, merged_into from sources
      where workspace_id = ${permit.workspaceId}::uuid and id = any(${[...ids]}::uuid[])
      union
      select trail.asked, n.id, n.merged_into from sources n join trail on n.id = trail.merged_into
      where n.workspace_id = ${permit.workspaceId}::uuid
    )
    select trail.asked::text, s.id::text, s.name, s.identification, s.article_id::text as "articleId"
    from trail join sources s on s.workspace_id = ${permit.workspaceId}::uuid and s.id = trail.at
    where trail.merged_into is null and ${sourceIsVisible(permit)}`;
}

/** Sources by name or alias, in any case; the oldest first. */
export function sourcesByName(tx: Tx, permit: AnyPermit, names: readonly string[]): Promise<KnownSource[]> {
  if (names.length === 0) return Promise.resolve([]);
  return tx.$queryRaw<KnownSource[]>`
    with named as (
      select s.id, lower(s.name) as asked, 0 as rank from sources s
      where s.workspace_id = ${permit.workspaceId}::uuid and lower(s.name) = any(${[...names]})
      union all
      select n.source_id, lower(n.name), 1 from source_aliases n
      where n.workspace_id = ${permit.workspaceId}::uuid and lower(n.name) = any(${[...names]})
    )
    select named.asked, s.id::text, s.name, s.identification, s.article_id::text as "articleId"
    from named join sources s on s.workspace_id = ${permit.workspaceId}::uuid and s.id = named.id
    where s.merged_into is null and ${sourceIsVisible(permit)}
    order by named.rank, s.created_at, s.id`;
}

/** Which source ids are taken, by sources the permit's holder may see or not. */
export async function takenSourceIds(
  tx: Tx,
  permit: AnyPermit,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.source.findMany({
    where: { workspaceId: permit.workspaceId, id: { in: [...ids] } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** Members among these users who may write claims. */
export async function writersAmong(
  tx: Tx,
  permit: AnyPermit,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select user_id::text as id from memberships
    where workspace_id = ${permit.workspaceId}::uuid and user_id = any(${[...ids]}::uuid[])
      and removed_at is null and role <> 'viewer'`;
  return new Set(rows.map(({ id }) => id));
}
