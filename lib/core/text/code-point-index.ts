import type { Span } from "./span.ts";
import { isSecondHalf } from "./surrogates.ts";
import { at, lastAtOrBelow } from "./typed-array.ts";

/**
 * UTF-16 units between two checkpoints. A look-up walks at most this many units (about 0.1 µs);
 * halving it doubles the memory, which at 128 is 64 KB for a text of 2 million units.
 */
const STEP = 128;

/**
 * Converts between code points, which are stored and sent, and UTF-16 units, which strings and the DOM count.
 * A text without astral characters costs one scan and no memory: both units agree there.
 * Offsets outside the text, or not whole numbers, are misuse and throw `RangeError`.
 */
export class CodePointIndex {
  readonly text: string;
  /** Length of the text in code points. */
  readonly length: number;
  /** Checkpoint k: how many code points start before unit `k * STEP`. Null when units and code points agree. */
  readonly #checkpoints: Uint32Array | null;

  constructor(text: string) {
    this.text = text;
    if (/[\uD800-\uDFFF]/.test(text)) {
      const { checkpoints, length } = sample(text);
      this.#checkpoints = checkpoints;
      this.length = length;
    } else {
      this.#checkpoints = null;
      this.length = text.length;
    }
  }

  /**
   * The code-point offset of a UTF-16 offset.
   * Between the halves of a surrogate pair it answers the offset *before* that code point.
   */
  fromUtf16(unit: number): number {
    requireWithin(unit, this.text.length, "UTF-16 offset");
    if (this.#checkpoints === null) return unit;
    const checkpoint = Math.floor(unit / STEP);
    let offset = at(this.#checkpoints, checkpoint);
    for (let walked = checkpoint * STEP; walked < unit; walked += 1) {
      if (!isSecondHalf(this.text, walked)) offset += 1;
    }
    return isSecondHalf(this.text, unit) ? offset - 1 : offset;
  }

  /** The UTF-16 offset at which the code point `offset` starts; `length` answers the end of the text. */
  toUtf16(offset: number): number {
    requireWithin(offset, this.length, "code-point offset");
    if (this.#checkpoints === null) return offset;
    const checkpoint = lastAtOrBelow(this.#checkpoints, offset);
    let passed = at(this.#checkpoints, checkpoint);
    let unit = checkpoint * STEP;
    while (passed < offset || isSecondHalf(this.text, unit)) {
      if (!isSecondHalf(this.text, unit)) passed += 1;
      unit += 1;
    }
    return unit;
  }

  /** The text of a span, as it stands. */
  slice(span: Span): string {
    return this.text.slice(this.toUtf16(span.start), this.toUtf16(span.end));
  }
}

/**
 * What functions on spans take: an index where one is kept, or a bare text where one call is all there is
 * (each call then pays the scan of the whole text).
 */
export type IndexedText = CodePointIndex | string;

/** The index itself, or a new one for a bare text. */
export function indexed(source: IndexedText): CodePointIndex {
  return typeof source === "string" ? new CodePointIndex(source) : source;
}

function sample(text: string): { checkpoints: Uint32Array; length: number } {
  const checkpoints = new Uint32Array(Math.floor(text.length / STEP) + 1);
  let length = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    if (unit % STEP === 0) checkpoints[unit / STEP] = length;
    if (!isSecondHalf(text, unit)) length += 1;
  }
  if (text.length % STEP === 0) checkpoints[text.length / STEP] = length;
  return { checkpoints, length };
}

function requireWithin(offset: number, length: number, what: string): void {
  if (Number.isInteger(offset) && offset >= 0 && offset <= length) return;
  throw new RangeError(`${what} ${offset} is outside a text of length ${length}`);
}
