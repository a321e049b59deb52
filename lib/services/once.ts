import { fail, ok, type Result } from "#core/result.ts";
import type { Tx } from "#lib/db/client.ts";
import { keepAnswer, reserve } from "#lib/db/idempotency.ts";
import type { Caller } from "./caller.ts";
import type { Failure } from "./failure.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/**
 * With an idempotency key, the first success is answered again and `work` not done again. Its transaction, or savepoint,
 * has to be rolled back when this answers a failure: the key is free again then.
 */
export async function once<T>(
  { principal, idempotency }: Caller,
  workspaceId: string,
  tx: Tx,
  work: () => Outcome<T>,
): Outcome<T> {
  if (!idempotency) return work();
  const slot = { ...idempotency, workspaceId, principalId: principal.userId };
  const reservation = await reserve(tx, slot);
  if (reservation.kind === "mismatch") return fail({ kind: "idempotency-mismatch" });
  // The stored answer is what this very command returned before: JSON of a `T`.
  if (reservation.kind === "repeated") return ok(reservation.response as T);
  const done = await work();
  if (done.ok) await keepAnswer(tx, slot, done.value);
  return done;
}
