import { fail, ok, type Result } from "../result.ts";
import type { ReviewEvent, ReviewFacts, ReviewFailure, ReviewOutcome } from "./facts.ts";
import { outcomeOf } from "./outcome.ts";
import { refusal } from "./refusal.ts";
import type { ClaimState } from "./state.ts";

/**
 * Applies one event: the values to store, or the first reason against it. Asks in this order, so that the answer is
 * the most useful one: removed? possible in this state? may this person? four eyes? a reason? the facts of the event.
 */
export function decide(
  state: ClaimState,
  event: ReviewEvent,
  facts: ReviewFacts,
): Result<ReviewOutcome, ReviewFailure> {
  const failure = refusal(state, event, facts);
  if (failure) return fail(failure);
  return ok(outcomeOf(state, event, facts));
}
