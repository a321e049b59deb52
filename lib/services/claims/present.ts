import { depth, originProvenanceOf } from "#core/attribution/chain.ts";
import type { ClaimContent, Link } from "#core/attribution/claim.ts";
import type { Claim, Revision } from "#lib/contracts/claims.ts";
import type { StoredRevision } from "#lib/db/claim-revisions.ts";
import type { ChainedClaim } from "#lib/db/claims.ts";

/** A claim as the API answers it. */
export function presentClaim(stored: ChainedClaim): Claim {
  const { content, wholeChain, removedBy: _removedBy, ...claim } = stored;
  return {
    ...claim,
    parentId: content.parentId,
    statement: content.statement,
    kind: content.kind,
    provenance: content.provenance,
    originProvenance: originProvenanceOf(wholeChain, content.provenance),
    depth: depth(wholeChain),
    spans: [...content.spans],
    chain: wholeChain.map(presentLink),
    ownChain: content.chain.map(presentLink),
    hedges: content.hedges.map((hedge) => ({ ...hedge })),
    flags: [...content.flags],
  };
}

export function presentRevision({ content, wholeChain, ...revision }: StoredRevision): Revision {
  return { ...revision, content: presentContent(content, wholeChain) };
}

/** A revision's content with the whole chain as it stood. */
export function presentContent(content: ClaimContent, wholeChain: readonly Link[]): Revision["content"] {
  const { spans, chain, hedges, flags, ...rest } = content;
  return {
    ...rest,
    spans: [...spans],
    hedges: [...hedges],
    flags: [...flags],
    chain: wholeChain.map(presentLink),
    ownChain: chain.map(presentLink),
  };
}

function presentLink(hop: Link): Claim["chain"][number] {
  return {
    ...hop,
    sources: [...hop.sources],
    mention: [...hop.mention],
    cue: [...hop.cue],
    addressee: [...hop.addressee],
  };
}
