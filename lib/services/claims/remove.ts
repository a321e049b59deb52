import { wholeChain } from "#core/attribution/chain.ts";
import { fail, ok, type Result } from "#core/result.ts";
import type { ClaimDetail } from "#lib/contracts/claims.ts";
import type { Caller } from "../caller.ts";
import type { Failure } from "../failure.ts";
import { command, type Inside, type Writing } from "../workspace.ts";
import { lockBelow } from "./family.ts";
import { answerClaim, decideOn, type LoadedClaim, writeClaim } from "./loaded.ts";
import { conflict } from "./refusals.ts";
import { throughParent } from "./revise.ts";
import { type ClaimChange, saveChanges, tell } from "./save.ts";

/** What becomes of the claims nested in a removed one. */
export type Children = "keep" | "remove";

/** Removes a claim. Claims nested in it receive its links, or go too: whoever removes it has to say (rules.md 1). */
export function remove(
  caller: Caller,
  workspace: string,
  id: string,
  ifMatch: number,
  children?: Children,
): Promise<Result<ClaimDetail, Failure>> {
  return command(caller, workspace, (inside) => removeInside(inside, id, ifMatch, children));
}

export async function removeInside(
  inside: Writing,
  id: string,
  ifMatch: number,
  children?: Children,
): Promise<Result<ClaimDetail, Failure>> {
  const loaded = await writeClaim(inside, id, "claim:remove", ifMatch);
  if (!loaded.ok) return loaded;
  const outcome = decideOn(inside.actor, loaded.value, { type: "remove" });
  if (!outcome.ok) return outcome;
  const change = { loaded: loaded.value, outcome: outcome.value };
  const done = await removeFamily(inside, change, children);
  return done.ok ? answerClaim(inside, id) : done;
}

async function removeFamily(
  inside: Writing,
  change: { readonly loaded: LoadedClaim; readonly outcome: ClaimChange["outcome"] },
  children?: Children,
): Promise<Result<true, Failure>> {
  const { claim } = change.loaded;
  const below = await lockBelow(inside, change.loaded);
  if (below.length > 0 && !children) return fail(needsChoice(below.length));
  const others = children === "remove" ? removed(inside, below) : kept(inside, change.loaded, below);
  if (!others.ok) return others;
  await saveChanges(inside, [change, ...others.value]);
  const detail = { children: below.length > 0 ? (children ?? null) : null };
  tell(inside, change, { action: "claim.remove", kind: "claim.removed", detail });
  const told = children === "remove" ? removedWith(claim.id) : throughParent(claim.id);
  for (const other of others.value) tell(inside, other, told);
  return ok(true);
}

const removedWith = (parentId: string) => ({
  action: "claim.remove",
  kind: "claim.removed",
  detail: { throughParent: parentId },
});

function needsChoice(count: number): Failure {
  const claims = count === 1 ? "A claim is" : `${count} claims are`;
  return conflict(
    "has-children",
    `${claims} nested in this one. Say \`children=keep\` to give them its links, or \`children=remove\`.`,
    { count },
  );
}

function removed({ actor }: Inside, below: readonly LoadedClaim[]): Result<ClaimChange[], Failure> {
  const changes: ClaimChange[] = [];
  for (const loaded of below) {
    const outcome = decideOn(actor, loaded, { type: "remove" });
    if (!outcome.ok) return fail(notYours(outcome.failure));
    changes.push({ loaded, outcome: outcome.value });
  }
  return ok(changes);
}

function notYours(failure: Failure): Failure {
  if (failure.kind !== "conflict" || failure.code !== "not-allowed") return failure;
  return conflict(
    "child-not-removable",
    "A claim nested in this one is not yours to remove: it is another author's, or no draft any more. Keep the nested claims instead.",
  );
}

/** The nearest claims take over the removed claim's own links and its place; their whole chains stay as they are. */
function kept(
  { actor }: Inside,
  { claim }: LoadedClaim,
  below: readonly LoadedClaim[],
): Result<ClaimChange[], Failure> {
  const changes: ClaimChange[] = [];
  for (const loaded of below) {
    if (loaded.claim.content.parentId !== claim.id) continue;
    const outcome = decideOn(actor, loaded, { type: "revise" });
    if (!outcome.ok) return outcome;
    const chain = wholeChain(claim.content.chain, loaded.claim.content.chain);
    const content = { ...loaded.claim.content, parentId: claim.content.parentId, chain };
    const written = { content, wholeChain: loaded.claim.wholeChain, by: actor.userId };
    changes.push({ loaded, outcome: outcome.value, written });
  }
  return ok(changes);
}
