import { fail, ok, type Result } from "#core/result.ts";
import type { Actor } from "#lib/authz/objects.ts";
import type { ClaimDetail } from "#lib/contracts/claims.ts";
import type { ClaimOperation, ClaimsBatch } from "#lib/contracts/claims-batch.ts";
import type { Caller } from "../caller.ts";
import type { BatchFailure, Failure } from "../failure.ts";
import { decideInside } from "../reviews/reviews.ts";
import { command, piece, type Writing } from "../workspace.ts";
import { acceptProposalInside } from "./accept-proposal.ts";
import { createInside } from "./create.ts";
import { removeInside } from "./remove.ts";
import { restoreInside } from "./restore.ts";
import { reviseInside } from "./revise.ts";
import { moveInside, reopening, submitting, withdrawing } from "./transitions.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** What became of each operation, in their order. */
export type BatchOutcome = {
  readonly results: readonly (BatchFailure | Done)[];
};
type Done = { readonly index: number; readonly op: ClaimOperation["op"]; readonly claim: ClaimDetail };

/**
 * Does many operations in one command, each as its own use case would: one that fails leaves nothing and does not keep
 * the others from being done; with `atomic` none is then.
 */
export function batch(
  caller: Caller,
  workspace: string,
  { atomic, operations }: ClaimsBatch,
): Outcome<BatchOutcome> {
  return command(caller, workspace, async (inside) => {
    const results: BatchOutcome["results"][number][] = [];
    const failures: BatchFailure[] = [];
    for (const [index, operation] of operations.entries()) {
      const done = await piece(inside, (part) => perform(part, operation));
      if (!done.ok) failures.push({ index, failure: done.failure });
      const { op } = operation;
      results.push(done.ok ? { index, op, claim: done.value } : { index, failure: done.failure });
    }
    return atomic && failures.length > 0 ? fail({ kind: "batch-refused", failures }) : ok({ results });
  });
}

function perform(inside: Writing, operation: ClaimOperation): Outcome<ClaimDetail> {
  switch (operation.op) {
    case "create":
      return createInside(inside, operation.article, operation.body);
    case "update":
      return reviseInside(inside, operation.claim, operation.ifMatch, operation.body);
    case "delete":
      return removeInside(inside, operation.claim, operation.ifMatch, operation.children);
    case "restore":
      return restoreInside(inside, operation.claim, operation.ifMatch, operation.body.revision);
    case "submit":
      return moveInside(inside, operation.claim, operation.ifMatch, submitting);
    case "withdraw":
      return moveInside(inside, operation.claim, operation.ifMatch, withdrawing);
    case "accept_proposal":
      return acceptProposalInside(inside, operation.claim, operation.ifMatch);
    default:
      return review(inside, operation);
  }
}

async function review(
  inside: Writing,
  operation: Extract<ClaimOperation, { op: "reopen" | "review" }>,
): Outcome<ClaimDetail> {
  if (!hasReviewScope(inside.actor)) return fail({ kind: "out-of-scope", scope: "review" });
  const { claim, ifMatch } = operation;
  if (operation.op === "reopen") return moveInside(inside, claim, ifMatch, reopening(operation.body));
  const decided = await decideInside(inside, claim, ifMatch, operation.body);
  return decided.ok ? ok(decided.value.claim) : decided;
}

/** Asked of each item, as the route asks it of a request: the batch itself needs only `write`. */
function hasReviewScope({ scopes }: Actor): boolean {
  return !scopes || scopes.includes("review");
}
