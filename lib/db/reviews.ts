import type { Json } from "#core/audit/canonical.ts";
import type { ClaimState } from "#core/review/state.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";

export type StoredReview = {
  readonly id: string;
  readonly claimId: string;
  readonly revision: number;
  readonly reviewerId: string;
  readonly decision: "approve" | "reject" | "request_changes";
  readonly reason: string | null;
  readonly comment: string;
  readonly proposal: unknown;
  readonly stateBefore: ClaimState;
  readonly stateAfter: ClaimState;
  readonly counts: boolean;
  readonly createdAt: string;
  readonly retractedAt: string | null;
};

type Row = Omit<StoredReview, "createdAt" | "retractedAt"> & { createdAt: Date; retractedAt: Date | null };

/** Every decision on a claim, oldest first, those taken back too. */
export async function reviewsOf(tx: Tx, permit: AnyPermit, claimId: string): Promise<StoredReview[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select id, claim_id as "claimId", revision, reviewer_id as "reviewerId", decision::text as decision,
      reason_code as reason, comment, proposal, state_before::text as "stateBefore", state_after::text as "stateAfter",
      counts, created_at as "createdAt", retracted_at as "retractedAt"
    from reviews where workspace_id = ${permit.workspaceId}::uuid and claim_id = ${claimId}::uuid
    order by created_at, id`;
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    retractedAt: row.retractedAt?.toISOString() ?? null,
  }));
}

export type NewReview = Pick<
  StoredReview,
  | "id"
  | "claimId"
  | "revision"
  | "reviewerId"
  | "decision"
  | "reason"
  | "comment"
  | "stateBefore"
  | "stateAfter"
> & {
  readonly proposal: Json;
  readonly approvedRevisionBefore: number | null;
  readonly at: Date;
};

/** False when the id is taken; then nothing is stored. */
export async function insertReview(tx: Tx, permit: AnyPermit, review: NewReview): Promise<boolean> {
  const proposal = review.proposal === null ? null : JSON.stringify(review.proposal);
  const inserted = await tx.$executeRaw`
    insert into reviews (workspace_id, id, claim_id, revision, reviewer_id, decision, reason_code, comment, proposal,
      state_before, state_after, approved_revision_before, created_at)
    values (${permit.workspaceId}::uuid, ${review.id}::uuid, ${review.claimId}::uuid, ${review.revision},
      ${review.reviewerId}::uuid, ${review.decision}::review_decision, ${review.reason}, ${review.comment},
      ${proposal}::jsonb, ${review.stateBefore}::claim_state, ${review.stateAfter}::claim_state,
      ${review.approvedRevisionBefore}, ${review.at})
    on conflict do nothing`;
  return inserted === 1;
}

export async function retractReview(tx: Tx, permit: AnyPermit, id: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    update reviews set retracted_at = ${at}, counts = false
    where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid`;
}
