import type { Claim } from "#lib/contracts/claims.ts";
import { type ClaimView, sameValue } from "./change.ts";
import { contentOf, type Entry, entryOf, takesChildren, viewOf } from "./entry.ts";
import { Feed } from "./feed.ts";

/**
 * The claims of one article: what is known of each, and how each shows. A write to one touches that one and those
 * nested in it, whatever the number of all; every view stays the same object until it differs.
 */
export class ClaimSet {
  readonly feed = new Feed();
  readonly #entries = new Map<string, Entry>();
  readonly #views = new Map<string, ClaimView>();
  readonly #parents = new Map<string, string>();
  readonly #children = new Map<string, Set<string>>();
  #changed = new Set<string>();
  #depth = 0;
  /** Another number after every change. */
  version = 0;

  /** Alive: what it holds changes with the claims. */
  get views(): ReadonlyMap<string, ClaimView> {
    return this.#views;
  }
  get entries(): ReadonlyMap<string, Entry> {
    return this.#entries;
  }

  /** Direct children, also ones that are not shown. */
  childrenOf(id: string): readonly string[] {
    return [...(this.#children.get(id) ?? [])];
  }

  /** All that hang below, nearest first. */
  below(id: string): readonly string[] {
    const found = new Set(this.childrenOf(id));
    for (const one of found) for (const child of this.childrenOf(one)) if (child !== id) found.add(child);
    return [...found];
  }

  /** Several changes, told as one when the outermost is done. */
  run<T>(work: () => T): T {
    this.#depth += 1;
    try {
      return work();
    } finally {
      this.#depth -= 1;
      if (this.#depth === 0 && this.#changed.size > 0) {
        const changed = this.#changed;
        this.#changed = new Set();
        this.feed.publish(changed);
      }
    }
  }

  put(id: string, entry: Entry): void {
    this.run(() => {
      const wasTaking = takes(this.#entries.get(id));
      this.#entries.set(id, entry);
      this.#relink(id, contentOf(entry).parentId);
      this.#show(id, wasTaking !== takes(entry));
    });
  }

  drop(id: string): void {
    this.run(() => {
      this.#entries.delete(id);
      this.#relink(id, null);
      this.#show(id, true);
    });
  }

  /** Takes what the server has, all at once; entries with unsent writes are left to whoever merges them. */
  fill(claims: readonly Claim[]): void {
    this.run(() => {
      for (const claim of claims) {
        this.#entries.set(claim.id, entryOf(claim));
        this.#relink(claim.id, claim.parentId);
      }
      for (const { id, parentId } of claims) {
        if (parentId === null || !this.#entries.has(parentId)) this.#show(id, true);
      }
      // In a circle nobody is outermost; each is shown all the same.
      for (const { id } of claims) if (!this.#views.has(id)) this.#show(id, false);
    });
  }

  #show(id: string, withChildren: boolean, path: ReadonlySet<string> = new Set()): void {
    if (path.has(id)) return;
    const before = this.#views.get(id);
    const view = this.#viewOf(id);
    if (!view) this.#views.delete(id);
    else if (!sameValue(before, view)) this.#views.set(id, view);
    this.#changed.add(id);
    this.version += 1;
    const isAsBefore = before !== undefined && view !== null && sameValue(before.chain, view.chain);
    if (isAsBefore && !withChildren) return;
    for (const child of this.#children.get(id) ?? []) this.#show(child, withChildren, new Set([...path, id]));
  }

  #viewOf(id: string): ClaimView | null {
    const entry = this.#entries.get(id);
    if (!entry || entry.isRemoved || this.#isTaken(id)) return null;
    return viewOf(entry, this.#views.get(this.#parents.get(id) ?? "") ?? null);
  }

  /** One of those it hangs below is being removed with all that is nested in it. */
  #isTaken(id: string): boolean {
    const seen = new Set([id]);
    for (let at = this.#parents.get(id); at !== undefined && !seen.has(at); at = this.#parents.get(at)) {
      if (takes(this.#entries.get(at))) return true;
      seen.add(at);
    }
    return false;
  }

  #relink(id: string, parentId: string | null): void {
    const before = this.#parents.get(id);
    if (before === (parentId ?? undefined)) return;
    if (before !== undefined) this.#children.get(before)?.delete(id);
    if (parentId === null) this.#parents.delete(id);
    else {
      this.#parents.set(id, parentId);
      this.#children.set(parentId, (this.#children.get(parentId) ?? new Set()).add(id));
    }
  }
}

const takes = (entry: Entry | undefined): boolean => entry !== undefined && takesChildren(entry);
