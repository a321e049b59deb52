type Listener = (changed: ReadonlySet<string>) => void;

/**
 * Tells which claims changed, to two kinds of listener: what is kept up to date by difference (rows, counts, paint)
 * hears every set of ids; a component hears of the one claim it shows.
 */
export class Feed {
  readonly #all = new Set<Listener>();
  readonly #ones = new Map<string, Set<() => void>>();

  readonly subscribe = (listener: Listener): (() => void) => {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  };

  readonly subscribeTo = (id: string, listener: () => void): (() => void) => {
    const listeners = this.#ones.get(id) ?? new Set();
    this.#ones.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#ones.get(id) === listeners) this.#ones.delete(id);
    };
  };

  publish(changed: ReadonlySet<string>): void {
    if (changed.size === 0) return;
    for (const listener of this.#all) listener(changed);
    for (const [id, listeners] of this.#ones) {
      if (changed.has(id)) for (const listener of [...listeners]) listener();
    }
  }
}
