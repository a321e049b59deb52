import type { Result } from "#core/result.ts";
import type { ReviewEvent } from "#core/review/facts.ts";
import type { ClaimDetail } from "#lib/contracts/claims.ts";
import type { Caller } from "../caller.ts";
import type { Failure } from "../failure.ts";
import { command, type Writing } from "../workspace.ts";
import { answerClaim, type ClaimAction, decideOn, writeClaim } from "./loaded.ts";
import { saveChanges, type Told, tell } from "./save.ts";

type Outcome = Promise<Result<ClaimDetail, Failure>>;

/** An event of the review machine with what it needs and how it is told. */
export type Move = { readonly action: ClaimAction; readonly event: ReviewEvent; readonly as: Told };

export const submitting: Move = {
  action: "claim:submit",
  event: { type: "submit" },
  as: told("submit", "submitted"),
};
export const withdrawing: Move = {
  action: "claim:withdraw",
  event: { type: "withdraw" },
  as: told("withdraw", "withdrawn"),
};
export function reopening({ reason }: { readonly reason: string }): Move {
  const as = { ...told("reopen", "reopened"), detail: { reason } };
  return { action: "review:reopen", event: { type: "reopen", reason }, as };
}

/** Hands a claim to review. */
export function submit(caller: Caller, workspace: string, id: string, ifMatch: number): Outcome {
  return command(caller, workspace, (inside) => moveInside(inside, id, ifMatch, submitting));
}

/** Takes a claim out of review, back to a draft. */
export function withdraw(caller: Caller, workspace: string, id: string, ifMatch: number): Outcome {
  return command(caller, workspace, (inside) => moveInside(inside, id, ifMatch, withdrawing));
}

/** Puts a settled claim back into review. */
export function reopen(
  caller: Caller,
  workspace: string,
  id: string,
  ifMatch: number,
  body: { readonly reason: string },
): Outcome {
  return command(caller, workspace, (inside) => moveInside(inside, id, ifMatch, reopening(body)));
}

function told(action: string, kind: string): Told {
  return { action: `claim.${action}`, kind: `claim.${kind}` };
}

export async function moveInside(
  inside: Writing,
  id: string,
  ifMatch: number,
  { action, event, as }: Move,
): Outcome {
  const loaded = await writeClaim(inside, id, action, ifMatch);
  if (!loaded.ok) return loaded;
  const outcome = decideOn(inside.actor, loaded.value, event);
  if (!outcome.ok) return outcome;
  const change = { loaded: loaded.value, outcome: outcome.value };
  await saveChanges(inside, [change]);
  tell(inside, change, as);
  return answerClaim(inside, id);
}
