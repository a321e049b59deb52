import type { Scope } from "#core/review/state.ts";

/** Who is calling, before any workspace is entered. */
export type Principal = {
  readonly userId: string;
  readonly via: "session" | "token" | "system";
  /** `null` = unlimited by scope (a browser session). */
  readonly scopes: readonly Scope[] | null;
  /** Hash of the session id, for listing and revoking; only with `via: "session"`. */
  readonly sessionId?: string;
  /** Only with `via: "token"`. */
  readonly tokenId?: string;
};
