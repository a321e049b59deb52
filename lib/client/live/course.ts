/**
 * How far a page has been told of its workspace's events. What it may not know is left out of what it is told, so
 * that numbers alone show no gap: each event comes with the number of the one told before it.
 */
export class Course {
  #last: number | null;

  /** `last` is the number the page's content was read at; null where that is not known yet. */
  constructor(last: number | null) {
    this.#last = last;
  }

  get last(): number | null {
    return this.#last;
  }

  /** `seen`: told already. `gap`: something between was missed, and what is shown must be read anew. */
  take(previous: number, number: number): "new" | "seen" | "gap" {
    const last = this.#last ?? previous;
    if (number <= last) return "seen";
    this.#last = number;
    return previous <= last ? "new" : "gap";
  }

  /** The stream stands at `number` before it tells anything; true where the page lacks something. */
  meet(number: number): boolean {
    const isBehind = this.#last !== null && this.#last < number;
    if (this.#last === null || isBehind) this.#last = number;
    return isBehind;
  }
}
