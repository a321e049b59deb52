/** Every way a use case can fail that its caller can cause. lib/web/problem.ts maps each to an answer. */
export type Failure =
  | { readonly kind: "unauthenticated" }
  | { readonly kind: "token-expired" }
  /** Absent, foreign or forbidden: one answer for all three. */
  | { readonly kind: "not-found"; readonly what: string }
  | { readonly kind: "unknown-parameter"; readonly names: readonly string[] }
  | { readonly kind: "invalid"; readonly detail?: string; readonly errors: readonly FieldError[] }
  /** The object has moved on; `current` is what it is now. */
  | { readonly kind: "stale"; readonly current: unknown }
  | { readonly kind: "precondition-required" }
  /** The state of things forbids it; `code` is a stable slug, `detail` says why and what to do. */
  | { readonly kind: "conflict"; readonly code: string; readonly detail: string; readonly current?: unknown }
  /** Four eyes: a decision on one's own work. */
  | { readonly kind: "own-work"; readonly detail: string }
  /** A browser's write that did not come from this installation's own pages. */
  | { readonly kind: "own-origin-only" }
  /** `scope` is null where no token is enough. */
  | { readonly kind: "out-of-scope"; readonly scope: string | null }
  | { readonly kind: "idempotency-mismatch" }
  /** Of a batch that was to be done as a whole, these could not be: none was. */
  | { readonly kind: "batch-refused"; readonly failures: readonly BatchFailure[] }
  | { readonly kind: "too-large"; readonly limit: number; readonly unit: "bytes" | "characters" }
  | { readonly kind: "unsupported-media"; readonly detail: string }
  /** The sender went before the whole of it was here. */
  | { readonly kind: "broken-off" }
  /** The database cannot be asked at the moment; nothing was begun. */
  | { readonly kind: "unavailable"; readonly retryAfterSeconds: number }
  | { readonly kind: "too-many"; readonly retryAfterSeconds: number }
  | { readonly kind: "too-many-streams"; readonly limit: number; readonly retryAfterSeconds: number };

/** One operation of a batch that failed. */
export type BatchFailure = { readonly index: number; readonly failure: Failure };

/** `pointer` is a JSON pointer into the body, or the name of a query parameter. */
export type FieldError = { readonly pointer: string; readonly message: string };

export const notFound = (what: string): Failure => ({ kind: "not-found", what });
export const invalid = (pointer: string, message: string): Failure => ({
  kind: "invalid",
  errors: [{ pointer, message }],
});
