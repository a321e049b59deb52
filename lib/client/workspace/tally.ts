import type { ClaimView } from "./change.ts";
import type { Feed } from "./feed.ts";

export type Counts<K extends string> = Readonly<Partial<Record<K, number>>>;

/** How many claims there are of each kind, kept by difference. Another object only when a number is another. */
export class Tally<K extends string> {
  readonly #kinds = new Map<string, K>();
  readonly #listeners = new Set<() => void>();
  #counts: Counts<K> = {} as Counts<K>; // Empty counts have every key's type: all are optional.

  constructor(claims: ReadonlyMap<string, ClaimView>, kindOf: (claim: ClaimView) => K, feed: Feed) {
    const update = (changed: Iterable<string>) => {
      const counts: Partial<Record<K, number>> = { ...this.#counts };
      const add = (kind: K, by: number) => {
        counts[kind] = (counts[kind] ?? 0) + by;
      };
      let isOther = false;
      for (const id of changed) {
        const claim = claims.get(id);
        const [before, now] = [this.#kinds.get(id), claim && kindOf(claim)];
        if (before === now) continue;
        isOther = true;
        if (before !== undefined) add(before, -1);
        if (now === undefined) this.#kinds.delete(id);
        else {
          add(now, 1);
          this.#kinds.set(id, now);
        }
      }
      if (!isOther) return;
      this.#counts = counts;
      for (const listener of this.#listeners) listener();
    };
    update(claims.keys());
    feed.subscribe(update);
  }

  readonly get = (): Counts<K> => this.#counts;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
