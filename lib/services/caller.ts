import type { Principal } from "#lib/authz/principal.ts";

/** Who asks, and what must happen once only. Made by lib/web for a request, by scripts for themselves. */
export type Caller = {
  readonly principal: Principal;
  /** A repeated request with the same key is answered from the first (rules.md 8). */
  readonly idempotency?: { readonly route: string; readonly key: string; readonly requestHash: string };
};
