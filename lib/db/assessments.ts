import type { Confidence, Fidelity, SourceReliability, Verification } from "#core/provenance/facets.ts";
import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";

export type Evidence = {
  readonly url: string | null;
  readonly note: string;
  readonly stance: "supports" | "contradicts";
};

/** One person's judgement of one claim. */
export type Judgement = {
  readonly sourceReliability: SourceReliability | null;
  readonly infoCredibility: number | null;
  readonly attributionFidelity: Fidelity | null;
  readonly verification: Verification | null;
  readonly confidence: Confidence | null;
  readonly rationale: string;
  readonly evidence: readonly Evidence[];
};

export type StoredAssessment = Judgement & {
  readonly claimId: string;
  readonly userId: string;
  readonly revision: number;
  readonly updatedAt: string;
};

type Row = Omit<StoredAssessment, "updatedAt"> & { updatedAt: Date };

/** Everybody's judgement of a claim, in the order they last changed. */
export async function assessmentsOf(tx: Tx, permit: AnyPermit, claimId: string): Promise<StoredAssessment[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select claim_id as "claimId", user_id as "userId", source_reliability as "sourceReliability",
      info_credibility as "infoCredibility", attribution_fidelity as "attributionFidelity", verification, confidence,
      rationale, evidence, revision, updated_at as "updatedAt"
    from assessments where workspace_id = ${permit.workspaceId}::uuid and claim_id = ${claimId}::uuid
    order by updated_at, user_id`;
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }));
}

/** Puts the permitted person's own judgement in the place of the one before. */
export async function saveAssessment(
  tx: Tx,
  permit: Permit<"assessment:write">,
  claimId: string,
  judgement: Judgement,
  at: Date,
): Promise<void> {
  const { sourceReliability, infoCredibility, attributionFidelity, verification } = judgement;
  await tx.$executeRaw`
    insert into assessments as own (workspace_id, claim_id, user_id, source_reliability, info_credibility,
      attribution_fidelity, verification, confidence, rationale, evidence, updated_at)
    values (${permit.workspaceId}::uuid, ${claimId}::uuid, ${permit.actorId}::uuid, ${sourceReliability},
      ${infoCredibility}, ${attributionFidelity}, ${verification}, ${judgement.confidence}, ${judgement.rationale},
      ${JSON.stringify(judgement.evidence)}::jsonb, ${at})
    on conflict (workspace_id, claim_id, user_id) do update set
      source_reliability = excluded.source_reliability, info_credibility = excluded.info_credibility,
      attribution_fidelity = excluded.attribution_fidelity, verification = excluded.verification,
      confidence = excluded.confidence, rationale = excluded.rationale, evidence = excluded.evidence,
      revision = own.revision + 1, updated_at = excluded.updated_at`;
}
