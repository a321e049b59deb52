import type { Codebook } from "#core/provenance/codebook.ts";
import type { Identification } from "#core/provenance/facets.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { LayerFacts, ProjectFacts } from "#lib/authz/objects.ts";
import type { Tx } from "./client.ts";
import { isInTheOpen } from "./layers.ts";

export type PlaceLayer = LayerFacts & { readonly id: string };

/** Where claims of an article are made: its project's rules, its layers, its current text's id. */
export type ClaimPlace = {
  readonly articleId: string;
  readonly isTrashed: boolean;
  readonly currentVersionId: string;
  /** Every text there ever was; lengths in code points. */
  readonly versions: readonly { readonly id: string; readonly length: number }[];
  readonly mode: "shared" | "blind";
  readonly importedBy: string;
  readonly project: ProjectFacts;
  readonly codebook: Codebook;
  readonly switchedOff: readonly string[];
  readonly layers: readonly PlaceLayer[];
};

type Row = Omit<ClaimPlace, "project" | "codebook"> & ProjectFacts & { codebook: unknown };

export async function claimPlace(tx: Tx, permit: AnyPermit, articleId: string): Promise<ClaimPlace | null> {
  const [row] = await tx.$queryRaw<Row[]>`
    select a.id as "articleId", a.imported_by as "importedBy", a.trashed_at is not null as "isTrashed", p.mode::text as mode,
      p.restricted as "isRestricted", p.disabled_categories as "switchedOff", k.content as codebook,
      (select v.id from article_versions v where v.workspace_id = a.workspace_id and v.article_id = a.id and v.is_current) as "currentVersionId",
      (select json_agg(json_build_object('id', v.id, 'length', v.length))
        from article_versions v where v.workspace_id = a.workspace_id and v.article_id = a.id) as versions,
      array(select m.user_id from project_members m where m.workspace_id = p.workspace_id and m.project_id = p.id) as "memberIds",
      (select coalesce(json_agg(json_build_object('id', y.id, 'kind', y.kind, 'ownerId', y.owner_id,
          'isReleased', y.released_at is not null)), '[]'::json)
        from layers y where y.workspace_id = a.workspace_id and y.article_id = a.id) as layers
    from articles a
    join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    join codebooks k on k.workspace_id = p.workspace_id and k.id = p.codebook_id and k.version = p.codebook_version
    where a.workspace_id = ${permit.workspaceId}::uuid and a.id = ${articleId}::uuid`;
  if (!row) return null;
  const { isRestricted, memberIds, codebook, ...place } = row;
  // A codebook is validated when it is stored; the column holds nothing else.
  return { ...place, project: { isRestricted, memberIds }, codebook: codebook as Codebook };
}

export async function versionText(tx: Tx, permit: AnyPermit, versionId: string): Promise<string> {
  const { text } = await tx.articleVersion.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: permit.workspaceId, id: versionId } },
    select: { text: true },
  });
  return text;
}

/** The registry's word on sources an article's claim may name: not merged away, not another article's unnamed one. */
export async function sourcesFor(
  tx: Tx,
  permit: AnyPermit,
  articleId: string,
  ids: readonly string[],
): Promise<Map<string, { identification: Identification }>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; identification: Identification }[]>`
    select id, identification from sources
    where workspace_id = ${permit.workspaceId}::uuid and id = any(${[...new Set(ids)]}::uuid[])
      and merged_into is null and (article_id is null or article_id = ${articleId}::uuid)`;
  return new Map(rows.map(({ id, identification }) => [id, { identification }]));
}

/** What merged sources are called now, by their former id. */
export async function mergedSources(
  tx: Tx,
  permit: AnyPermit,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ from: string; into: string }[]>`
    with recursive trail as (
      select id as "from", id as at, merged_into from sources
      where workspace_id = ${permit.workspaceId}::uuid and id = any(${[...new Set(ids)]}::uuid[])
      union
      select trail."from", s.id, s.merged_into from sources s join trail on s.id = trail.merged_into
      where s.workspace_id = ${permit.workspaceId}::uuid
    )
    select "from", at as "into" from trail where merged_into is null`;
  return new Map(rows.map((row) => [row.from, row.into]));
}

/** Work on a claim is work on its article. The first claim of an editor takes their work out of `open`. */
export async function touchArticle(
  tx: Tx,
  permit: AnyPermit,
  articleId: string,
  at: Date,
  begun?: { readonly layerId: string; readonly userId: string },
): Promise<void> {
  if (begun) {
    await tx.$executeRaw`
      insert into article_works as w (workspace_id, layer_id, user_id, article_id, state, updated_at)
      values (${permit.workspaceId}::uuid, ${begun.layerId}::uuid, ${begun.userId}::uuid, ${articleId}::uuid, 'in_progress', ${at})
      on conflict (workspace_id, layer_id, user_id) do update set state = 'in_progress', updated_at = ${at}
      where w.state = 'open'`;
  }
  await tx.$executeRaw`
    update articles a set last_activity_at = greatest(last_activity_at, ${at})
    where workspace_id = ${permit.workspaceId}::uuid and id = ${articleId}::uuid and ${isInTheOpen}`;
}
