import { type Chain, depth, originProvenanceOf } from "#core/attribution/chain.ts";
import type { ClaimContent } from "#core/attribution/claim.ts";
import type { ClaimState } from "#core/review/state.ts";
import type { Span } from "#core/text/span.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { isInTheOpen } from "./layers.ts";

export type NewClaim = {
  readonly id: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly layerId: string;
  readonly sameClaimAs: string | null;
  readonly groupId: string | null;
  readonly content: ClaimContent;
  readonly wholeChain: Chain;
  readonly createdBy: string;
  readonly at: Date;
};

/** A claim's content, and the text it is marked in. */
type MarkedContent = {
  readonly claimId: string;
  readonly versionId: string;
  readonly content: ClaimContent;
};

/** What became of a claim by an event. */
export type SavedClaim = {
  readonly claimId: string;
  readonly versionId: string;
  readonly state: ClaimState;
  readonly revision: number;
  readonly approvedRevision: number | null;
  readonly removed: { readonly at: Date; readonly by: string } | null;
  /** New content, when the event brought some, and whether it marks other words or links than before. */
  readonly written: {
    readonly content: ClaimContent;
    readonly wholeChain: Chain;
    readonly by: string;
    readonly marksDiffer: boolean;
  } | null;
  /** Approvals given before count no more. */
  readonly clearsApprovals: boolean;
};

/** False when the id is taken; then nothing is stored. */
export async function insertClaim(tx: Tx, permit: AnyPermit, claim: NewClaim): Promise<boolean> {
  const { content, wholeChain } = claim;
  const inserted = await tx.$executeRaw`
    insert into claims (workspace_id, id, article_id, version_id, layer_id, lineage_id, parent_id, same_claim_as,
      group_id, statement, kind, provenance, origin_provenance, depth, starts_at, flags, created_by, created_at, updated_at)
    values (${permit.workspaceId}::uuid, ${claim.id}::uuid, ${claim.articleId}::uuid, ${claim.versionId}::uuid,
      ${claim.layerId}::uuid, ${claim.id}::uuid, ${content.parentId}::uuid, ${claim.sameClaimAs}::uuid,
      ${claim.groupId}::uuid, ${content.statement}, ${content.kind}, ${content.provenance},
      ${originProvenanceOf(wholeChain, content.provenance)}, ${depth(wholeChain)}, ${firstOffset(content)},
      ${[...content.flags]}, ${claim.createdBy}::uuid, ${claim.at}, ${claim.at})
    on conflict do nothing`;
  if (inserted === 0) return false;
  await insertMarks(tx, permit, [{ ...claim, claimId: claim.id }]);
  await insertFirstRevision(tx, permit, claim);
  return true;
}

/**
 * Stores many new claims by three statements, and answers how many were stored: fewer where an id was taken, and then
 * the caller rolls back. A parent stands in the same call or is stored already.
 */
export async function insertClaims(
  tx: Tx,
  permit: AnyPermit,
  claims: readonly (NewClaim & { readonly state: "draft" | "submitted" })[],
): Promise<number> {
  const rows = claims.map(({ content, wholeChain, at: _, ...claim }) => ({
    ...claim,
    content,
    wholeChain,
    parent: content.parentId,
    statement: content.statement,
    kind: content.kind,
    provenance: content.provenance,
    origin: originProvenanceOf(wholeChain, content.provenance),
    depth: depth(wholeChain),
    starts: firstOffset(content),
    flags: content.flags,
  }));
  const at = claims[0]?.at ?? null;
  // In one statement, foreign keys are looked at when it ends: a child may stand before its parent.
  const [stored] = await tx.$queryRaw<{ count: number }[]>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "articleId" uuid, "versionId" uuid,
        "layerId" uuid, "sameClaimAs" uuid, "groupId" uuid, "createdBy" uuid, state text, parent uuid, statement text,
        kind text, provenance text, origin text, depth int, starts int, flags jsonb, content jsonb, "wholeChain" jsonb)
    ), claimed as (
      insert into claims (workspace_id, id, article_id, version_id, layer_id, lineage_id, parent_id, same_claim_as,
        group_id, state, statement, kind, provenance, origin_provenance, depth, starts_at, flags, created_by, created_at,
        updated_at, submitted_at)
      select ${permit.workspaceId}::uuid, r.id, r."articleId", r."versionId", r."layerId", r.id, r.parent, r."sameClaimAs",
        r."groupId", r.state::claim_state, r.statement, r.kind, r.provenance, r.origin, r.depth, r.starts,
        array(select jsonb_array_elements_text(r.flags)), r."createdBy", ${at}::timestamptz, ${at}::timestamptz,
        case when r.state = 'submitted' then ${at}::timestamptz end
      from given r
      on conflict do nothing
      returning id
    ), revised as (
      insert into claim_revisions (workspace_id, claim_id, revision, content, whole_chain, created_by, created_at,
        codebook_version)
      select ${permit.workspaceId}::uuid, r.id, 1, r.content, r."wholeChain", r."createdBy", ${at}::timestamptz,
        p.codebook_version
      from given r join claimed using (id)
      join articles a on a.workspace_id = ${permit.workspaceId}::uuid and a.id = r."articleId"
      join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    )
    select count(*)::int as count from claimed`;
  const marked = claims.map(({ id, versionId, content }) => ({ claimId: id, versionId, content }));
  if (stored?.count === claims.length) await insertMarks(tx, permit, marked);
  return stored?.count ?? 0;
}

/**
 * Stores where claims stand and, of those that were written, their content as a new revision; their articles were
 * worked on. All by one statement, and two more where the marks in the text or the links are others.
 */
export async function saveClaims(
  tx: Tx,
  permit: AnyPermit,
  saved: readonly SavedClaim[],
  at: Date,
): Promise<void> {
  const rows = saved.map(savedRow);
  await tx.$executeRaw`
    with saved as (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, state text, revision int,
        approved int, "removedAt" timestamptz, "removedBy" uuid, "clearsApprovals" boolean, "isWritten" boolean,
        parent uuid, statement text, kind text, provenance text, origin text, depth int, starts int, flags jsonb,
        content jsonb, "wholeChain" jsonb, by uuid)
    ), claimed as (
      update claims c set state = r.state::claim_state, revision = r.revision, approved_revision = r.approved,
        approved_at = case
          when r.approved is null then null
          when r.approved is distinct from c.approved_revision then ${at}
          else c.approved_at end,
        submitted_at = case when r.state = 'submitted' and c.state <> 'submitted' then ${at} else c.submitted_at end,
        removed_at = r."removedAt", removed_by = r."removedBy", updated_at = ${at},
        parent_id = case when r."isWritten" then r.parent else c.parent_id end,
        statement = case when r."isWritten" then r.statement else c.statement end,
        kind = case when r."isWritten" then r.kind else c.kind end,
        provenance = case when r."isWritten" then r.provenance else c.provenance end,
        origin_provenance = case when r."isWritten" then r.origin else c.origin_provenance end,
        depth = case when r."isWritten" then r.depth else c.depth end,
        starts_at = case when r."isWritten" then r.starts else c.starts_at end,
        flags = case when r."isWritten" then array(select jsonb_array_elements_text(r.flags)) else c.flags end
      from saved r where c.workspace_id = ${permit.workspaceId}::uuid and c.id = r.id
      returning c.article_id
    ), revised as (
      insert into claim_revisions (workspace_id, claim_id, revision, content, whole_chain, created_by, created_at,
        codebook_version)
      select ${permit.workspaceId}::uuid, r.id, r.revision, r.content, r."wholeChain", r.by, ${at},
        -- Whoever leaves the categories as they were has not chosen them by the codebook of today.
        case when last.categories = ${categoriesOf("r.content")} then last.codebook_version else p.codebook_version end
      from saved r
      join claims c on c.workspace_id = ${permit.workspaceId}::uuid and c.id = r.id
      join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id
      join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
      left join lateral (
        select v.codebook_version, ${categoriesOf("v.content")} as categories from claim_revisions v
        where v.workspace_id = c.workspace_id and v.claim_id = c.id order by v.revision desc limit 1
      ) last on true
      where r."isWritten"
    ), cleared as (
      update reviews v set counts = false from saved r
      where v.workspace_id = ${permit.workspaceId}::uuid and v.claim_id = r.id and r."clearsApprovals"
        and v.decision = 'approve' and v.counts
    )
    update articles a set last_activity_at = greatest(last_activity_at, ${at})
    where workspace_id = ${permit.workspaceId}::uuid and id in (select article_id from claimed) and ${isInTheOpen}`;
  const marked = saved.flatMap(({ claimId, versionId, written }) =>
    written?.marksDiffer ? [{ claimId, versionId, content: written.content }] : [],
  );
  if (marked.length > 0) await replaceMarks(tx, permit, marked);
}

/** SQL for the categories somebody chose in a content: of its own links, or where it has none of the claim. */
const categoriesOf = (content: "r.content" | "v.content") =>
  Prisma.raw(
    `coalesce(nullif(jsonb_path_query_array(${content}, '$.chain[*].category'), '[]'), ${content}->'provenance')`,
  );

function savedRow({ claimId, state, revision, approvedRevision, removed, written, ...saved }: SavedClaim) {
  const { clearsApprovals } = saved;
  const standing = { id: claimId, state, revision, approved: approvedRevision, clearsApprovals };
  const gone = { removedAt: removed?.at ?? null, removedBy: removed?.by ?? null };
  if (!written) return { ...standing, ...gone, isWritten: false };
  const { content, wholeChain, by } = written;
  return {
    ...standing,
    ...gone,
    isWritten: true,
    parent: content.parentId,
    statement: content.statement,
    kind: content.kind,
    provenance: content.provenance,
    origin: originProvenanceOf(wholeChain, content.provenance),
    depth: depth(wholeChain),
    starts: firstOffset(content),
    flags: content.flags,
    content,
    wholeChain,
    by,
  };
}

async function replaceMarks(tx: Tx, permit: AnyPermit, written: readonly MarkedContent[]): Promise<void> {
  const ids = written.map(({ claimId }) => claimId);
  await tx.$executeRaw`
    with spans as (
      delete from claim_spans where workspace_id = ${permit.workspaceId}::uuid and claim_id = any(${ids}::uuid[])
    )
    delete from claim_links where workspace_id = ${permit.workspaceId}::uuid and claim_id = any(${ids}::uuid[])`;
  await insertMarks(tx, permit, written);
}

/** What joins claims is not content: no revision, no review (rules.md 4). */
export async function saveJoining(
  tx: Tx,
  permit: AnyPermit,
  claimId: string,
  joining: { readonly sameClaimAs: string | null; readonly groupId: string | null },
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    update claims set same_claim_as = ${joining.sameClaimAs}::uuid, group_id = ${joining.groupId}::uuid, updated_at = ${at}
    where workspace_id = ${permit.workspaceId}::uuid and id = ${claimId}::uuid`;
}

async function insertFirstRevision(tx: Tx, permit: AnyPermit, { id, content, ...claim }: NewClaim) {
  await tx.$executeRaw`
    insert into claim_revisions (workspace_id, claim_id, revision, content, whole_chain, created_by, created_at,
      codebook_version)
    select ${permit.workspaceId}::uuid, ${id}::uuid, 1, ${JSON.stringify(content)}::jsonb,
      ${JSON.stringify(claim.wholeChain)}::jsonb, ${claim.createdBy}::uuid, ${claim.at}, p.codebook_version
    from articles a join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    where a.workspace_id = ${permit.workspaceId}::uuid and a.id = ${claim.articleId}::uuid`;
}

/** Spans, links and the links' sources of all the claims, by one statement. */
async function insertMarks(tx: Tx, permit: AnyPermit, written: readonly MarkedContent[]) {
  const links = written.flatMap(({ claimId, content }) =>
    content.chain.map(({ mention: _m, cue: _c, addressee: _a, ...hop }, index) => ({
      ...hop,
      claimId,
      ordinal: index + 1,
    })),
  );
  await tx.$executeRaw`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r("claimId" uuid, ordinal int, category text,
        act text, directness text, "cueStance" text, polarity text, explicit boolean, basis text,
        "attributionStatus" text, channel text, sources jsonb)
    ), hops as (
      insert into claim_links (workspace_id, claim_id, ordinal, category, act, directness, cue_stance, polarity, explicit,
        basis, attribution_status, channel)
      select ${permit.workspaceId}::uuid, r."claimId", r.ordinal, r.category, r.act, r.directness, r."cueStance", r.polarity,
        r.explicit, r.basis, r."attributionStatus", r.channel
      from given r
    ), speakers as (
      insert into claim_link_sources (workspace_id, claim_id, link_ordinal, position, source_id)
      select ${permit.workspaceId}::uuid, r."claimId", r.ordinal, s.position, s.id::uuid
      from given r, jsonb_array_elements_text(r.sources) with ordinality as s(id, position)
    )
    insert into claim_spans (workspace_id, claim_id, role, link_ordinal, ordinal, version_id, text_length, start_offset,
      end_offset, hedge_type)
    select ${permit.workspaceId}::uuid, r."claimId", r.role::span_role, r.link, r.ordinal, r."versionId", v.length, r.start,
      r."end", r.hedge
    from jsonb_to_recordset(${JSON.stringify(written.flatMap(spanRows))}::jsonb) as r("claimId" uuid, "versionId" uuid,
      role text, link int, ordinal int, start int, "end" int, hedge text)
    join article_versions v on v.workspace_id = ${permit.workspaceId}::uuid and v.id = r."versionId"`;
}

function spanRows({ claimId, versionId, content }: MarkedContent) {
  const rows = (role: string, link: number, spans: readonly Span[]) =>
    spans.map(({ start, end }, ordinal) => ({
      claimId,
      versionId,
      role,
      link,
      ordinal,
      start,
      end,
      hedge: null,
    }));
  return [
    ...rows("claim", 0, content.spans),
    ...content.chain.flatMap((hop, index) => [
      ...rows("mention", index + 1, hop.mention),
      ...rows("cue", index + 1, hop.cue),
      ...rows("addressee", index + 1, hop.addressee),
    ]),
    ...content.hedges.map(({ type, span }, ordinal) => {
      const { start, end } = span;
      return { claimId, versionId, role: "hedge", link: 0, ordinal, start, end, hedge: type };
    }),
  ];
}

function firstOffset(content: ClaimContent): number {
  return Math.min(...content.spans.map(({ start }) => start));
}
