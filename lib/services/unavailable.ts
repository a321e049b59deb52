import { isUnavailable } from "#lib/db/unavailable.ts";
import type { Failure } from "./failure.ts";

const SECONDS = 5;

/** What was thrown because the database cannot be asked at the moment, as a failure; null for anything else. */
export function unavailable(error: unknown): Failure | null {
  return isUnavailable(error) ? { kind: "unavailable", retryAfterSeconds: SECONDS } : null;
}
