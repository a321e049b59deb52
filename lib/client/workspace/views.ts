import type { ClaimView } from "./change.ts";
import { type Entry, viewOf } from "./entry.ts";

type Entries = ReadonlyMap<string, Entry>;
type Views = ReadonlyMap<string, ClaimView>;

/** Every claim as it is shown; removed ones are not. */
export function allViews(entries: Entries): Map<string, ClaimView> {
  const views = new Map<string, ClaimView>();
  for (const id of entries.keys()) compute(id, entries, views, new Set());
  for (const [id, entry] of entries) if (entry.isRemoved) views.delete(id);
  return views;
}

/**
 * The views after one claim changed: its own and those nested in it, whose chains begin with its. All others stay
 * the same objects, so that what shows them need not be drawn again.
 */
export function viewsAfter(views: Views, entries: Entries, touched: string): Map<string, ClaimView> {
  const next = new Map(views);
  const queue = [touched];
  const done = new Set<string>();
  for (const id of queue) {
    const entry = entries.get(id);
    if (done.has(id) || !entry) continue;
    done.add(id);
    const parentId = parentOf(entry);
    const parent = parentId === null ? null : (next.get(parentId) ?? null);
    if (entry.isRemoved) next.delete(id);
    else next.set(id, viewOf(entry, parent));
    for (const view of next.values()) if (view.parentId === id) queue.push(view.id);
  }
  return next;
}

function compute(
  id: string,
  entries: Entries,
  views: Map<string, ClaimView>,
  path: ReadonlySet<string>,
): ClaimView | null {
  const known = views.get(id);
  const entry = entries.get(id);
  if (known || !entry || path.has(id)) return known ?? null;
  const parentId = parentOf(entry);
  const parent = parentId === null ? null : compute(parentId, entries, views, new Set([...path, id]));
  const view = viewOf(entry, parent);
  views.set(id, view);
  return view;
}

function parentOf({ server, held, sent, pending }: Entry): string | null {
  return { ...server, ...held, ...sent, ...pending }.parentId;
}
