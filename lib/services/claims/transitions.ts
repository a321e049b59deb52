import type { Result } from "#core/result.ts";
import type { ReviewEvent } from "#core/review/facts.ts";
import type { ClaimDetail } from "#lib/contracts/claims.ts";
import type { Caller } from "../caller.ts";
import type { Failure } from "../failure.ts";
import { command } from "../workspace.ts";
import { answerClaim, type ClaimAction, decideOn, writeClaim } from "./loaded.ts";
import { saveChanges, type Told, tell } from "./save.ts";

type Outcome = Promise<Result<ClaimDetail, Failure>>;

/** Hands a claim to review. */
export function submit(caller: Caller, workspace: string, id: string, ifMatch: number): Outcome {
  return move(
    caller,
    workspace,
    id,
    ifMatch,
    "claim:submit",
    { type: "submit" },
    told("submit", "submitted"),
  );
}

/** Takes a claim out of review, back to a draft. */
export function withdraw(caller: Caller, workspace: string, id: string, ifMatch: number): Outcome {
  return move(
    caller,
    workspace,
    id,
    ifMatch,
    "claim:withdraw",
    { type: "withdraw" },
    told("withdraw", "withdrawn"),
  );
}

/** Puts a settled claim back into review. */
export function reopen(
  caller: Caller,
  workspace: string,
  id: string,
  ifMatch: number,
  { reason }: { readonly reason: string },
): Outcome {
  const event: ReviewEvent = { type: "reopen", reason };
  const reopened = { ...told("reopen", "reopened"), detail: { reason } };
  return move(caller, workspace, id, ifMatch, "review:reopen", event, reopened);
}

function told(action: string, kind: string): Told {
  return { action: `claim.${action}`, kind: `claim.${kind}` };
}

function move(
  caller: Caller,
  workspace: string,
  id: string,
  ifMatch: number,
  action: ClaimAction,
  event: ReviewEvent,
  as: Told,
): Outcome {
  return command(caller, workspace, async (inside) => {
    const loaded = await writeClaim(inside, id, action, ifMatch);
    if (!loaded.ok) return loaded;
    const outcome = decideOn(inside.actor, loaded.value, event);
    if (!outcome.ok) return outcome;
    const change = { loaded: loaded.value, outcome: outcome.value };
    await saveChanges(inside, [change]);
    tell(inside, change, as);
    return answerClaim(inside, id);
  });
}
