import type { Span } from "./span.ts";
import { at, lastAtOrBelow } from "./typed-array.ts";

/**
 * Which of many spans cover an offset or meet a range, for painting and for what lies under the pointer.
 *
 * An augmented interval tree (Cormen et al., *Introduction to Algorithms*, 14.3) without nodes: intervals
 * sorted by start, the middle of each stretch its root, and for each root the farthest end below it.
 * Built in O(n log n); a query costs O(log n + answers). Immutable.
 */
export class IntervalIndex {
  readonly size: number;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  /** Place of the interval in the list it was built from. */
  readonly #places: Uint32Array;
  /** For the root of each stretch: the greatest end in that stretch. */
  readonly #farthest: Uint32Array;

  /** An interval that is empty or has no whole offsets is misuse: `RangeError`. */
  constructor(intervals: readonly Span[]) {
    this.size = intervals.length;
    const keys = keysByStart(intervals);
    this.#places = new Uint32Array(this.size);
    this.#starts = new Uint32Array(this.size);
    this.#ends = new Uint32Array(this.size);
    for (let rank = 0; rank < this.size; rank += 1) {
      const place = (keys[rank] as number) % this.size; // `as`: `rank` is within the array
      const interval = intervals[place] as Span; // `as`: `place` came from this list
      this.#places[rank] = place;
      this.#starts[rank] = interval.start;
      this.#ends[rank] = interval.end;
    }
    this.#farthest = new Uint32Array(this.size);
    this.#measure(0, this.size);
  }

  /** Indices of the intervals with `start <= offset < end`, by start and then by index. */
  covering(offset: number): number[] {
    return this.overlapping(offset, offset + 1);
  }

  /** Indices of the intervals that share a code point with `[start, end)`, by start and then by index. */
  overlapping(start: number, end: number): number[] {
    const found: number[] = [];
    // Nothing from here on starts before `end`.
    const beyond = start < end ? lastAtOrBelow(this.#starts, end - 1) + 1 : 0;
    this.#collect(0, this.size, beyond, start, found);
    return found;
  }

  #collect(low: number, high: number, beyond: number, start: number, found: number[]): void {
    if (low >= high || low >= beyond) return;
    const root = (low + high) >>> 1;
    if (at(this.#farthest, root) <= start) return;
    this.#collect(low, root, beyond, start, found);
    if (root < beyond && at(this.#ends, root) > start) found.push(at(this.#places, root));
    this.#collect(root + 1, high, beyond, start, found);
  }

  #measure(low: number, high: number): number {
    if (low >= high) return 0;
    const root = (low + high) >>> 1;
    const below = Math.max(this.#measure(low, root), this.#measure(root + 1, high));
    const farthest = Math.max(below, at(this.#ends, root));
    this.#farthest[root] = farthest;
    return farthest;
  }
}

/**
 * Start and place in one number, ascending: sorting numbers natively is several times faster than with a
 * comparison. Exact while the last start times the count stays below 2^53.
 */
function keysByStart(intervals: readonly Span[]): Float64Array {
  const keys = new Float64Array(intervals.length);
  intervals.forEach(({ start, end }, place) => {
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start) {
      throw new RangeError(`interval ${place} is not a span: [${start}, ${end})`);
    }
    keys[place] = start * intervals.length + place;
  });
  return keys.sort();
}
