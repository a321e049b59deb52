import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "#lib/db/client.ts";
import { type Announcement, type AuditEntry, appendJournal } from "#lib/db/journal.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { eventBus } from "#lib/platform/event-bus.ts";
import type { Journal } from "../workspace.ts";

/** What the program works with in a workspace where nobody asked it to: there is no actor. */
export type SystemInside = {
  readonly tx: Tx;
  readonly permit: SystemPermit<string>;
  readonly actor: null;
  readonly at: Date;
  readonly journal: Journal;
};

/** As `command`, for the program itself: state, audit rows and events in one transaction, without an actor. */
export async function systemCommand<T>(
  permit: SystemPermit<string>,
  at: Date,
  work: (inside: SystemInside) => Promise<T>,
): Promise<T> {
  const { workspaceId } = permit;
  const { done, isTold } = await inWorkspace(permit, async (tx) => {
    const audits: AuditEntry[] = [];
    const events: Announcement[] = [];
    const journal: Journal = { audit: (e) => audits.push(e), announce: (e) => events.push(e) };
    const value = await work({ tx, permit, actor: null, at, journal });
    await appendJournal(tx, workspaceId, null, at, audits, events);
    return { done: value, isTold: events.length > 0 };
  });
  // Whoever is woken looks for events: where there are none, nobody is, or the program would wake itself for ever.
  if (isTold) eventBus().publish({ kind: "committed", workspaceId });
  return done;
}
