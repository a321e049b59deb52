import type { ClaimFacts, StandingDecision } from "#core/review/facts.ts";
import type { ClaimState } from "#core/review/state.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { LayerFacts, ProjectFacts } from "#lib/authz/objects.ts";
import { Prisma } from "./generated/client.ts";

/** A decision that was not taken back. */
export type StandingReview = {
  readonly id: string;
  readonly by: string;
  readonly decision: "approve" | "reject" | "request_changes";
  readonly revision: number;
  readonly stateBefore: ClaimState;
  readonly stateAfter: ClaimState;
  readonly approvedRevisionBefore: number | null;
  readonly counts: boolean;
  readonly hasProposal: boolean;
  /** Who took over the proposal: then the row is the proposer's approval, not a decision somebody made. */
  readonly acceptedBy: string | null;
};

/** Where a claim stands: what authorization and the review machine need besides its content. */
export type Standing = {
  readonly claimId: string;
  readonly projectId: string;
  readonly project: ProjectFacts;
  readonly approvalsNeeded: 0 | 1 | 2;
  readonly layer: LayerFacts;
  readonly facts: ClaimFacts;
  readonly state: ClaimState;
  /** Id of the latest decision that stands. */
  readonly lastReviewId: string | null;
  /** Whether live claims are nested in it. */
  readonly hasBelow: boolean;
};

type Row = {
  claimId: string;
  projectId: string;
  state: ClaimState;
  revision: number;
  approvedRevision: number | null;
  createdBy: string;
  isRemoved: boolean;
  isRestricted: boolean;
  memberIds: string[];
  approvalsNeeded: 0 | 1 | 2;
  layer: LayerFacts;
  hasBelow: boolean;
  revisers: { revision: number; by: string }[];
  reviews: StandingReview[];
};

/**
 * SQL for the standing of claims, as one text for `standingsFrom`; a claim of an article in the trash has none. Of
 * what somebody wrote only the last counts here, so a claim rewritten a thousand times is read as fast.
 */
export const standingsJson = (permit: AnyPermit, ids: readonly string[]) => Prisma.sql`
  (select coalesce(json_agg(standing), '[]')::text from (
    select c.id as "claimId", p.id as "projectId", c.state, c.revision,
      c.approved_revision as "approvedRevision", c.created_by as "createdBy", c.removed_at is not null as "isRemoved",
      p.restricted as "isRestricted", p.approvals_needed as "approvalsNeeded",
      array(select m.user_id from project_members m where m.workspace_id = p.workspace_id and m.project_id = p.id) as "memberIds",
      json_build_object('kind', y.kind, 'ownerId', y.owner_id, 'isReleased', y.released_at is not null) as layer,
      exists(select from claims d where d.workspace_id = c.workspace_id and d.parent_id = c.id and d.removed_at is null) as "hasBelow",
      (select coalesce(json_agg(json_build_object('revision', v.revision, 'by', v.by) order by v.first), '[]')
        from (select created_by as by, max(revision) as revision, min(revision) as first from claim_revisions
          where workspace_id = c.workspace_id and claim_id = c.id and revision > 1 group by created_by) v) as revisers,
      (select coalesce(json_agg(json_build_object('id', r.id, 'by', r.reviewer_id, 'decision', r.decision,
          'revision', r.revision, 'stateBefore', r.state_before, 'stateAfter', r.state_after,
          'approvedRevisionBefore', r.approved_revision_before, 'counts', r.counts,
          'hasProposal', r.proposal is not null, 'acceptedBy', r.proposal->>'acceptedBy') order by r.created_at, r.id), '[]')
        from reviews r where r.workspace_id = c.workspace_id and r.claim_id = c.id and r.retracted_at is null) as reviews
    from claims c
    join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id
    join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    join layers y on y.workspace_id = c.workspace_id and y.id = c.layer_id
    where c.workspace_id = ${permit.workspaceId}::uuid and c.id = any(${[...ids]}::uuid[]) and a.trashed_at is null
  ) standing)`;

/** By the claim's id. */
export function standingsFrom(json: string): Map<string, Standing> {
  // `standingsJson` builds exactly this shape.
  return new Map((JSON.parse(json) as Row[]).map((row) => [row.claimId, standingOf(row)]));
}

function standingOf(row: Row): Standing {
  const decisions = row.reviews.filter((review) => review.acceptedBy === null);
  return {
    claimId: row.claimId,
    projectId: row.projectId,
    project: { isRestricted: row.isRestricted, memberIds: row.memberIds },
    approvalsNeeded: row.approvalsNeeded,
    layer: row.layer,
    state: row.state,
    hasBelow: row.hasBelow,
    lastReviewId: decisions.at(-1)?.id ?? null,
    facts: factsOf(row, decisions.at(-1) ?? null),
  };
}

function factsOf(row: Row, last: StandingReview | null): ClaimFacts {
  const counting = approversIn(row.reviews);
  const isOpen = row.state === "submitted" || row.state === "approved";
  const isBuiltOn = last !== null && isChangedSince(last, row);
  return {
    isRemoved: row.isRemoved,
    createdBy: row.createdBy,
    revisedBy: distinct(row.revisers.map(({ by }) => by)),
    revisedSinceDecision: writersSince(row, row.reviews),
    approvals: isOpen ? counting : [],
    revision: row.revision,
    approvedRevision: row.approvedRevision,
    proposalBy: last?.hasProposal && last.decision === "request_changes" && !isBuiltOn ? last.by : null,
    lastDecision: last && standingDecision(row, last, isBuiltOn),
  };
}

/**
 * As it would be without the last decision. A rejection leaves the approvals before it marked as counting (they
 * are looked at only while submitted or approved), so taking it back finds them; whatever builds on it clears them.
 */
function standingDecision(row: Row, last: StandingReview, isBuiltOn: boolean): StandingDecision {
  const others = row.reviews.filter((review) => review !== last);
  return {
    by: last.by,
    stateBefore: last.stateBefore,
    approvalsBefore: approversIn(others),
    approvedRevisionBefore: last.approvedRevisionBefore,
    revisedSinceBefore: writersSince(row, others),
    isBuiltOn,
  };
}

// Nothing leads back to the same state with the same revision but another decision, or, for the first of two
// approvals, resubmitting, which has cleared it.
function isChangedSince(last: StandingReview, row: Row): boolean {
  return (
    last.revision !== row.revision ||
    last.stateAfter !== row.state ||
    (last.decision === "approve" && !last.counts)
  );
}

/** Who wrote, or took over, what has not been settled by a decision yet. */
function writersSince(row: Row, reviews: readonly StandingReview[]): readonly string[] {
  const settled = reviews.findLast((review) => review.stateAfter !== "submitted")?.revision ?? 0;
  const accepting = reviews.flatMap((review) =>
    review.acceptedBy !== null && review.revision > settled ? [review.acceptedBy] : [],
  );
  const writing = row.revisers.filter(({ revision }) => revision > settled).map(({ by }) => by);
  return distinct([...writing, ...accepting]);
}

function approversIn(reviews: readonly StandingReview[]): readonly string[] {
  return reviews.filter((review) => review.decision === "approve" && review.counts).map(({ by }) => by);
}

function distinct(users: readonly string[]): readonly string[] {
  return [...new Set(users)];
}
