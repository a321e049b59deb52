import type { ChangeProblem } from "#core/provenance/codebook-change.ts";
import { changeProblemMessage } from "#core/provenance/codebook-problem-words.ts";
import type { FieldError } from "../failure.ts";

/** Problems of changes, each pointing at the change it is about, or at all of them. */
export function fieldErrors(
  problems: readonly ChangeProblem[],
  labelOf: (id: string) => string,
): FieldError[] {
  return problems.map((problem) => ({
    pointer: problem.change === null ? "/changes" : `/changes/${problem.change}`,
    message: changeProblemMessage(problem, labelOf),
  }));
}
