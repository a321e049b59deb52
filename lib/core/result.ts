/**
 * An expected outcome that may fail. Misuse throws; what a person can cause is a value.
 * `Failure` unions are closed and discriminated by `kind`, so that a caller's `switch` is exhaustive.
 */
export type Result<T, F> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F };

/** Wraps a success. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps an expected failure. */
export function fail<F>(failure: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure };
}
