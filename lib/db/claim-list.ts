import { isAtLeast } from "#core/review/refusal.ts";
import type { ClaimState } from "#core/review/state.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import { speaksOf } from "./claim-search.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { layerIsVisible } from "./layers.ts";

/** What a list may be narrowed by; every field that is there must hold. */
export type ClaimFilter = {
  readonly state?: ClaimState;
  readonly provenance?: string;
  readonly originProvenance?: string;
  readonly source?: string;
  readonly article?: string;
  /** Id or slug. */
  readonly project?: string;
  readonly author?: string;
  readonly reviewer?: string;
  readonly updatedSince?: string;
  readonly decidable?: boolean;
  readonly q?: string;
};

/** Where a page begins: after this claim, whose time is as PostgreSQL writes it. */
export type ClaimPosition = { readonly key: string; readonly id: string };

export type ListedClaim = {
  readonly id: string;
  readonly sortKey: string;
  readonly articleTitle: string;
  readonly exact: string;
};

/** One page of claims the permitted person may see: the latest first, or, of those to decide on, the oldest. */
export async function listClaims(
  tx: Tx,
  permit: AnyPermit,
  filter: ClaimFilter,
  page: { readonly limit: number; readonly after: ClaimPosition | null },
): Promise<ListedClaim[]> {
  const words = filter.q?.trim() ?? "";
  const found = words === "" ? Prisma.sql`true` : await speaksOf(tx, permit, words);
  if (found === null) return [];
  const order = filter.decidable ? Prisma.sql`asc` : Prisma.sql`desc`;
  const conditions = Prisma.join(
    [...seen(permit), ...narrowed(permit, filter), found, ...begun(page.after, filter.decidable === true)],
    " and ",
  );
  return tx.$queryRaw<ListedClaim[]>`
    with page as materialized (
      select c.workspace_id, c.id, c.version_id, c.updated_at, a.title
      from claims c
      join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id
      join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
      join layers l on l.workspace_id = c.workspace_id and l.id = c.layer_id
      where ${conditions}
      order by c.updated_at ${order}, c.id ${order} limit ${page.limit}
    )
    select page.id, page.updated_at::text as "sortKey", page.title as "articleTitle", words.exact
    from page
    cross join lateral (
      select string_agg(substr(v.text, s.start_offset + 1, s.end_offset - s.start_offset), ' … ' order by s.ordinal) as exact
      from claim_spans s
      join article_versions v on v.workspace_id = s.workspace_id and v.id = s.version_id
      where s.workspace_id = page.workspace_id and s.claim_id = page.id and s.role = 'claim'
    ) words
    order by page.updated_at ${order}, page.id ${order}`;
}

/** What `claim:read` asks, as conditions: a page must not be emptied after it was counted out. */
function seen(permit: AnyPermit): Prisma.Sql[] {
  const { workspaceId, actorId } = permit;
  return [
    Prisma.sql`c.workspace_id = ${workspaceId}::uuid`,
    Prisma.sql`c.removed_at is null`,
    Prisma.sql`a.trashed_at is null`,
    Prisma.sql`(not p.restricted or exists (select from project_members m
      where m.workspace_id = p.workspace_id and m.project_id = p.id and m.user_id = ${actorId}::uuid))`,
    layerIsVisible(permit),
  ];
}

// Written out, for the index of one state's claims is chosen only where the state is known when the plan is made.
const inState: Readonly<Record<ClaimState, Prisma.Sql>> = {
  draft: Prisma.sql`c.state = 'draft'`,
  submitted: Prisma.sql`c.state = 'submitted'`,
  changes_requested: Prisma.sql`c.state = 'changes_requested'`,
  approved: Prisma.sql`c.state = 'approved'`,
  rejected: Prisma.sql`c.state = 'rejected'`,
};

function narrowed(permit: AnyPermit, filter: ClaimFilter): Prisma.Sql[] {
  const { state, provenance, originProvenance, source, article, project, author, updatedSince } = filter;
  return [
    state === undefined ? [] : inState[state],
    provenance === undefined ? [] : Prisma.sql`c.provenance = ${provenance}`,
    originProvenance === undefined ? [] : Prisma.sql`c.origin_provenance = ${originProvenance}`,
    article === undefined ? [] : Prisma.sql`c.article_id = ${article}::uuid`,
    project === undefined ? [] : Prisma.sql`(p.id::text = ${project} or p.slug = ${project})`,
    author === undefined ? [] : Prisma.sql`c.created_by = ${author}::uuid`,
    updatedSince === undefined ? [] : Prisma.sql`c.updated_at >= ${new Date(updatedSince)}`,
    source === undefined ? [] : leansOn(source),
    filter.reviewer === undefined ? [] : decidedBy(filter.reviewer),
    filter.decidable ? awaiting(permit) : [],
  ].flat();
}

/** In its own links, or in those of a claim it is nested in. */
function leansOn(source: string): Prisma.Sql {
  return Prisma.sql`exists (
    with recursive line as (
      select c.id, c.parent_id
      union all
      select up.id, up.parent_id from claims up join line on up.workspace_id = c.workspace_id and up.id = line.parent_id
    )
    select from line join claim_link_sources ls on ls.workspace_id = c.workspace_id and ls.claim_id = line.id
    where ls.source_id = ${source}::uuid)`;
}

function decidedBy(reviewer: string): Prisma.Sql {
  return Prisma.sql`exists (select from reviews r where r.workspace_id = c.workspace_id and r.claim_id = c.id
    and r.reviewer_id = ${reviewer}::uuid and r.retracted_at is null)`;
}

/** Waiting for this very person: four eyes as conditions, and not what they have approved already. */
function awaiting({ actorId, role }: AnyPermit): Prisma.Sql[] {
  return [
    Prisma.sql`${isAtLeast(role, "reviewer")}`,
    inState.submitted,
    Prisma.sql`p.approvals_needed > 0`,
    Prisma.sql`c.created_by <> ${actorId}::uuid`,
    Prisma.sql`not exists (select from claim_revisions v where v.workspace_id = c.workspace_id and v.claim_id = c.id
      and v.created_by = ${actorId}::uuid and v.revision > greatest(1, (
        select coalesce(max(r.revision), 0) from reviews r where r.workspace_id = c.workspace_id and r.claim_id = c.id
          and r.retracted_at is null and r.state_after <> 'submitted')))`,
    Prisma.sql`not exists (select from reviews r where r.workspace_id = c.workspace_id and r.claim_id = c.id
      and r.decision = 'approve' and r.counts
      and (r.reviewer_id = ${actorId}::uuid or r.proposal->>'acceptedBy' = ${actorId}))`,
  ];
}

function begun(after: ClaimPosition | null, isAscending: boolean): Prisma.Sql[] {
  if (!after) return [];
  const at = Prisma.sql`${after.key}::timestamptz`;
  return [
    isAscending
      ? Prisma.sql`(c.updated_at, c.id) > (${at}, ${after.id}::uuid)`
      : Prisma.sql`(c.updated_at, c.id) < (${at}, ${after.id}::uuid)`,
  ];
}
