import { fail, ok, type Result } from "#core/result.ts";
import type { Principal } from "#lib/authz/principal.ts";
import type { Session } from "#lib/contracts/workspaces.ts";
import * as store from "#lib/db/identity/sessions.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import { randomToken } from "#lib/platform/random.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";

const DAY = 86_400_000;
export const SESSION_DAYS = 30;
const LONGEST_IDLE = 14 * DAY;
const SEEN_EVERY = 5 * 60_000;
const SESSION_ID_BYTES = 16;

/** Opens a session; answers the random id that goes into the browser's cookie and is stored only as its hash. */
export async function open(userId: string, userAgent: string | null): Promise<string> {
  const id = randomToken(SESSION_ID_BYTES);
  const at = systemClock();
  await store.insertSession({
    idHash: sha256Hex(id),
    userId,
    createdAt: at,
    lastSeenAt: at,
    expiresAt: new Date(at.getTime() + SESSION_DAYS * DAY),
    userAgent: userAgent?.slice(0, 300) ?? null,
  });
  return id;
}

/** Whom a session id stands for, asked anew on every request: what was revoked is over at once. */
export async function find(id: string): Promise<Principal | null> {
  const at = systemClock();
  const session = await store.liveSession(sha256Hex(id), at, idleLimit(at));
  if (!session) return null;
  if (at.getTime() - session.lastSeenAt.getTime() > SEEN_EVERY) await store.touchSession(session.idHash, at);
  return { userId: session.userId, via: "session", scopes: null, sessionId: session.idHash };
}

export async function list({
  principal,
}: Caller): Promise<Result<{ items: Session[]; next: null }, Failure>> {
  const at = systemClock();
  const rows = await store.sessionsOf(principal.userId, at, idleLimit(at));
  const items = rows.map((row) => ({
    id: row.idHash,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    userAgent: row.userAgent,
    current: row.idHash === principal.sessionId,
  }));
  return ok({ items, next: null });
}

export async function revoke({ principal }: Caller, id: string): Promise<Result<null, Failure>> {
  const isRevoked = await store.revokeSession(principal.userId, id, systemClock());
  return isRevoked ? ok(null) : fail(notFound("session"));
}

/** Signs out everywhere, or everywhere else. */
export async function revokeAll(
  { principal }: Caller,
  { keepCurrent }: { keepCurrent: boolean },
): Promise<Result<null, Failure>> {
  await store.revokeSessions(principal.userId, systemClock(), keepCurrent ? principal.sessionId : undefined);
  return ok(null);
}

/** Ends the session a cookie stood for. */
export async function close(id: string): Promise<void> {
  const principal = await find(id);
  if (principal?.sessionId) await store.revokeSession(principal.userId, principal.sessionId, systemClock());
}

function idleLimit(at: Date): Date {
  return new Date(at.getTime() - LONGEST_IDLE);
}
