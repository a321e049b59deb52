import { fail, ok, type Result } from "#core/result.ts";
import { enterWorkspace, type Permit } from "#lib/authz/authorize.ts";
import type { Actor } from "#lib/authz/objects.ts";
import type { Tx } from "#lib/db/client.ts";
import { type Announcement, type AuditEntry, appendJournal } from "#lib/db/journal.ts";
import { asMember, inSavepoint, type Limits } from "#lib/db/transaction.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { eventBus } from "#lib/platform/event-bus.ts";
import type { Caller } from "./caller.ts";
import { type Failure, notFound } from "./failure.ts";
import { once } from "./once.ts";

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

/** Inside, with a journal to write to: what a command's work is given. */
export type Writing = Inside & { readonly journal: Journal };

type Outcome<T> = Promise<Result<T, Failure>>;

/** Carries an expected failure out of a transaction, so that it rolls back. */
class RolledBack extends Error {
  constructor(readonly failure: Failure) {
    super("rolled back");
  }
}

type Entered = Pick<Inside, "tx" | "actor" | "permit">;

/** Runs `work` inside the workspace its caller names; where they do not belong there is none. */
async function enter<T>(
  { principal }: Caller,
  workspace: string,
  work: (entered: Entered) => Outcome<T>,
  limits: Limits = {},
): Outcome<T> {
  const inside = (tx: Tx, { workspaceId, role }: Pick<Actor, "workspaceId" | "role">) => {
    const actor: Actor = { userId: principal.userId, workspaceId, role, scopes: principal.scopes };
    return work({ tx, actor, permit: enterWorkspace(actor) });
  };
  const done = await asMember(principal.userId, workspace, inside, limits);
  return done ?? fail(notFound("workspace"));
}

/** A read: one short transaction inside the workspace (rules.md 6). */
export function query<T>(
  caller: Caller,
  workspace: string,
  work: (inside: Inside) => Outcome<T>,
  limits: Limits = {},
): Outcome<T> {
  return enter(caller, workspace, (entered) => work({ ...entered, at: systemClock() }), limits);
}

/**
 * A command: state, revision, audit row and event in one transaction, or nothing. A failure rolls back; a collision
 * with somebody else's runs it again, so `work` does nothing outside the transaction that may not be done twice.
 * With an idempotency key, the first success is answered again.
 */
export async function command<T>(
  caller: Caller,
  workspace: string,
  work: (inside: Writing) => Outcome<T>,
  limits: Limits = {},
): Outcome<T> {
  try {
    const inside = async (entered: Entered) => {
      const { tx, actor } = entered;
      const done = await once(caller, actor.workspaceId, tx, async () => {
        const { journal, audits, events } = newJournal();
        const at = systemClock();
        const done = await work({ ...entered, at, journal });
        if (done.ok) await appendJournal(tx, actor.workspaceId, actor.userId, at, audits, events);
        return done;
      });
      if (!done.ok) throw new RolledBack(done.failure);
      return ok({ value: done.value, workspaceId: actor.workspaceId });
    };
    const committed = await enter(caller, workspace, inside, limits);
    if (!committed.ok) return committed;
    const { value, workspaceId } = committed.value;
    eventBus().publish({ kind: "committed", workspaceId });
    return ok(value);
  } catch (error) {
    if (error instanceof RolledBack) return fail(error.failure);
    throw error;
  }
}

/** One of several pieces of work in a command: a failure undoes this piece, in the database and in the journal. */
export async function piece<T>(inside: Writing, work: (inside: Writing) => Outcome<T>): Outcome<T> {
  const { journal, audits, events } = newJournal();
  const done = await inSavepoint(
    inside.tx,
    () => work({ ...inside, journal }),
    ({ ok: isKept }) => isKept,
  );
  if (!done.ok) return done;
  for (const entry of audits) inside.journal.audit(entry);
  for (const event of events) inside.journal.announce(event);
  return done;
}

function newJournal() {
  const audits: AuditEntry[] = [];
  const events: Announcement[] = [];
  const journal: Journal = { audit: (e) => audits.push(e), announce: (e) => events.push(e) };
  return { journal, audits, events };
}
