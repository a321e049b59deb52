import { fail, ok, type Result } from "#core/result.ts";
import type { ReviewEvent, ReviewOutcome } from "#core/review/facts.ts";
import { decide } from "#core/review/machine.ts";
import { allowedActions } from "#lib/authz/allowed-actions.ts";
import { authorize, isAllowed, type Permit } from "#lib/authz/authorize.ts";
import type { Actor, ClaimObject } from "#lib/authz/objects.ts";
import type { ClaimDetail } from "#lib/contracts/claims.ts";
import type { Standing } from "#lib/db/claim-facts.ts";
import { type ChainedClaim, lockClaims, lockLine, standingClaims } from "#lib/db/claims.ts";
import { type Failure, notFound } from "../failure.ts";
import { frozenFor, frozenSince } from "../layers/open.ts";
import type { Inside } from "../workspace.ts";
import { presentClaim } from "./present.ts";
import { refused } from "./refusals.ts";

/** A claim its asker may see, with what every rule about it needs. */
export type LoadedClaim = {
  readonly claim: ChainedClaim;
  readonly standing: Standing;
  readonly object: ClaimObject;
};

/** What may be done to a claim; each is asked for by name before the review machine is. */
export type ClaimAction =
  | "claim:revise"
  | "claim:submit"
  | "claim:withdraw"
  | "claim:remove"
  | "claim:restore"
  | "review:decide"
  | "review:reopen"
  | "review:retract"
  | "proposal:accept"
  | "assessment:write";

/** A claim loaded for writing: locked, as its writer knew it, and permitted. */
export type WritableClaim = LoadedClaim & { readonly permit: Permit<ClaimAction> };

export function objectOf(workspaceId: string, standing: Standing): ClaimObject {
  const { project, layer, facts, state, approvalsNeeded } = standing;
  return { workspaceId, project, layer, claim: { ...facts, state, approvalsNeeded } };
}

/** Absent, foreign and hidden claims are one answer. */
export async function readClaim(
  { tx, actor, permit }: Pick<Inside, "tx" | "actor" | "permit">,
  id: string,
): Promise<Result<LoadedClaim, Failure>> {
  const found = (await standingClaims(tx, permit, [id])).get(id);
  if (!found) return fail(notFound("claim"));
  const object = objectOf(actor.workspaceId, found.standing);
  return authorize("claim:read", actor, object).ok ? ok({ ...found, object }) : fail(notFound("claim"));
}

/** Claims of one family, locked, in the order of their ids given; nobody is asked whether they may be seen. */
export async function loadClaims(
  { tx, permit, actor }: Pick<Inside, "tx" | "actor" | "permit">,
  ids: readonly string[],
): Promise<LoadedClaim[]> {
  if (ids.length === 0) return [];
  await lockClaims(tx, permit, ids, "update");
  const found = await standingClaims(tx, permit, ids);
  return ids.flatMap((id) => {
    const one = found.get(id);
    return one ? [{ ...one, object: objectOf(actor.workspaceId, one.standing) }] : [];
  });
}

/** The claim to be written, held still from here on with everything it is nested in. */
export async function writeClaim(
  inside: Inside,
  id: string,
  action: ClaimAction,
  ifMatch: number,
): Promise<Result<WritableClaim, Failure>> {
  const { tx, actor, permit } = inside;
  await lockLine(tx, permit, id);
  const read = await readClaim(inside, id);
  if (!read.ok) return read;
  const granted = authorize(action, actor, read.value.object);
  if (!granted.ok) return fail(frozenFor(actor, read.value.object.layer) ?? notFound("claim"));
  const frozen = await frozenSince(inside, read.value.object.layer, read.value.claim.layerId);
  if (frozen) return fail(frozen);
  if (read.value.claim.revision !== ifMatch) {
    return fail({ kind: "stale", current: detailOf(actor, read.value) });
  }
  return ok({ ...read.value, permit: granted.value });
}

/** What the review machine says to an event caused by this actor. */
export function decideOn(
  actor: Actor,
  { standing, object }: Pick<LoadedClaim, "standing" | "object">,
  event: ReviewEvent,
): Result<ReviewOutcome, Failure> {
  const decided = decide(standing.state, event, {
    ...standing.facts,
    actorId: actor.userId,
    role: actor.role,
    mayWriteLayer: isAllowed("claim:create", actor, object),
    approvalsNeeded: standing.approvalsNeeded,
  });
  return decided.ok ? decided : fail(refused(decided.failure));
}

export function detailOf(
  actor: Actor,
  { claim, object }: Pick<LoadedClaim, "claim" | "object">,
): ClaimDetail {
  return { ...presentClaim(claim), actions: [...allowedActions(actor, object)] };
}

/** The claim as it is now, with what its asker may do. */
export async function answerClaim(inside: Inside, id: string): Promise<Result<ClaimDetail, Failure>> {
  const read = await readClaim(inside, id);
  return read.ok ? ok(detailOf(inside.actor, read.value)) : read;
}
