import type { Span } from "./span.ts";
import { at, lastAtOrBelow } from "./typed-array.ts";

/**
 * Carries code-point offsets between a text as it came in and its canonical text.
 * Both directions are monotone. Inside a passage that was rewritten as a whole (CR LF, a letter and its
 * combining mark) no offset has a counterpart: single offsets go to its start, spans grow to cover it.
 * Offsets outside the text throw `RangeError`.
 */
export type OffsetMap = {
  /** Canonical offset of an input offset; inside a rewritten passage, the start of what it became. */
  readonly toCanonical: (offset: number) => number;
  /** Input offset of a canonical offset; after a dropped mark rather than before it. */
  readonly toInput: (offset: number) => number;
  /** The canonical span that holds every code point of the input span. Empty spans stay empty. */
  readonly spanToCanonical: (span: Span) => Span;
  /** The input span that holds everything the canonical span was made from. Empty spans stay empty. */
  readonly spanToInput: (span: Span) => Span;
};

/** One side of the rewritten passages: ascending, not overlapping, the same count on both sides. */
type Side = { readonly starts: Uint32Array; readonly ends: Uint32Array; readonly length: number };

/** Collects what was kept and what was rewritten, left to right, and makes the map from it. */
export class OffsetMapBuilder {
  readonly #inputStarts: number[] = [];
  readonly #inputEnds: number[] = [];
  readonly #canonicalStarts: number[] = [];
  readonly #canonicalEnds: number[] = [];
  #input = 0;
  #canonical = 0;

  /** `count` code points stand in both texts. */
  keep(count: number): void {
    this.#input += count;
    this.#canonical += count;
  }

  /** `from` code points of the input became `to` code points, as one passage. */
  rewrite(from: number, to: number): void {
    this.#inputStarts.push(this.#input);
    this.#canonicalStarts.push(this.#canonical);
    this.#input += from;
    this.#canonical += to;
    this.#inputEnds.push(this.#input);
    this.#canonicalEnds.push(this.#canonical);
  }

  /** Length of the canonical text so far, in code points. */
  get canonicalLength(): number {
    return this.#canonical;
  }

  /** The map of everything told so far. Look-ups are O(log of the number of rewritten passages). */
  build(): OffsetMap {
    const input = side(this.#inputStarts, this.#inputEnds, this.#input);
    const canonical = side(this.#canonicalStarts, this.#canonicalEnds, this.#canonical);
    return {
      toCanonical: (offset) => carry(input, canonical, offset, false),
      toInput: (offset) => carry(canonical, input, offset, false),
      spanToCanonical: (span) => carrySpan(input, canonical, span),
      spanToInput: (span) => carrySpan(canonical, input, span),
    };
  }
}

function side(starts: number[], ends: number[], length: number): Side {
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(ends), length };
}

function carrySpan(from: Side, to: Side, span: Span): Span {
  const start = carry(from, to, span.start, false);
  return { start, end: span.end === span.start ? start : carry(from, to, span.end, true) };
}

function carry(from: Side, to: Side, offset: number, toTheEnd: boolean): number {
  if (!Number.isInteger(offset) || offset < 0 || offset > from.length) {
    throw new RangeError(`offset ${offset} is outside a text of length ${from.length}`);
  }
  const passage = lastAtOrBelow(from.starts, offset);
  if (passage < 0) return offset;
  const beyond = offset - at(from.ends, passage);
  if (beyond >= 0) return at(to.ends, passage) + beyond;
  const isInside = offset > at(from.starts, passage);
  return toTheEnd && isInside ? at(to.ends, passage) : at(to.starts, passage);
}
