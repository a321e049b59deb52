import { canonicalLink } from "#core/attribution/canonical-content.ts";
import { wholeChain } from "#core/attribution/chain.ts";
import type { ProblemContext } from "#core/attribution/chain-problems.ts";
import type { ClaimContent, Link } from "#core/attribution/claim.ts";
import { contentEquals } from "#core/attribution/difference.ts";
import { fail, ok, type Result } from "#core/result.ts";
import type { ClaimDetail, ClaimPatch } from "#lib/contracts/claims.ts";
import { type ClaimPlace, claimPlace, touchArticle } from "#lib/db/claim-places.ts";
import { saveJoining } from "#lib/db/claim-writes.ts";
import { holdNesting } from "#lib/db/claims.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { command, type Inside, type Writing } from "../workspace.ts";
import { type ContentInput, contentInput, contentOf } from "./content.ts";
import { checkContent } from "./content-problems.ts";
import { checkJoining, leavesChildrenInside, lockBelow, parentOf, revisedBelow } from "./family.ts";
import { answerClaim, decideOn, type LoadedClaim, writeClaim } from "./loaded.ts";
import { type ClaimChange, saveChanges, type Told, tell } from "./save.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** Changes a claim. A change of content is a new revision, of the claim and, when its chain moved, of those below. */
export function revise(
  caller: Caller,
  workspace: string,
  id: string,
  ifMatch: number,
  patch: ClaimPatch,
): Outcome<ClaimDetail> {
  return command(caller, workspace, (inside) => reviseInside(inside, id, ifMatch, patch));
}

export async function reviseInside(
  inside: Writing,
  id: string,
  ifMatch: number,
  patch: ClaimPatch,
): Outcome<ClaimDetail> {
  if (patch.parentId) await holdNesting(inside.tx, inside.permit, id);
  const loaded = await writeClaim(inside, id, "claim:revise", ifMatch);
  if (!loaded.ok) return loaded;
  const joined = await join(inside, loaded.value, patch);
  if (!joined.ok) return joined;
  const proposed = await proposedContent(inside, loaded.value, contentInput(patch));
  if (!proposed.ok) return proposed;
  const saved = await saveContent(inside, loaded.value, proposed.value, revised);
  return saved.ok ? answerClaim(inside, id) : saved;
}

const revised: Told = { action: "claim.revise", kind: "claim.revised" };

/** Content that passed every check, with what it is nested in. */
export type CheckedContent = {
  readonly content: ClaimContent;
  readonly parent: ProblemContext["parent"];
  readonly place: ClaimPlace;
};

/** What the claim's content would be after a patch; `before` lets content in that was in use once. */
export async function proposedContent(
  inside: Inside,
  { claim }: Pick<LoadedClaim, "claim">,
  input: ContentInput,
  before: ClaimContent = claim.content,
): Outcome<CheckedContent> {
  const place = await claimPlace(inside.tx, inside.permit, claim.articleId);
  if (!place) return fail(notFound("claim"));
  const parentId = input.parentId === undefined ? before.parentId : input.parentId;
  const parent = await parentOf(inside, parentId, claim);
  const content = contentOf(input, before, parent?.wholeChain ?? [], place.codebook);
  if (!content.ok) return content;
  const checked = await checkContent(inside, {
    place,
    versionId: claim.versionId,
    claimId: claim.id,
    content: content.value,
    before,
    stored: claim.content,
    parent,
    input,
  });
  return checked.ok ? ok({ content: content.value, parent, place }) : checked;
}

/** Stores checked content as a new revision; does nothing when nothing a review decides about differs. */
export async function saveContent(
  inside: Writing,
  loaded: LoadedClaim,
  { content, parent, place }: CheckedContent,
  told: Told,
): Outcome<true> {
  const outcome = decideOn(inside.actor, loaded, { type: "revise" });
  if (!outcome.ok) return outcome;
  if (contentEquals(loaded.claim.content, content)) return ok(true);
  const whole = wholeChain(parent?.wholeChain ?? [], content.chain);
  const below = await changesBelow(inside, loaded, { content, whole, place });
  if (!below.ok) return below;
  const written = { content, wholeChain: whole, by: inside.actor.userId };
  const change: ClaimChange = { loaded, outcome: outcome.value, written };
  await saveChanges(inside, [change, ...below.value]);
  tell(inside, change, told);
  for (const child of below.value) tell(inside, child, throughParent(loaded.claim.id));
  return ok(true);
}

/** What a parent's new content does to the claims nested in it. */
export async function changesBelow(
  inside: Inside,
  loaded: Pick<LoadedClaim, "claim" | "standing">,
  { content, whole, place }: { content: ClaimContent; whole: readonly Link[]; place: ClaimPlace },
): Outcome<ClaimChange[]> {
  const { claim } = loaded;
  const below = await lockBelow(inside, loaded);
  if (below.length === 0) return ok([]);
  const parent = { id: claim.id, content, wholeChain: whole };
  const inside_ = leavesChildrenInside(place.codebook, parent, below);
  if (!inside_.ok) return inside_;
  return isSameChain(claim.wholeChain, whole) ? ok([]) : revisedBelow(inside, parent, below);
}

export const throughParent = (parentId: string): Told => ({
  ...revised,
  detail: { throughParent: parentId },
});

function isSameChain(one: readonly Link[], other: readonly Link[]): boolean {
  return one.map(canonicalLink).join() === other.map(canonicalLink).join();
}

async function join(inside: Writing, { claim }: LoadedClaim, patch: ClaimPatch): Outcome<true> {
  const sameClaimAs = patch.sameClaimAs === undefined ? claim.sameClaimAs : patch.sameClaimAs;
  const groupId = patch.groupId === undefined ? claim.groupId : patch.groupId;
  if (sameClaimAs === claim.sameClaimAs && groupId === claim.groupId) return ok(true);
  const checked = await checkJoining(inside, { sameClaimAs }, claim);
  if (!checked.ok) return checked;
  const { tx, permit, at, journal } = inside;
  await saveJoining(tx, permit, claim.id, { sameClaimAs, groupId }, at);
  await touchArticle(tx, permit, claim.articleId, at);
  const { id, articleId, revision, state } = claim;
  journal.audit({
    action: "claim.join",
    objectType: "claim",
    objectId: id,
    detail: { revision, sameClaimAs, groupId },
  });
  journal.announce({ kind: "claim.joined", articleId, objectId: id, payload: { id, revision, state } });
  return ok(true);
}
