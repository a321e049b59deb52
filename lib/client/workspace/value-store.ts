/** A value that components subscribe to in parts, so that a hover redraws a marker and not the page. */
export class ValueStore<T extends object> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  readonly get = (): T => this.#value;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(part: Partial<T>): void {
    // Reason for `as`: a Partial of T has only keys of T.
    const keys = Object.keys(part) as (keyof T)[];
    if (keys.every((key) => Object.is(this.#value[key], part[key]))) return;
    this.#value = { ...this.#value, ...part };
    for (const listener of this.#listeners) listener();
  }
}
