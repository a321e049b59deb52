import { ok, type Result } from "#core/result.ts";
import type { BatchAnswer } from "#lib/contracts/claims-batch.ts";
import type { BatchOutcome } from "#lib/services/claims/batch.ts";
import type { Failure } from "#lib/services/failure.ts";
import { failedResult } from "./problem.ts";

const makesNew: ReadonlySet<string> = new Set(["create", "review"]);

/** A batch's outcome as it is answered: each operation with the status it would have had alone. */
export function batchAnswer(outcome: Result<BatchOutcome, Failure>): Result<BatchAnswer, Failure> {
  if (!outcome.ok) return outcome;
  const results = outcome.value.results.map((one) =>
    "claim" in one
      ? { index: one.index, status: makesNew.has(one.op) ? 201 : 200, claim: one.claim }
      : failedResult(one),
  );
  const failed = results.filter(({ status }) => status >= 400).length;
  return ok({ succeeded: results.length - failed, failed, results });
}
