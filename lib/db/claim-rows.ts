import type { ClaimContent, Hedge, Link } from "#core/attribution/claim.ts";
import type { HedgeType } from "#core/provenance/facets.ts";
import type { ClaimState } from "#core/review/state.ts";
import type { Span } from "#core/text/span.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

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
type LinkCells = Omit<Link, "mention" | "cue" | "addressee" | "sources">;
type SpeakerCells = readonly [link: number, source: string];

/** A claim as the JSON built in SQL has it; its times are as PostgreSQL writes them. */
type ClaimJson = Omit<StoredClaim, "content"> &
  Omit<ClaimContent, "spans" | "chain" | "hedges"> & {
    readonly spans: readonly SpanCells[];
    readonly links: readonly LinkCells[] | null;
    readonly speakers: readonly SpeakerCells[] | null;
  };

/**
 * The claims a condition on `claims c` picks, in reading order, by one statement however many they are. What belongs
 * to a claim is looked up by its key, which is fast whatever the planner believes of a table it has not analysed yet;
 * one text comes back, because a value a column takes twice as long on the way.
 */
export async function claimsWhere(
  tx: Tx,
  permit: AnyPermit | SystemPermit<string>,
  condition: Prisma.Sql,
): Promise<StoredClaim[]> {
  const [found] = await tx.$queryRaw<{ claims: string }[]>`
    select coalesce(json_agg(json_build_object(
      'id', c.id, 'articleId', c.article_id, 'versionId', c.version_id, 'layerId', c.layer_id, 'lineageId', c.lineage_id,
      'parentId', c.parent_id, 'sameClaimAs', c.same_claim_as, 'groupId', c.group_id, 'state', c.state,
      'revision', c.revision, 'approvedRevision', c.approved_revision, 'statement', c.statement, 'kind', c.kind,
      'provenance', c.provenance, 'flags', c.flags, 'createdBy', c.created_by, 'createdAt', c.created_at,
      'updatedAt', c.updated_at, 'submittedAt', c.submitted_at, 'removedAt', c.removed_at, 'removedBy', c.removed_by,
      'approvals', coalesce(given.approvals, 0), 'spans', coalesce(marks.spans, '[]'::json),
      'links', hops.links, 'speakers', voices.speakers
    ) order by c.starts_at, c.id), '[]'::json)::text as claims
    from claims c
    left join lateral (
      select json_agg(json_build_array(s.role, s.link_ordinal, s.start_offset, s.end_offset, s.hedge_type)
        order by s.role, s.link_ordinal, s.ordinal) as spans
      from claim_spans s where s.workspace_id = c.workspace_id and s.claim_id = c.id
    ) marks on true
    left join lateral (
      select json_agg(json_build_object(
        'category', l.category, 'act', l.act, 'directness', l.directness, 'cueStance', l.cue_stance,
        'polarity', l.polarity, 'explicit', l.explicit, 'basis', l.basis,
        'attributionStatus', l.attribution_status, 'channel', l.channel) order by l.ordinal) as links
      from claim_links l where l.workspace_id = c.workspace_id and l.claim_id = c.id
    ) hops on c.depth > 0
    left join lateral (
      select json_agg(json_build_array(p.link_ordinal, p.source_id) order by p.link_ordinal, p.position) as speakers
      from claim_link_sources p where p.workspace_id = c.workspace_id and p.claim_id = c.id
    ) voices on c.depth > 0
    left join lateral (
      select count(*) as approvals from reviews r
      where r.workspace_id = c.workspace_id and r.claim_id = c.id and r.decision = 'approve' and r.counts
        and r.retracted_at is null
    ) given on c.state in ('submitted', 'approved')
    where c.workspace_id = ${permit.workspaceId}::uuid and ${condition}`;
  // The statement above builds exactly this shape.
  return (JSON.parse(found?.claims ?? "[]") as ClaimJson[]).map(storedClaim);
}

function storedClaim(json: ClaimJson): StoredClaim {
  const { statement, kind, parentId, provenance, flags, spans, links, speakers, ...rest } = json;
  return {
    ...rest,
    createdAt: utc(json.createdAt),
    updatedAt: utc(json.updatedAt),
    submittedAt: json.submittedAt && utc(json.submittedAt),
    removedAt: json.removedAt && utc(json.removedAt),
    content: {
      spans: spansIn(spans, "claim", 0),
      statement,
      kind,
      parentId,
      provenance,
      chain: (links ?? []).map((cells, index) => linkOf(cells, index + 1, spans, speakers ?? [])),
      hedges: hedgesIn(spans),
      flags,
    },
  };
}

function utc(time: string): string {
  return new Date(time).toISOString();
}

function linkOf(
  cells: LinkCells,
  ordinal: number,
  spans: readonly SpanCells[],
  speakers: readonly SpeakerCells[],
): Link {
  return {
    ...cells,
    sources: speakers.flatMap(([link, source]) => (link === ordinal ? [source] : [])),
    mention: spansIn(spans, "mention", ordinal),
    cue: spansIn(spans, "cue", ordinal),
    addressee: spansIn(spans, "addressee", ordinal),
  };
}

function spansIn(cells: readonly SpanCells[], role: SpanRole, link: number): Span[] {
  const spans: Span[] = [];
  for (const cell of cells)
    if (cell[0] === role && cell[1] === link) spans.push({ start: cell[2], end: cell[3] });
  return spans;
}

function hedgesIn(cells: readonly SpanCells[]): Hedge[] {
  return cells.flatMap(([role, , start, end, type]) =>
    role === "hedge" && type ? [{ type, span: { start, end } }] : [],
  );
}
