import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import { pause } from "#lib/platform/clock.ts";
import { database, type Tx } from "./client.ts";
import { isCollision } from "./collision.ts";
import { type MembershipRow, membershipIn } from "./identity/memberships.ts";

/** A permit names the workspace; nothing else does. */
type WorkspaceScoped = (AnyPermit | SystemPermit) & { readonly workspaceId: string };

type Work<T> = (tx: Tx) => Promise<T>;

/** Milliseconds a transaction may take where the usual ones are too few: one that stores very much. */
export type Limits = { readonly timeout?: number };

/** Work that collides so often in a row fails for another reason than two people at the same moment. */
const ATTEMPTS = 6;
const SHORTEST_PAUSE = 10;

/**
 * Runs `work` in one transaction as the application role, confined to the permit's workspace by row-level
 * security: even a wrong query returns nothing foreign. Both settings are local to the transaction, so they
 * survive a transaction-mode pooler. Work that collides with somebody else's is rolled back and runs again from its
 * beginning, so it does nothing outside `tx` that may not be done twice.
 */
export function inWorkspace<T>(
  permit: WorkspaceScoped,
  work: Work<T>,
  { attempts = ATTEMPTS } = {},
): Promise<T> {
  return repeated(attempts, {}, async (tx) => {
    await tx.$queryRaw`select set_config('role', 'sourceline_app', true), set_config('app.workspace', ${permit.workspaceId}, true)`;
    return work(tx);
  });
}

/**
 * As `inWorkspace`, where a person is a member of the workspace so named (by id or slug); else answers null, and `work`
 * does not run. Who they are there is read by the statement that confines the transaction: no request waits for one
 * round trip more, and work that runs again does so with the role they then have.
 */
export function asMember<T>(
  userId: string,
  workspace: string,
  work: (tx: Tx, membership: MembershipRow) => Promise<T>,
  limits: Limits = {},
): Promise<T | null> {
  return repeated(ATTEMPTS, limits, async (tx) => {
    const [membership] = await tx.$queryRaw<MembershipRow[]>`
      with found as materialized (${membershipIn(userId, workspace)})
      select found.*, set_config('role', 'sourceline_app', true) as as_role,
        set_config('app.workspace', found."workspaceId"::text, true) as in_workspace from found`;
    return membership ? work(tx, membership) : null;
  });
}

/** Identity tables only (rules.md 6): as the application role, in no workspace. Runs again as `inWorkspace` does. */
export function inIdentity<T>(work: Work<T>): Promise<T> {
  return repeated(ATTEMPTS, {}, async (tx) => {
    await tx.$queryRaw`select set_config('role', 'sourceline_app', true)`;
    return work(tx);
  });
}

/** Work within a transaction that is undone alone where `isKept` says so of its outcome. What it throws ends them both. */
export async function inSavepoint<T>(
  tx: Tx,
  work: () => Promise<T>,
  isKept: (outcome: T) => boolean,
): Promise<T> {
  await tx.$executeRaw`savepoint piece`;
  const outcome = await work();
  if (isKept(outcome)) await tx.$executeRaw`release savepoint piece`;
  else await tx.$executeRaw`rollback to savepoint piece`;
  return outcome;
}

async function repeated<T>(attempts: number, limits: Limits, work: Work<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database().$transaction(work, limits);
    } catch (error) {
      if (attempt >= attempts || !isCollision(error)) throw error;
      // Of two that met, each waits for a time of its own, or they would meet again.
      await pause(SHORTEST_PAUSE * 2 ** attempt * Math.random());
    }
  }
}
