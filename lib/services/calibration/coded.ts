import type { CodedClaim, CodedLayer } from "#core/agreement/coded.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import { type ChainedClaim, claimsOfArticle } from "#lib/db/claims.ts";
import type { Tx } from "#lib/db/client.ts";

/** Two layers of an article as they stand, with the claims they were read from. */
export async function codedLayers(
  tx: Tx,
  permit: AnyPermit,
  articleId: string,
  [gold, own]: readonly [string, string],
): Promise<{ gold: CodedLayer; own: CodedLayer; claims: ReadonlyMap<string, ChainedClaim> }> {
  const claims = await claimsOfArticle(tx, permit, articleId, [gold, own]);
  const layer = (layerId: string): CodedLayer => ({
    layerId,
    coderId: layerId,
    claims: claims.filter((claim) => claim.layerId === layerId).map(codedClaim),
  });
  return { gold: layer(gold), own: layer(own), claims: new Map(claims.map((claim) => [claim.id, claim])) };
}

function codedClaim({ id, content, wholeChain }: ChainedClaim): CodedClaim {
  return {
    id,
    parentId: content.parentId,
    spans: content.spans,
    statement: content.statement,
    kind: content.kind,
    provenance: content.provenance,
    chain: wholeChain,
    hedges: content.hedges.map(({ type }) => type),
    flags: content.flags,
    sourceReliability: null,
    infoCredibility: null,
  };
}
