import type { ClaimCreate } from "#lib/contracts/claims.ts";
import { type Change, effective, isEmpty } from "./change.ts";
import { draftOf, type Entry, entryOf } from "./entry.ts";

/** What is not saved of one claim, as it is kept through a reload or a crash. */
type Unsaved = { readonly create: ClaimCreate | null; readonly change: Change };

/** A place for texts that outlives the page; a browser may refuse it, and then nothing is kept. */
export type Keep = { readonly read: () => string | null; readonly write: (text: string | null) => void };

const problem = {
  title: "Not saved yet",
  detail: "This change was not saved when you left. Try again, or give it up.",
};

/** Keeps what is not saved, or clears the place when everything is. */
export function keepUnsaved(keep: Keep, entries: ReadonlyMap<string, Entry>): void {
  const unsaved: Record<string, Unsaved> = {};
  for (const [id, { create, held, sent, pending, isRemoved }] of entries) {
    const change = { ...held, ...sent, ...pending };
    if (!isRemoved && (create || !isEmpty(change))) unsaved[id] = { create, change };
  }
  keep.write(Object.keys(unsaved).length === 0 ? null : JSON.stringify(unsaved));
}

type Place = {
  readonly articleId: string;
  readonly layerId: string;
  readonly createdBy: string;
  readonly now: string;
};

/** What was kept, put over the claims as they are now; what has been saved since is let go. */
export function withUnsaved(keep: Keep, now: ReadonlyMap<string, Entry>, place: Place): Map<string, Entry> {
  const entries = new Map(now);
  for (const [id, { create, change }] of Object.entries(readUnsaved(keep))) {
    const known = entries.get(id) ?? (create ? entryOf(draftOf({ ...create, id }, place), create) : null);
    if (!known) continue;
    const held = effective(known.server, change);
    if (known.create || !isEmpty(held)) entries.set(id, { ...known, held, problem });
  }
  return entries;
}

function readUnsaved(keep: Keep): Record<string, Unsaved> {
  try {
    const kept: unknown = JSON.parse(keep.read() ?? "{}");
    // Written by `keepUnsaved` alone, in this browser; whatever else it is, no field of it is trusted by the server.
    return typeof kept === "object" && kept ? (kept as Record<string, Unsaved>) : {};
  } catch {
    return {};
  }
}
