import type { ClaimContent, Hedge, Link } from "#core/attribution/claim.ts";
import type { HedgeType } from "#core/provenance/facets.ts";
import type { ClaimState } from "#core/review/state.ts";
import type { Span } from "#core/text/span.ts";
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
type LinkCells = Omit<Link, "mention" | "cue" | "addressee">;

export type ClaimRow = Omit<
  StoredClaim,
  "content" | "createdAt" | "updatedAt" | "submittedAt" | "removedAt"
> & {
  statement: string;
  kind: ClaimContent["kind"];
  parentId: string | null;
  provenance: string;
  flags: string[];
  spans: readonly SpanCells[];
  links: readonly LinkCells[] | null;
  createdAt: Date;
  updatedAt: Date;
  submittedAt: Date | null;
  removedAt: Date | null;
};

/** Columns of a `ClaimRow`, from `claims c` and `claimParts`. */
export const claimColumns = Prisma.sql`
  c.id, c.article_id as "articleId", c.version_id as "versionId", c.layer_id as "layerId",
  c.lineage_id as "lineageId", c.parent_id as "parentId", c.same_claim_as as "sameClaimAs", c.group_id as "groupId",
  c.state::text as state, c.revision, c.approved_revision as "approvedRevision",
  c.statement, c.kind, c.provenance, c.flags, c.created_by as "createdBy", c.created_at as "createdAt",
  c.updated_at as "updatedAt", c.submitted_at as "submittedAt", c.removed_at as "removedAt",
  c.removed_by as "removedBy", marks.spans, hops.links, coalesce(given.approvals, 0) as approvals`;

/** What belongs to each claim, one JSON value a table: the number of statements does not grow with the claims. */
export const claimParts = Prisma.sql`
  left join lateral (
    select json_agg(json_build_array(s.role, s.link_ordinal, s.start_offset, s.end_offset, s.hedge_type)
      order by s.role, s.link_ordinal, s.ordinal) as spans
    from claim_spans s where s.workspace_id = c.workspace_id and s.claim_id = c.id
  ) marks on true
  left join lateral (
    select json_agg(json_build_object(
      'category', l.category, 'act', l.act, 'directness', l.directness, 'cueStance', l.cue_stance,
      'polarity', l.polarity, 'explicit', l.explicit, 'basis', l.basis,
      'attributionStatus', l.attribution_status, 'channel', l.channel,
      'sources', (
        select coalesce(json_agg(ls.source_id order by ls.position), '[]'::json) from claim_link_sources ls
        where ls.workspace_id = l.workspace_id and ls.claim_id = l.claim_id and ls.link_ordinal = l.ordinal
      )) order by l.ordinal) as links
    from claim_links l where l.workspace_id = c.workspace_id and l.claim_id = c.id
  ) hops on c.depth > 0
  left join lateral (
    select count(*)::int as approvals from reviews r
    where r.workspace_id = c.workspace_id and r.claim_id = c.id and r.decision = 'approve' and r.counts
      and r.retracted_at is null
  ) given on c.state in ('submitted', 'approved')`;

export function storedClaim(row: ClaimRow): StoredClaim {
  const { statement, kind, parentId, provenance, flags, spans, links, ...rest } = row;
  return {
    ...rest,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    removedAt: row.removedAt?.toISOString() ?? null,
    content: {
      spans: spansIn(spans, "claim", 0),
      statement,
      kind,
      parentId,
      provenance,
      chain: (links ?? []).map((cells, index) => linkOf(cells, spans, index + 1)),
      hedges: hedgesIn(spans),
      flags,
    },
  };
}

function linkOf(cells: LinkCells, spans: readonly SpanCells[], ordinal: number): Link {
  return {
    ...cells,
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
