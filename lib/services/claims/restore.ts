import { wholeChain } from "#core/attribution/chain.ts";
import type { ClaimContent } from "#core/attribution/claim.ts";
import { contentEquals } from "#core/attribution/difference.ts";
import { fail, ok, type Result } from "#core/result.ts";
import type { ClaimDetail } from "#lib/contracts/claims.ts";
import { claimPlace, mergedSources } from "#lib/db/claim-places.ts";
import { revisionsOf, type StoredRevision } from "#lib/db/claim-revisions.ts";
import { removedWith } from "#lib/db/claim-trash.ts";
import { claimById, holdNesting } from "#lib/db/claims.ts";
import type { Caller } from "../caller.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import { command, type Inside, type Writing } from "../workspace.ts";
import { checkContent } from "./content-problems.ts";
import { parentOf, reprovenanced } from "./family.ts";
import {
  answerClaim,
  decideOn,
  type LoadedClaim,
  loadClaims,
  type WritableClaim,
  writeClaim,
} from "./loaded.ts";
import { conflict } from "./refusals.ts";
import { saveContent } from "./revise.ts";
import { type ClaimChange, saveChanges, type Told, tell } from "./save.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** Brings a removed claim back as it was; or, of a claim that is there, an earlier revision as a new one. */
export function restore(
  caller: Caller,
  workspace: string,
  id: string,
  ifMatch: number,
  revision?: number,
): Outcome<ClaimDetail> {
  return command(caller, workspace, (inside) => restoreInside(inside, id, ifMatch, revision));
}

export async function restoreInside(
  inside: Writing,
  id: string,
  ifMatch: number,
  revision?: number,
): Outcome<ClaimDetail> {
  const removed = await isRemoved(inside, id);
  const action = removed ? "claim:restore" : "claim:revise";
  // An earlier revision may have been nested elsewhere.
  if (!removed) await holdNesting(inside.tx, inside.permit, id);
  const loaded = await writeClaim(inside, id, action, ifMatch);
  if (!loaded.ok) return loaded;
  const done = removed
    ? await bringBack(inside, loaded.value, revision)
    : await bringBackRevision(inside, loaded.value, revision);
  return done.ok ? answerClaim(inside, id) : done;
}

async function isRemoved({ tx, permit }: Inside, id: string): Promise<boolean> {
  const claim = await claimById(tx, permit, id);
  return claim !== null && claim.removedAt !== null;
}

/** Claims that were removed together come back together. */
async function bringBack(inside: Writing, loaded: WritableClaim, revision?: number): Outcome<true> {
  const { claim } = loaded;
  if (revision !== undefined && revision !== claim.revision) {
    return fail(
      conflict("is-removed", "The claim was removed. Bring it back first, then the earlier revision."),
    );
  }
  const parent = await parentOf(inside, claim.content.parentId, claim);
  if (claim.content.parentId !== null && !parent) {
    return fail(conflict("parent-removed", "The claim it is nested in was removed. Bring that back first."));
  }
  const ids = await removedWith(inside.tx, inside.permit, claim.id);
  const together = [loaded, ...(await loadClaims(inside, ids))];
  const wholes = new Map([[claim.content.parentId, parent?.wholeChain ?? []]]);
  const changes: ClaimChange[] = [];
  for (const one of together) {
    const { content } = one.claim;
    const whole = wholeChain(wholes.get(content.parentId) ?? [], content.chain);
    wholes.set(one.claim.id, whole);
    const change = await broughtBack(inside, one, whole);
    if (!change.ok) return change;
    changes.push(change.value);
  }
  await saveChanges(inside, changes);
  for (const change of changes) tell(inside, change, backAgain);
  return ok(true);
}

const backAgain: Told = { action: "claim.restore", kind: "claim.restored" };

/** As it was; but where its parent's chain moved on meanwhile, that is a change of content it has not seen yet. */
async function broughtBack(
  inside: Inside,
  loaded: LoadedClaim,
  whole: ClaimContent["chain"],
): Outcome<ClaimChange> {
  const { claim, standing } = loaded;
  const back = decideOn(inside.actor, loaded, { type: "restore" });
  if (!back.ok) return back;
  const last = (await revisionsOf(inside.tx, inside.permit, claim.id)).at(-1);
  if (last && isSameChain(claim.content, last.wholeChain, whole)) {
    return ok({ loaded, outcome: back.value, isUntouched: true });
  }
  const live = { ...loaded, standing: { ...standing, facts: { ...standing.facts, isRemoved: false } } };
  const revised = decideOn(inside.actor, live, { type: "revise" });
  if (!revised.ok) return revised;
  const written = {
    content: reprovenanced(claim.content, whole),
    wholeChain: whole,
    by: inside.actor.userId,
  };
  return ok({ loaded, outcome: revised.value, written });
}

function isSameChain(
  content: ClaimContent,
  one: ClaimContent["chain"],
  other: ClaimContent["chain"],
): boolean {
  return contentEquals({ ...content, chain: one }, { ...content, chain: other });
}

async function bringBackRevision(inside: Writing, loaded: WritableClaim, revision?: number): Outcome<true> {
  if (revision === undefined) return fail(conflict("not-removed", "The claim is not removed."));
  const stored = await revisionsOf(inside.tx, inside.permit, loaded.claim.id);
  const wanted = stored.find((one) => one.revision === revision);
  if (!wanted) return fail(invalid("/revision", "The claim has no such revision."));
  const content = await contentAsOf(inside, loaded, wanted);
  if (!content.ok) return content;
  return saveContent(inside, loaded, content.value, {
    action: "claim.restore_revision",
    kind: "claim.revised",
    detail: { restored: revision },
  });
}

/**
 * The revision's content, with merged sources under their present names. Where the claim it was nested in is gone,
 * it stands by itself with the whole chain it had.
 */
async function contentAsOf(inside: Inside, { claim }: LoadedClaim, stored: StoredRevision) {
  const { tx, permit } = inside;
  const parent = await parentOf(inside, stored.content.parentId, claim);
  const isOrphan = stored.content.parentId !== null && !parent;
  const links = isOrphan ? stored.wholeChain : stored.content.chain;
  const names = await mergedSources(
    tx,
    permit,
    links.flatMap((hop) => hop.sources),
  );
  const chain = links.map((hop) => ({ ...hop, sources: hop.sources.map((id) => names.get(id) ?? id) }));
  const whole = wholeChain(parent?.wholeChain ?? [], chain);
  const content = reprovenanced({ ...stored.content, parentId: parent?.id ?? null, chain }, whole);
  const place = await claimPlace(tx, permit, claim.articleId);
  if (!place) return fail(notFound("claim"));
  const { id: claimId, versionId } = claim;
  const input = { ownChain: [] };
  const checked = await checkContent(inside, {
    place,
    versionId,
    claimId,
    content,
    before: content,
    stored: claim.content,
    parent,
    input,
  });
  return checked.ok ? ok({ content, parent, place }) : checked;
}
