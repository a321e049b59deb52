import type { Claim } from "#lib/contracts/claims.ts";

/** A claim as the server answers it, for tests: a draft in the article's own voice, unless told otherwise. */
export function claimOf(fields: Partial<Claim> = {}): Claim {
  const chain = fields.chain ?? fields.ownChain ?? [];
  return {
    id: "c1",
    articleId: "a1",
    versionId: "v1",
    layerId: "l1",
    lineageId: "c1",
    parentId: null,
    sameClaimAs: null,
    groupId: null,
    state: "draft",
    revision: 1,
    approvedRevision: null,
    approvals: 0,
    statement: "It rained.",
    kind: null,
    provenance: chain[0]?.category ?? "own_observation",
    originProvenance: chain.at(-1)?.category ?? "own_observation",
    depth: chain.length,
    spans: [{ start: 0, end: 10 }],
    chain,
    ownChain: chain,
    hedges: [],
    flags: [],
    createdBy: "me",
    createdAt: "2026-01-01T00:00:00.000Z",
    updatedAt: "2026-01-01T00:00:00.000Z",
    submittedAt: null,
    removedAt: null,
    ...fields,
  };
}
