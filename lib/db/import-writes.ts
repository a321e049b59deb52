import type { Block } from "#core/text/blocks.ts";
import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import { newId } from "#lib/platform/ids.ts";
import type { ArticleDetails } from "./articles.ts";
import type { Tx } from "./client.ts";
import { isInTheOpen } from "./layers.ts";
import type { SourceFields } from "./sources.ts";

type ImportPermit = Permit<"article:import">;

/** An article that comes in with annotations; its original is the text as the file had it. */
export type ArticleWrite = ArticleDetails & {
  readonly id: string;
  readonly versionId: string;
  readonly text: string;
  readonly length: number;
  readonly sha256: string;
  readonly blocks: readonly Block[];
  readonly fileName: string;
};

/** Stores articles with their first version and original by one statement; answers how many were stored. */
export async function insertArticles(
  tx: Tx,
  { workspaceId, actorId }: ImportPermit,
  projectId: string,
  at: Date,
  articles: readonly ArticleWrite[],
): Promise<number> {
  if (articles.length === 0) return 0;
  const [stored] = await tx.$queryRaw<{ count: number }[]>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(articles)}::jsonb) as r(id uuid, "versionId" uuid, title text,
        outlet text, byline text, url text, "publishedAt" timestamptz, language text, direction text, notes text,
        text text, length int, sha256 text, blocks jsonb, "fileName" text)
    ), placed as (
      insert into articles (workspace_id, id, project_id, title, outlet, byline, url, published_at, language, direction,
        notes, imported_by, created_at, updated_at, last_activity_at)
      select ${workspaceId}::uuid, r.id, ${projectId}::uuid, r.title, r.outlet, r.byline, r.url, r."publishedAt", r.language,
        r.direction, r.notes, ${actorId}::uuid, ${at}::timestamptz, ${at}::timestamptz, ${at}::timestamptz
      from given r on conflict do nothing returning id
    ), versions as (
      insert into article_versions (workspace_id, id, article_id, ordinal, text, length, sha256, blocks, created_by, created_at)
      select ${workspaceId}::uuid, r."versionId", r.id, 1, r.text, r.length, r.sha256, r.blocks, ${actorId}::uuid, ${at}::timestamptz
      from given r join placed using (id)
    ), originals as (
      insert into article_originals (workspace_id, version_id, bytes, sha256, media_type, file_name)
      select ${workspaceId}::uuid, r."versionId", convert_to(r.text, 'UTF8'), r.sha256, 'text/plain', r."fileName"
      from given r join placed using (id)
    )
    select count(*)::int as count from placed`;
  return stored?.count ?? 0;
}

export type LayerWanted = {
  readonly articleId: string;
  readonly kind: "shared" | "editor";
  readonly ownerId: string | null;
};

/** The layers wanted, made where they are missing; by article and owner as `layerKey` writes them. */
export async function layersFor(
  tx: Tx,
  { workspaceId }: AnyPermit,
  wanted: readonly LayerWanted[],
): Promise<Map<string, string>> {
  const rows = JSON.stringify(wanted.map((layer) => ({ ...layer, id: newId() })));
  await tx.$executeRaw`
    insert into layers (workspace_id, id, article_id, kind, owner_id)
    select ${workspaceId}::uuid, r.id, r."articleId", r.kind::layer_kind, r."ownerId"
    from jsonb_to_recordset(${rows}::jsonb) as r(id uuid, "articleId" uuid, kind text, "ownerId" uuid)
    on conflict do nothing`;
  const found = await tx.$queryRaw<{ id: string; articleId: string; ownerId: string | null }[]>`
    select y.id::text, y.article_id::text as "articleId", y.owner_id::text as "ownerId" from layers y
    join jsonb_to_recordset(${rows}::jsonb) as r("articleId" uuid, kind text, "ownerId" uuid)
      on y.article_id = r."articleId" and y.kind = r.kind::layer_kind and y.owner_id is not distinct from r."ownerId"
    where y.workspace_id = ${workspaceId}::uuid`;
  return new Map(found.map((layer) => [layerKey(layer), layer.id]));
}

export function layerKey({ articleId, ownerId }: Pick<LayerWanted, "articleId" | "ownerId">): string {
  return `${articleId} ${ownerId ?? ""}`;
}

/** Whoever marked claims has begun work on their article, and the article was worked on. */
export async function beginWork(
  tx: Tx,
  { workspaceId }: AnyPermit,
  begun: readonly { readonly articleId: string; readonly layerId: string; readonly userId: string }[],
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(begun)}::jsonb) as r("articleId" uuid, "layerId" uuid, "userId" uuid)
    ), worked as (
      insert into article_works as w (workspace_id, layer_id, user_id, article_id, state, updated_at)
      select ${workspaceId}::uuid, r."layerId", r."userId", r."articleId", 'in_progress', ${at}::timestamptz from given r
      on conflict (workspace_id, layer_id, user_id) do update set state = 'in_progress', updated_at = ${at}::timestamptz
      where w.state = 'open'
    )
    update articles a set last_activity_at = greatest(last_activity_at, ${at}::timestamptz)
    where workspace_id = ${workspaceId}::uuid and id in (select "articleId" from given) and ${isInTheOpen}`;
}

export type SourceWrite = SourceFields & { readonly id: string; readonly aliases: readonly string[] };

/** Stores sources and their aliases by one statement; answers how many were stored. */
export async function insertSources(
  tx: Tx,
  { workspaceId, actorId }: Permit<"source:edit">,
  at: Date,
  sources: readonly SourceWrite[],
): Promise<number> {
  if (sources.length === 0) return 0;
  const [stored] = await tx.$queryRaw<{ count: number }[]>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) as r(id uuid, name text, type text,
        "documentType" text, identification text, affiliation text, role text, "roleTitle" text, "roleStatus" text,
        "issuedBy" uuid, wikidata text, notes text, "articleId" uuid, aliases jsonb)
    ), placed as (
      insert into sources (workspace_id, id, name, type, document_type, identification, affiliation, role, role_title,
        role_status, issued_by, wikidata, notes, article_id, created_by, created_at, updated_at)
      select ${workspaceId}::uuid, r.id, r.name, r.type, r."documentType", r.identification, r.affiliation, r.role,
        r."roleTitle", r."roleStatus", r."issuedBy", r.wikidata, r.notes, r."articleId", ${actorId}::uuid,
        ${at}::timestamptz, ${at}::timestamptz
      from given r on conflict do nothing returning id
    ), named as (
      insert into source_aliases (workspace_id, source_id, name)
      select distinct ${workspaceId}::uuid, r.id, a.name from given r join placed using (id),
        jsonb_array_elements_text(r.aliases) as a(name)
    )
    select count(*)::int as count from placed`;
  return stored?.count ?? 0;
}

/** The articles that still are what was planned on: not in the trash, with this very text. Held until the end. */
export async function holdArticles(
  tx: Tx,
  { workspaceId }: AnyPermit,
  articles: readonly { readonly id: string; readonly versionId: string }[],
): Promise<number> {
  if (articles.length === 0) return 0;
  const held = await tx.$queryRaw<{ id: string }[]>`
    select a.id::text from articles a
    join jsonb_to_recordset(${JSON.stringify(articles)}::jsonb) as r(id uuid, "versionId" uuid) on r.id = a.id
    join article_versions v on v.workspace_id = a.workspace_id and v.id = r."versionId" and v.is_current
    where a.workspace_id = ${workspaceId}::uuid and a.trashed_at is null
    order by a.id for no key update of a`;
  return held.length;
}
