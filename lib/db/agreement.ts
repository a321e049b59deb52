import type { CodedClaim, CodedLayer } from "#core/agreement/coded.ts";
import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import { type ChainedClaim, claimsOfLayers } from "./claims.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { layerIsVisible } from "./layers.ts";

/** An article whose layers can be compared: two or more that its reader sees, each finished by its owner. */
export type ComparableArticle = {
  readonly articleId: string;
  readonly title: string;
  readonly versionId: string;
  readonly length: number;
  readonly finishedAt: string;
  readonly layers: readonly { readonly layerId: string; readonly coderId: string }[];
  /** Another one as soon as anything of it that agreement looks at is. */
  readonly fingerprint: string;
};

/**
 * The articles of a project, or one of them, that the permit's holder may compare, by id. "Finished" is asked of each layer's owner
 * (rules.md 3); claims of an earlier version count for nothing.
 */
export function comparableArticles(
  tx: Tx,
  permit: Permit<"agreement:read" | "adjudication:decide">,
  projectId: string,
  articleId: string | null = null,
): Promise<ComparableArticle[]> {
  const w = Prisma.sql`${permit.workspaceId}::uuid`;
  return tx.$queryRaw`
    with coded as (
      select a.id as article_id, a.title, v.id as version_id, v.length, l.id as layer_id, l.owner_id, k.updated_at
      from articles a
      join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.is_current
      join layers l on l.workspace_id = a.workspace_id and l.article_id = a.id and l.kind = 'editor'
      join article_works k on k.workspace_id = l.workspace_id and k.layer_id = l.id and k.user_id = l.owner_id
        and k.state = 'finished'
      where a.workspace_id = ${w} and a.project_id = ${projectId}::uuid and a.trashed_at is null
        and (${articleId}::uuid is null or a.id = ${articleId}::uuid) and ${layerIsVisible(permit)}
    ), marked as (
      select d.layer_id, md5(string_agg(c.id::text || c.revision::text || coalesce(c.parent_id::text, '') || coalesce((
          select string_agg(p.source_id::text, ' ' order by p.link_ordinal, p.position) from claim_link_sources p
          where p.workspace_id = c.workspace_id and p.claim_id = c.id), '') || coalesce((
          select t.revision::text from assessments t
          where t.workspace_id = c.workspace_id and t.claim_id = c.id and t.user_id = d.owner_id), ''),
        ',' order by c.id)) as hash
      from coded d
      join claims c on c.workspace_id = ${w} and c.article_id = d.article_id and c.layer_id = d.layer_id
        and c.version_id = d.version_id and c.removed_at is null
      group by d.layer_id
    )
    select d.article_id::text as "articleId", d.title, d.version_id::text as "versionId", d.length,
      to_char(max(d.updated_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "finishedAt",
      json_agg(json_build_object('layerId', d.layer_id, 'coderId', d.owner_id) order by d.layer_id) as layers,
      md5(string_agg(d.layer_id::text || d.version_id::text || coalesce(m.hash, ''), ',' order by d.layer_id))
        as fingerprint
    from coded d left join marked m on m.layer_id = d.layer_id
    group by d.article_id, d.title, d.version_id, d.length having count(*) > 1
    order by d.article_id`;
}

/** The claims of some layers of one version, each layer with those of its coder, and with the coder's own assessments. */
export async function codedLayersOf(
  tx: Tx,
  permit: AnyPermit,
  article: Pick<ComparableArticle, "articleId" | "versionId" | "layers">,
): Promise<CodedLayer[]> {
  const ids = article.layers.map(({ layerId }) => layerId);
  const claims = await claimsOfLayers(tx, permit, article, ids);
  const judged = await tx.$queryRaw<Judged[]>`
    select t.claim_id::text as "claimId", t.source_reliability as "sourceReliability",
      t.info_credibility as "infoCredibility"
    from claims c
    join layers l on l.workspace_id = c.workspace_id and l.id = c.layer_id
    join assessments t on t.workspace_id = c.workspace_id and t.claim_id = c.id and t.user_id = l.owner_id
    where c.workspace_id = ${permit.workspaceId}::uuid and c.article_id = ${article.articleId}::uuid
      and c.layer_id = any(${ids}::uuid[]) and c.removed_at is null`;
  const judgedById = new Map(judged.map((one) => [one.claimId, one]));
  return article.layers.map(({ layerId, coderId }) => ({
    layerId,
    coderId,
    claims: claims
      .filter((claim) => claim.layerId === layerId)
      .map((claim) => codedClaim(claim, judgedById.get(claim.id))),
  }));
}

type Judged = {
  readonly claimId: string;
  readonly sourceReliability: string | null;
  readonly infoCredibility: number | null;
};

function codedClaim({ id, content, wholeChain }: ChainedClaim, judged: Judged | undefined): CodedClaim {
  return {
    id,
    parentId: content.parentId,
    spans: content.spans,
    statement: content.statement,
    kind: content.kind,
    provenance: content.provenance,
    chain: wholeChain,
    hedges: content.hedges.map(({ type }) => type),
    flags: content.flags,
    sourceReliability: judged?.sourceReliability ?? null,
    infoCredibility: judged?.infoCredibility ?? null,
  };
}

type InWorkspace = Pick<AnyPermit | SystemPermit<string>, "workspaceId">;

/** Tallies that are still true, by article. */
export async function keptTallies(
  tx: Tx,
  { workspaceId }: InWorkspace,
  wanted: readonly { readonly articleId: string; readonly key: string; readonly fingerprint: string }[],
): Promise<ReadonlyMap<string, unknown>> {
  const rows = await tx.$queryRaw<{ articleId: string; tally: unknown }[]>`
    select t.article_id::text as "articleId", t.tally from agreement_tallies t
    join jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as x("articleId" uuid, key text, fingerprint text)
      on x."articleId" = t.article_id and x.key = t.key and x.fingerprint = t.fingerprint
    where t.workspace_id = ${workspaceId}::uuid`;
  return new Map(rows.map(({ articleId, tally }) => [articleId, tally]));
}

export async function keepTallies(
  tx: Tx,
  { workspaceId }: SystemPermit<string>,
  tallies: readonly {
    readonly articleId: string;
    readonly key: string;
    readonly fingerprint: string;
    readonly tally: object;
  }[],
): Promise<void> {
  await tx.$executeRaw`
    insert into agreement_tallies (workspace_id, article_id, key, fingerprint, tally)
    select ${workspaceId}::uuid, x."articleId", x.key, x.fingerprint, x.tally
    from jsonb_to_recordset(${JSON.stringify(tallies)}::jsonb)
      as x("articleId" uuid, key text, fingerprint text, tally jsonb)
    join articles a on a.workspace_id = ${workspaceId}::uuid and a.id = x."articleId"
    on conflict (workspace_id, article_id, key) do update set fingerprint = excluded.fingerprint, tally = excluded.tally`;
}
