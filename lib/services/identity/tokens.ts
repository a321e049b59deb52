import { fail, ok, type Result } from "#core/result.ts";
import { type Scope, scopes } from "#core/review/state.ts";
import type { Principal } from "#lib/authz/principal.ts";
import type { ApiToken } from "#lib/contracts/workspaces.ts";
import * as store from "#lib/db/identity/tokens.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import { newId } from "#lib/platform/ids.ts";
import { randomToken } from "#lib/platform/random.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";

const DAY = 86_400_000;
const USED_EVERY = 60_000;

/** Whom a personal token stands for, asked anew on every request; that its use is told once a minute is enough. */
export async function find(token: string): Promise<Principal | "expired" | null> {
  const at = systemClock();
  const row = await store.standingToken(sha256Hex(token));
  if (!row) return null;
  if (row.expiresAt && row.expiresAt <= at) return "expired";
  const before = new Date(at.getTime() - USED_EVERY);
  if (!row.lastUsedAt || row.lastUsedAt < before) await store.touchToken(row.id, at, before);
  return { userId: row.userId, via: "token", scopes: scopesOf(row), tokenId: row.id };
}

/** Makes a token; its secret is in this answer only. */
export async function create(
  caller: Caller,
  input: { readonly name: string; readonly scopes: readonly Scope[]; readonly expiresInDays: number },
): Promise<Result<ApiToken, Failure>> {
  // A token never makes one that may do more, or lasts longer, than itself.
  if (caller.principal.via === "token") return fail({ kind: "out-of-scope", scope: null });
  const token = `sl_${randomToken()}`;
  const at = systemClock();
  const row = {
    id: newId(),
    userId: caller.principal.userId,
    name: input.name.trim(),
    hint: `sl_…${token.slice(-4)}`,
    scopes: scopes.filter((scope) => input.scopes.includes(scope)),
    createdAt: at,
    expiresAt: new Date(at.getTime() + input.expiresInDays * DAY),
  };
  await store.insertToken({ ...row, tokenHash: sha256Hex(token) });
  return ok({ ...present({ ...row, lastUsedAt: null }), token });
}

export async function list(
  { principal }: Caller,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Result<{ items: ApiToken[]; next: string | null }, Failure>> {
  const rows = await store.tokensOf(principal.userId, limit + 1, after);
  const items = rows.slice(0, limit).map(present);
  return ok({ items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null });
}

export async function revoke({ principal }: Caller, id: string): Promise<Result<null, Failure>> {
  const isRevoked = await store.revokeToken(principal.userId, id, systemClock());
  return isRevoked ? ok(null) : fail(notFound("token"));
}

function present(row: store.TokenRow): ApiToken {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    scopes: scopesOf(row),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  };
}

function scopesOf(row: store.TokenRow): Scope[] {
  return scopes.filter((scope) => row.scopes.includes(scope));
}
