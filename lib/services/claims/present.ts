import { type Chain, depth, originProvenanceOf } from "#core/attribution/chain.ts";
import type { ClaimContent } from "#core/attribution/claim.ts";
import type { Claim, Revision } from "#lib/contracts/claims.ts";
import type { StoredRevision } from "#lib/db/claim-revisions.ts";
import type { ChainedClaim } from "#lib/db/claims.ts";

/** A claim as the API answers it. Field by field: an article may have thousands, and copying what is left over is slow. */
export function presentClaim(stored: ChainedClaim): Claim {
  const { content, wholeChain } = stored;
  return {
    id: stored.id,
    articleId: stored.articleId,
    versionId: stored.versionId,
    layerId: stored.layerId,
    lineageId: stored.lineageId,
    sameClaimAs: stored.sameClaimAs,
    groupId: stored.groupId,
    state: stored.state,
    revision: stored.revision,
    approvedRevision: stored.approvedRevision,
    approvals: stored.approvals,
    createdBy: stored.createdBy,
    createdAt: stored.createdAt,
    updatedAt: stored.updatedAt,
    submittedAt: stored.submittedAt,
    removedAt: stored.removedAt,
    parentId: content.parentId,
    statement: content.statement,
    kind: content.kind,
    provenance: content.provenance,
    originProvenance: originProvenanceOf(wholeChain, content.provenance),
    depth: depth(wholeChain),
    spans: written(content.spans),
    chain: written(wholeChain),
    ownChain: written(content.chain),
    hedges: written(content.hedges),
    flags: [...content.flags],
  };
}

export function presentRevision({ content, wholeChain, ...revision }: StoredRevision): Revision {
  return { ...revision, content: presentContent(content, wholeChain) };
}

/** A revision's content with the whole chain as it stood. */
export function presentContent(content: ClaimContent, wholeChain: Chain): Revision["content"] {
  const { spans, chain, hedges, flags, ...rest } = content;
  return {
    ...rest,
    spans: written(spans),
    hedges: written(hedges),
    flags: [...flags],
    chain: written(wholeChain),
    ownChain: written(chain),
  };
}

type Writable<T> = T extends readonly (infer Item)[]
  ? Writable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Writable<T[Key]> }
    : T;

/** An answer is written out and nothing else, so what it shares with the stored value needs no copy. */
function written<T>(stored: T): Writable<T> {
  return stored as Writable<T>;
}
