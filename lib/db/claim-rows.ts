import type { ClaimContent, Hedge, Link } from "#core/attribution/claim.ts";
import type { HedgeType } from "#core/provenance/facets.ts";
import type { ClaimState } from "#core/review/state.ts";
import type { Span } from "#core/text/span.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** A claim as stored: its content with its own links only, and where it stands. Times are RFC 3339. */
export type StoredClaim = {
  readonly id: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly layerId: string;
  readonly lineageId: string;
  readonly sameClaimAs: string | null;
  readonly groupId: string | null;
  readonly state: ClaimState;
  readonly revision: number;
  readonly approvedRevision: number | null;
  readonly approvals: number;
  readonly content: ClaimContent;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly submittedAt: string | null;
  readonly removedAt: string | null;
  readonly removedBy: string | null;
};

type SpanRole = "claim" | "mention" | "cue" | "addressee" | "hedge";
type SpanCells = readonly [role: SpanRole, link: number, start: number, end: number, hedge: HedgeType | null];
type LinkCells = readonly [
  category: Link["category"],
  act: Link["act"],
  directness: Link["directness"],
  cueStance: Link["cueStance"],
  polarity: Link["polarity"],
  explicit: Link["explicit"],
  basis: Link["basis"],
  attributionStatus: Link["attributionStatus"],
  channel: Link["channel"],
];
type SpeakerCells = readonly [link: number, source: string];

/** A claim as the JSON built in SQL has it; its times are as PostgreSQL writes them. */
type ClaimJson = Omit<StoredClaim, "content"> &
  Omit<ClaimContent, "spans" | "chain" | "hedges"> & {
    readonly spans: readonly SpanCells[] | null;
    readonly links: readonly LinkCells[] | null;
    readonly speakers: readonly SpeakerCells[] | null;
  };

/** The claims a condition on `claims c` picks, in reading order. */
export async function claimsWhere(
  tx: Tx,
  permit: AnyPermit | SystemPermit<string>,
  condition: Prisma.Sql,
): Promise<StoredClaim[]> {
  const [found] = await tx.$queryRaw<{ claims: string }[]>`select ${claimsJson(permit, condition)} as claims`;
  return claimsFrom(found?.claims ?? "[]");
}

/**
 * SQL for the claims a condition on `claims c` picks, as one text for `claimsFrom`, however many they are. What belongs
 * to a claim is looked up by its key, which is fast whatever the planner believes of a table it has not analysed yet;
 * one text comes back, because a value a column takes twice as long on the way. Whole rows become JSON faster than
 * names and values one by one, and cells without names are shorter still.
 */
export const claimsJson = (permit: AnyPermit | SystemPermit<string>, condition: Prisma.Sql) => Prisma.sql`
  (select coalesce(json_agg(claim), '[]')::text from (
    select c.id, c.article_id as "articleId", c.version_id as "versionId", c.layer_id as "layerId",
      c.lineage_id as "lineageId", c.parent_id as "parentId", c.same_claim_as as "sameClaimAs", c.group_id as "groupId",
      c.state, c.revision, c.approved_revision as "approvedRevision", c.statement, c.kind, c.provenance, c.flags,
      c.created_by as "createdBy", c.created_at as "createdAt", c.updated_at as "updatedAt",
      c.submitted_at as "submittedAt", c.removed_at as "removedAt", c.removed_by as "removedBy",
      (select json_agg(json_build_array(s.role, s.link_ordinal, s.start_offset, s.end_offset, s.hedge_type)
          order by s.role, s.link_ordinal, s.ordinal)
        from claim_spans s where s.workspace_id = c.workspace_id and s.claim_id = c.id) as spans,
      case when c.depth > 0 then (
        select json_agg(json_build_array(l.category, l.act, l.directness, l.cue_stance, l.polarity, l.explicit, l.basis,
          l.attribution_status, l.channel) order by l.ordinal)
        from claim_links l where l.workspace_id = c.workspace_id and l.claim_id = c.id) end as links,
      case when c.depth > 0 then (
        select json_agg(json_build_array(p.link_ordinal, p.source_id) order by p.link_ordinal, p.position)
        from claim_link_sources p where p.workspace_id = c.workspace_id and p.claim_id = c.id) end as speakers,
      case when c.state in ('submitted', 'approved') then (
        select count(*) from reviews r
        where r.workspace_id = c.workspace_id and r.claim_id = c.id and r.decision = 'approve' and r.counts
          and r.retracted_at is null) else 0 end as approvals
    from claims c where c.workspace_id = ${permit.workspaceId}::uuid and ${condition}
    order by c.starts_at, c.id
  ) claim)`;

export function claimsFrom(json: string): StoredClaim[] {
  // `claimsJson` builds exactly this shape.
  return (JSON.parse(json) as ClaimJson[]).map(storedClaim);
}

// Field by field: with thousands of claims, copying what is left over costs more than the statement.
function storedClaim(json: ClaimJson): StoredClaim {
  return {
    id: json.id,
    articleId: json.articleId,
    versionId: json.versionId,
    layerId: json.layerId,
    lineageId: json.lineageId,
    sameClaimAs: json.sameClaimAs,
    groupId: json.groupId,
    state: json.state,
    revision: json.revision,
    approvedRevision: json.approvedRevision,
    approvals: json.approvals,
    content: contentOf(json),
    createdBy: json.createdBy,
    createdAt: utc(json.createdAt),
    updatedAt: utc(json.updatedAt),
    submittedAt: json.submittedAt && utc(json.submittedAt),
    removedAt: json.removedAt && utc(json.removedAt),
    removedBy: json.removedBy,
  };
}

/** Its cells come sorted, and each goes to the one place it belongs to. */
function contentOf(json: ClaimJson): ClaimContent {
  const spans: Span[] = [];
  const hedges: Hedge[] = [];
  const chain = (json.links ?? []).map(emptyLink);
  for (const [role, link, start, end, type] of json.spans ?? []) {
    const span = { start, end };
    if (role === "claim") spans.push(span);
    else if (role !== "hedge") chain[link - 1]?.[role].push(span);
    else if (type) hedges.push({ type, span });
  }
  for (const [link, source] of json.speakers ?? []) chain[link - 1]?.sources.push(source);
  const { statement, kind, parentId, provenance, flags } = json;
  return { spans, statement, kind, parentId, provenance, chain, hedges, flags };
}

type OpenLink = Omit<Link, "sources" | "mention" | "cue" | "addressee"> & {
  readonly sources: string[];
  readonly mention: Span[];
  readonly cue: Span[];
  readonly addressee: Span[];
};

function emptyLink(cells: LinkCells): OpenLink {
  const [category, act, directness, cueStance, polarity, explicit, basis, attributionStatus, channel] = cells;
  return {
    category,
    sources: [],
    mention: [],
    cue: [],
    addressee: [],
    act,
    directness,
    cueStance,
    polarity,
    explicit,
    basis,
    attributionStatus,
    channel,
  };
}

function utc(time: string): string {
  return new Date(time).toISOString();
}
