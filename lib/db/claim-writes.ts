import { type Chain, depth, originProvenanceOf } from "#core/attribution/chain.ts";
import type { ClaimContent } from "#core/attribution/claim.ts";
import type { ClaimState } from "#core/review/state.ts";
import type { Span } from "#core/text/span.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";

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

/** A claim's content as it now is, where it is written down, and who wrote it. */
export type WrittenContent = {
  readonly claimId: string;
  readonly versionId: string;
  readonly revision: number;
  readonly content: ClaimContent;
  readonly wholeChain: Chain;
  readonly by: string;
};

/** Columns that follow from an event. */
export type NewStanding = {
  readonly claimId: string;
  readonly state: ClaimState;
  readonly revision: number;
  readonly approvedRevision: number | null;
  readonly removed: { readonly at: Date; readonly by: string } | null;
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
  const written = { ...claim, claimId: claim.id, revision: 1, by: claim.createdBy };
  await insertMarks(tx, permit, [written]);
  await insertRevisions(tx, permit, [written], claim.at);
  return true;
}

/** Replaces claims' content by a new revision; states are `saveStandings`' business. */
export async function writeContents(
  tx: Tx,
  permit: AnyPermit,
  written: readonly WrittenContent[],
  at: Date,
): Promise<void> {
  if (written.length === 0) return;
  const rows = written.map(({ claimId, content, wholeChain }) => ({
    id: claimId,
    parent: content.parentId,
    statement: content.statement,
    kind: content.kind,
    provenance: content.provenance,
    origin: originProvenanceOf(wholeChain, content.provenance),
    depth: depth(wholeChain),
    starts: firstOffset(content),
    flags: content.flags,
  }));
  await tx.$executeRaw`
    update claims c set parent_id = r.parent, statement = r.statement, kind = r.kind, provenance = r.provenance,
      origin_provenance = r.origin, depth = r.depth, starts_at = r.starts,
      flags = array(select jsonb_array_elements_text(r.flags))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, parent uuid, statement text, kind text,
      provenance text, origin text, depth int, starts int, flags jsonb)
    where c.workspace_id = ${permit.workspaceId}::uuid and c.id = r.id`;
  const ids = written.map(({ claimId }) => claimId);
  await tx.$executeRaw`
    delete from claim_spans where workspace_id = ${permit.workspaceId}::uuid and claim_id = any(${ids}::uuid[])`;
  await tx.$executeRaw`
    delete from claim_links where workspace_id = ${permit.workspaceId}::uuid and claim_id = any(${ids}::uuid[])`;
  await insertMarks(tx, permit, written);
  await insertRevisions(tx, permit, written, at);
}

export async function saveStandings(
  tx: Tx,
  permit: AnyPermit,
  standings: readonly NewStanding[],
  at: Date,
): Promise<void> {
  const rows = standings.map(({ removed, ...standing }) => ({
    ...standing,
    removedAt: removed?.at ?? null,
    removedBy: removed?.by ?? null,
  }));
  await tx.$executeRaw`
    update claims c set state = r.state::claim_state, revision = r.revision, approved_revision = r."approvedRevision",
      approved_at = case
        when r."approvedRevision" is null then null
        when r."approvedRevision" is distinct from c.approved_revision then ${at}
        else c.approved_at end,
      submitted_at = case when r.state = 'submitted' and c.state <> 'submitted' then ${at} else c.submitted_at end,
      removed_at = r."removedAt", removed_by = r."removedBy", updated_at = ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("claimId" uuid, state text, revision int,
      "approvedRevision" int, "removedAt" timestamptz, "removedBy" uuid)
    where c.workspace_id = ${permit.workspaceId}::uuid and c.id = r."claimId"`;
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

async function insertRevisions(tx: Tx, permit: AnyPermit, written: readonly WrittenContent[], at: Date) {
  const rows = written.map(({ claimId, revision, content, wholeChain, by }) => ({
    claimId,
    revision,
    content,
    wholeChain,
    by,
  }));
  await tx.$executeRaw`
    insert into claim_revisions (workspace_id, claim_id, revision, content, whole_chain, created_by, created_at)
    select ${permit.workspaceId}::uuid, r."claimId", r.revision, r.content, r."wholeChain", r.by, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r("claimId" uuid, revision int, content jsonb, "wholeChain" jsonb, by uuid)`;
}

/** Spans, links and the links' sources of all the claims, by one statement. */
async function insertMarks(tx: Tx, permit: AnyPermit, written: readonly WrittenContent[]) {
  const links = written.flatMap(({ claimId, content }) =>
    content.chain.map(({ mention: _m, cue: _c, addressee: _a, ...hop }, index) => ({
      ...hop,
      claimId,
      ordinal: index + 1,
    })),
  );
  await tx.$executeRaw`
    with hops as (
      insert into claim_links (workspace_id, claim_id, ordinal, category, act, directness, cue_stance, polarity, explicit,
        basis, attribution_status, channel)
      select ${permit.workspaceId}::uuid, r."claimId", r.ordinal, r.category, r.act, r.directness, r."cueStance", r.polarity,
        r.explicit, r.basis, r."attributionStatus", r.channel
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r("claimId" uuid, ordinal int, category text, act text,
        directness text, "cueStance" text, polarity text, explicit boolean, basis text, "attributionStatus" text, channel text)
    ), speakers as (
      insert into claim_link_sources (workspace_id, claim_id, link_ordinal, position, source_id)
      select ${permit.workspaceId}::uuid, r."claimId", r.ordinal, s.position, s.id::uuid
      from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r("claimId" uuid, ordinal int, sources jsonb),
        jsonb_array_elements_text(r.sources) with ordinality as s(id, position)
    )
    insert into claim_spans (workspace_id, claim_id, role, link_ordinal, ordinal, version_id, text_length, start_offset,
      end_offset, hedge_type)
    select ${permit.workspaceId}::uuid, r."claimId", r.role::span_role, r.link, r.ordinal, r."versionId", v.length, r.start,
      r."end", r.hedge
    from jsonb_to_recordset(${JSON.stringify(written.flatMap(spanRows))}::jsonb) as r("claimId" uuid, "versionId" uuid,
      role text, link int, ordinal int, start int, "end" int, hedge text)
    join article_versions v on v.workspace_id = ${permit.workspaceId}::uuid and v.id = r."versionId"`;
}

function spanRows({ claimId, versionId, content }: WrittenContent) {
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
