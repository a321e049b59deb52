import type { ClaimState } from "#core/review/state.ts";
import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { layerIsVisible } from "./layers.ts";
import { projectIsVisible } from "./projects.ts";

/** Live claims that the permit's holder may see, as `c`, with their article `a`, project `p` and layer `l`. */
const seenClaims = (permit: AnyPermit) => Prisma.sql`
  claims c
  join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id and a.trashed_at is null
  join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id and ${projectIsVisible(permit)}
  join layers l on l.workspace_id = c.workspace_id and l.id = c.layer_id and ${layerIsVisible(permit)}`;

/** SQL for the categories a claim names: its own, and those of its own links. */
const categoriesOfClaim = (claim: "c" | "s") => {
  const of = Prisma.raw(claim);
  return Prisma.sql`(select ${of}.provenance as category union
    select k.category from claim_links k where k.workspace_id = ${of}.workspace_id and k.claim_id = ${of}.id)`;
};

/** How many claims name each category, of those the permit's holder may see: in the workspace. */
export function usesOfCategories(tx: Tx, permit: AnyPermit): Promise<{ category: string; claims: number }[]> {
  return tx.$queryRaw`
    select u.category, count(*)::int as claims
    from ${seenClaims(permit)}, lateral ${categoriesOfClaim("c")} u
    where c.workspace_id = ${permit.workspaceId}::uuid and c.removed_at is null
    group by u.category order by u.category`;
}

/** By which versions of the codebook the claims of a project were made or looked at: what they are compared with. */
export async function versionsBehind(tx: Tx, permit: AnyPermit, projectId: string): Promise<number[]> {
  const rows = await tx.$queryRaw<{ version: number }[]>`
    select distinct v.codebook_version as version
    from ${seenClaims(permit)}
    join claim_revisions v on v.workspace_id = c.workspace_id and v.claim_id = c.id and v.revision = c.revision
    where c.workspace_id = ${permit.workspaceId}::uuid and a.project_id = ${projectId}::uuid and c.removed_at is null
    union
    select distinct w.codebook_version
    from ${seenClaims(permit)}
    join claim_looks w on w.workspace_id = c.workspace_id and w.claim_id = c.id and w.revision = c.revision
    where c.workspace_id = ${permit.workspaceId}::uuid and a.project_id = ${projectId}::uuid and c.removed_at is null`;
  return rows.map(({ version }) => version);
}

/** A claim made by version `basis` is worth another look where it names `category`. */
export type Need = { readonly basis: number; readonly category: string };

/**
 * SQL for claims of a project that another version asks a look for, as `touched`, each once for every category: with
 * who has looked at them since. A look counts where the version it was given under left nothing to ask.
 */
function touched(permit: AnyPermit, projectId: string, needs: readonly Need[]) {
  return Prisma.sql`
    needs as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(needs)}::jsonb) as n(basis int, category text)
    ), seen as materialized (
      select c.workspace_id, c.id, c.revision, c.provenance, v.codebook_version as basis
      from ${seenClaims(permit)}
      join claim_revisions v on v.workspace_id = c.workspace_id and v.claim_id = c.id and v.revision = c.revision
      where c.workspace_id = ${permit.workspaceId}::uuid and a.project_id = ${projectId}::uuid and c.removed_at is null
        and v.codebook_version in (select basis from needs)
    ), touched as materialized (
      select s.id, s.basis, u.category, look.user_id as looked_by, look.looked_at
      from seen s
      cross join lateral ${categoriesOfClaim("s")} u
      join needs n on n.basis = s.basis and n.category = u.category
      left join lateral (
        select w.user_id, w.looked_at from claim_looks w
        where w.workspace_id = s.workspace_id and w.claim_id = s.id and w.revision = s.revision
          and not exists (select from needs m join lateral ${categoriesOfClaim("s")} o on o.category = m.category
            where m.basis = w.codebook_version)
        order by w.looked_at limit 1
      ) look on true
    )`;
}

/** Of each category: claims that another look was asked for, and how many of them were looked at. */
export function lookCounts(
  tx: Tx,
  permit: AnyPermit,
  projectId: string,
  needs: readonly Need[],
): Promise<{ category: string; claims: number; looked: number }[]> {
  return tx.$queryRaw`
    with ${touched(permit, projectId, needs)}
    select category, count(*)::int as claims, count(looked_by)::int as looked
    from touched group by category order by category`;
}

/** Claims, each counted once however many of its categories changed. */
export async function lookTotal(
  tx: Tx,
  permit: AnyPermit,
  projectId: string,
  needs: readonly Need[],
): Promise<{ claims: number; looked: number }> {
  const [total] = await tx.$queryRaw<{ claims: number; looked: number }[]>`
    with ${touched(permit, projectId, needs)}
    select count(distinct id)::int as claims, count(distinct id) filter (where looked_by is not null)::int as looked
    from touched`;
  return total ?? { claims: 0, looked: 0 };
}

export type ClaimToLookAt = {
  readonly id: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly state: ClaimState;
  readonly revision: number;
  readonly statement: string;
  readonly exact: string;
  /** The version its categories were chosen by. */
  readonly basis: number;
  readonly categories: readonly string[];
  readonly lookedBy: string | null;
  readonly lookedAt: Date | null;
};

export type LookFilter = { readonly category?: string | undefined; readonly looked?: boolean | undefined };

/** A page of claims to look at, in the order they were made. */
export function claimsToLookAtIn(
  tx: Tx,
  permit: AnyPermit,
  projectId: string,
  needs: readonly Need[],
  { category, looked, limit, after }: LookFilter & { readonly limit: number; readonly after: string | null },
): Promise<ClaimToLookAt[]> {
  const conditions = [
    after === null ? Prisma.sql`true` : Prisma.sql`t.id > ${after}::uuid`,
    ...(category === undefined
      ? []
      : [Prisma.sql`exists (select from touched o where o.id = t.id and o.category = ${category})`]),
    ...(looked === undefined ? [] : [Prisma.sql`(t.looked_by is not null) = ${looked}`]),
  ];
  return tx.$queryRaw`
    with ${touched(permit, projectId, needs)}, page as materialized (
      select t.id, t.basis, t.looked_by, t.looked_at, array_agg(t.category order by t.category) as categories
      from touched t where ${Prisma.join(conditions, " and ")}
      group by t.id, t.basis, t.looked_by, t.looked_at order by t.id limit ${limit}
    )
    select c.id::text, c.article_id::text as "articleId", a.title as "articleTitle", c.state::text as state, c.revision,
      c.statement, page.basis, page.categories, page.looked_by::text as "lookedBy", page.looked_at as "lookedAt",
      (select string_agg(substr(v.text, s.start_offset + 1, s.end_offset - s.start_offset), ' … ' order by s.ordinal)
        from claim_spans s join article_versions v on v.workspace_id = s.workspace_id and v.id = s.version_id
        where s.workspace_id = c.workspace_id and s.claim_id = c.id and s.role = 'claim') as exact
    from page
    join claims c on c.workspace_id = ${permit.workspaceId}::uuid and c.id = page.id
    join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id
    order by page.id`;
}

/** Notes that a revision was looked at under a version; the first to do so stays named. */
export async function keepLook(
  tx: Tx,
  { workspaceId, actorId }: Permit<"assessment:write">,
  look: { readonly claimId: string; readonly revision: number; readonly version: number; readonly at: Date },
): Promise<void> {
  await tx.$executeRaw`
    insert into claim_looks (workspace_id, claim_id, revision, codebook_version, user_id, looked_at)
    values (${workspaceId}::uuid, ${look.claimId}::uuid, ${look.revision}, ${look.version}, ${actorId}::uuid, ${look.at})
    on conflict do nothing`;
}

/** Takes back that a revision was looked at under a version. */
export async function dropLook(
  tx: Tx,
  { workspaceId }: Permit<"assessment:write">,
  {
    claimId,
    revision,
    version,
  }: { readonly claimId: string; readonly revision: number; readonly version: number },
): Promise<void> {
  await tx.claimLook.deleteMany({ where: { workspaceId, claimId, revision, codebookVersion: version } });
}

/**
 * Categories that claims of a project, or of one article, name beyond those that are known: removed claims and those in
 * the trash count, for they can come back, and so do approved revisions, for they are exported.
 */
export async function categoriesBeyond(
  tx: Tx,
  { workspaceId }: AnyPermit,
  within: { readonly projectId: string } | { readonly articleId: string },
  known: readonly string[],
): Promise<string[]> {
  const narrowed =
    "projectId" in within
      ? Prisma.sql`a.project_id = ${within.projectId}::uuid`
      : Prisma.sql`a.id = ${within.articleId}::uuid`;
  const rows = await tx.$queryRaw<{ category: string }[]>`
    select distinct u.category
    from articles a
    join claims c on c.workspace_id = a.workspace_id and c.article_id = a.id
    join claim_revisions v on v.workspace_id = c.workspace_id and v.claim_id = c.id
      and v.revision in (c.revision, c.approved_revision)
    cross join lateral (
      select v.content->>'provenance' as category union
      select hop->>'category' from jsonb_array_elements(v.content->'chain') hop
    ) u
    where a.workspace_id = ${workspaceId}::uuid and ${narrowed} and u.category <> all(${[...known]}::text[])
    order by 1`;
  return rows.map(({ category }) => category);
}
