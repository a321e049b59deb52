import { fail, ok, type Result } from "#core/result.ts";
import { enterWorkspace, type Permit } from "#lib/authz/authorize.ts";
import type { Actor } from "#lib/authz/objects.ts";
import type { Tx } from "#lib/db/client.ts";
import { keepAnswer, reserve } from "#lib/db/idempotency.ts";
import { membershipOf } from "#lib/db/identity/memberships.ts";
import { type Announcement, type AuditEntry, appendJournal } from "#lib/db/journal.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { eventBus } from "#lib/platform/event-bus.ts";
import type { Caller } from "./caller.ts";
import { type Failure, notFound } from "./failure.ts";

/** What a use case works with once its caller is inside a workspace. */
export type Inside = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly permit: Permit<"workspace:read">;
  readonly at: Date;
};

/** What a command leaves behind beside its change: at least one audit row, and what watchers are told. */
export type Journal = {
  audit(entry: AuditEntry): void;
  announce(event: Announcement): void;
};

type Outcome<T> = Promise<Result<T, Failure>>;

/** Carries an expected failure out of a transaction, so that it rolls back. */
class RolledBack extends Error {
  constructor(readonly failure: Failure) {
    super("rolled back");
  }
}

async function enter(
  caller: Caller,
  workspace: string,
): Outcome<{ actor: Actor; permit: Permit<"workspace:read"> }> {
  const membership = await membershipOf(caller.principal.userId, workspace);
  if (!membership) return fail(notFound("workspace"));
  const actor: Actor = {
    userId: caller.principal.userId,
    workspaceId: membership.workspaceId,
    role: membership.role,
    scopes: caller.principal.scopes,
  };
  return ok({ actor, permit: enterWorkspace(actor) });
}

/** A read: one short transaction inside the workspace (rules.md 6). */
export async function query<T>(
  caller: Caller,
  workspace: string,
  work: (inside: Inside) => Outcome<T>,
): Outcome<T> {
  const entered = await enter(caller, workspace);
  if (!entered.ok) return entered;
  return inWorkspace(entered.value.permit, (tx) => work({ tx, ...entered.value, at: systemClock() }));
}

/**
 * A command: state, revision, audit row and event in one transaction, or nothing. A failure rolls back.
 * With an idempotency key, the first success is answered again.
 */
export async function command<T>(
  caller: Caller,
  workspace: string,
  work: (inside: Inside & { readonly journal: Journal }) => Outcome<T>,
): Outcome<T> {
  const entered = await enter(caller, workspace);
  if (!entered.ok) return entered;
  const { actor, permit } = entered.value;
  try {
    const value = await inWorkspace(permit, (tx) =>
      once(caller, actor, tx, async () => {
        const audits: AuditEntry[] = [];
        const events: Announcement[] = [];
        const journal: Journal = { audit: (e) => audits.push(e), announce: (e) => events.push(e) };
        const at = systemClock();
        const done = await work({ tx, actor, permit, at, journal });
        if (!done.ok) throw new RolledBack(done.failure);
        await appendJournal(tx, actor.workspaceId, actor.userId, at, audits, events);
        return done.value;
      }),
    );
    eventBus().publish({ kind: "committed", workspaceId: actor.workspaceId });
    return ok(value);
  } catch (error) {
    if (error instanceof RolledBack) return fail(error.failure);
    throw error;
  }
}

async function once<T>(caller: Caller, actor: Actor, tx: Tx, work: () => Promise<T>): Promise<T> {
  if (!caller.idempotency) return work();
  const slot = { ...caller.idempotency, workspaceId: actor.workspaceId, principalId: actor.userId };
  const reservation = await reserve(tx, slot);
  if (reservation.kind === "mismatch") throw new RolledBack({ kind: "idempotency-mismatch" });
  // The stored answer is what this very command returned before: JSON of a `T`.
  if (reservation.kind === "repeated") return reservation.response as T;
  const value = await work();
  await keepAnswer(tx, slot, value);
  return value;
}
