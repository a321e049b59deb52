import type { Chain } from "#core/attribution/chain.ts";
import type { ClaimContent } from "#core/attribution/claim.ts";
import type { Json } from "#core/audit/canonical.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";

/** A revision's content, whole, and the whole chain as it then stood. */
export type StoredRevision = {
  readonly revision: number;
  readonly content: ClaimContent;
  readonly wholeChain: Chain;
  readonly createdBy: string;
  readonly createdAt: string;
};

/** Every revision of a claim, oldest first. */
export async function revisionsOf(tx: Tx, permit: AnyPermit, claimId: string): Promise<StoredRevision[]> {
  const rows = await tx.claimRevision.findMany({
    where: { workspaceId: permit.workspaceId, claimId },
    orderBy: { revision: "asc" },
    omit: { record: true },
  });
  return rows.map((row) => ({
    revision: row.revision,
    // Both columns are written by `insertRevisions` from exactly these types, and never changed.
    content: row.content as unknown as ClaimContent,
    wholeChain: row.wholeChain as unknown as Chain,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
  }));
}

export type ClaimAudit = {
  readonly at: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly detail: { readonly [key: string]: Json };
};

/** What the audit says of a claim, oldest first. */
export async function auditOf(tx: Tx, permit: AnyPermit, claimId: string): Promise<ClaimAudit[]> {
  const rows = await tx.auditRow.findMany({
    where: { workspaceId: permit.workspaceId, objectType: "claim", objectId: claimId },
    orderBy: { number: "asc" },
    select: { at: true, actorId: true, action: true, detail: true },
  });
  // `detail` is an `AuditEntry`'s, stored as it was.
  return rows.map((row) => ({
    ...row,
    at: row.at.toISOString(),
    detail: row.detail as ClaimAudit["detail"],
  }));
}
