import { type Chain, provenanceOf, wholeChain } from "#core/attribution/chain.ts";
import type { ProblemContext } from "#core/attribution/chain-problems.ts";
import type { ClaimContent } from "#core/attribution/claim.ts";
import { claimProblems } from "#core/attribution/claim-problems.ts";
import type { Codebook } from "#core/provenance/codebook.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { ancestorIds, type ChainedClaim, claimById, descendantIds, lockClaims } from "#lib/db/claims.ts";
import { type Failure, invalid } from "../failure.ts";
import type { Inside } from "../workspace.ts";
import { decideOn, type LoadedClaim, loadClaims } from "./loaded.ts";
import type { ClaimChange } from "./save.ts";

/** Where a claim is written. */
export type Site = { readonly articleId: string; readonly versionId: string; readonly layerId: string };

/** The claim to nest in, held still; null where there is none, or none that lives in the same text and layer. */
export async function parentOf(
  { tx, permit }: Inside,
  parentId: string | null,
  site: Site,
): Promise<NonNullable<ProblemContext["parent"]> | null> {
  if (parentId === null) return null;
  await lockClaims(tx, permit, [parentId], "share");
  const parent = await claimById(tx, permit, parentId);
  if (!parent || parent.removedAt !== null || !isAt(parent, site)) return null;
  const above = parent.content.parentId === null ? [] : await ancestorIds(tx, permit, parentId);
  return { id: parent.id, ancestorIds: above, wholeChain: parent.wholeChain, spans: parent.content.spans };
}

/** `sameClaimAs` must name another live claim of the same article and layer. */
export async function checkJoining(
  { tx, permit }: Inside,
  { sameClaimAs }: { readonly sameClaimAs: string | null },
  claim: Site & { readonly id: string },
): Promise<Result<true, Failure>> {
  if (sameClaimAs === null) return ok(true);
  const twin = await claimById(tx, permit, sameClaimAs);
  const isTwin = twin && twin.id !== claim.id && twin.removedAt === null && isAt(twin, claim);
  return isTwin
    ? ok(true)
    : fail(invalid("/sameClaimAs", "No such claim in this article. Choose another or none."));
}

/** The live claims below one, locked, nearest first. */
export async function lockBelow(
  inside: Inside,
  { claim: { id }, standing }: Pick<LoadedClaim, "claim" | "standing">,
): Promise<LoadedClaim[]> {
  // It was locked before it was read: nobody nests another in it meanwhile.
  if (!standing.hasBelow) return [];
  // While one of them was waited for, another may have been nested in it: until none is new.
  for (let below: LoadedClaim[] = []; ; ) {
    const ids = await descendantIds(inside.tx, inside.permit, id);
    if (ids.length === below.length) return below;
    below = await loadClaims(inside, ids);
  }
}

/** A change to a parent's chain is a change of content for everything below it (rules.md 1, Nesting). */
export function revisedBelow(
  { actor }: Inside,
  parent: { readonly id: string; readonly wholeChain: Chain },
  below: readonly LoadedClaim[],
): Result<ClaimChange[], Failure> {
  const wholes = new Map<string | null, Chain>([[parent.id, parent.wholeChain]]);
  const changes: ClaimChange[] = [];
  for (const loaded of below) {
    const { id, content } = loaded.claim;
    const whole = wholeChain(wholes.get(content.parentId) ?? [], content.chain);
    wholes.set(id, whole);
    const outcome = decideOn(actor, loaded, { type: "revise" });
    if (!outcome.ok) return outcome;
    const written = { content: reprovenanced(content, whole), wholeChain: whole, by: actor.userId };
    changes.push({ loaded, outcome: outcome.value, written });
  }
  return ok(changes);
}

export function reprovenanced(content: ClaimContent, whole: Chain): ClaimContent {
  return { ...content, provenance: provenanceOf(whole, content.provenance) };
}

/** New words of a parent must still hold the words of the claims nested in it. */
export function leavesChildrenInside(
  codebook: Codebook,
  parent: { readonly id: string; readonly content: ClaimContent; readonly wholeChain: Chain },
  below: readonly LoadedClaim[],
): Result<true, Failure> {
  const { id, content, wholeChain: whole } = parent;
  const context = {
    parent: { id, ancestorIds: [], wholeChain: whole, spans: content.spans },
    sources: new Map(),
    textLength: Number.MAX_SAFE_INTEGER,
  };
  const isLeftOut = below.some(
    ({ claim }) =>
      claim.content.parentId === id &&
      claimProblems(codebook, claim.content, context).some(({ kind }) => kind === "outside_parent"),
  );
  return isLeftOut
    ? fail(invalid("/spans", "A claim nested in this one would lie outside these words."))
    : ok(true);
}

function isAt(claim: ChainedClaim, site: Site): boolean {
  return (
    claim.articleId === site.articleId && claim.versionId === site.versionId && claim.layerId === site.layerId
  );
}
