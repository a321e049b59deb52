import type { Span } from "#core/text/span.ts";
import { at } from "#core/text/typed-array.ts";

/**
 * Every fragment of every claim with its layer, in columns. A query walks the columns: 20,000 fragments take
 * some 20 µs, so there is no tree to keep up, and adding one costs the same however many there are.
 */
export class FragmentTable {
  #starts = new Uint32Array(256);
  #ends = new Uint32Array(256);
  #layers = new Uint8Array(256);
  readonly #owners: string[] = [];
  readonly #free: number[] = [];

  /** The slot of the new fragment. */
  add(owner: string, span: Span, layer: number): number {
    const slot = this.#free.pop() ?? this.#owners.length;
    if (slot === this.#starts.length) this.#grow();
    this.#owners[slot] = owner;
    this.#starts[slot] = span.start;
    this.#ends[slot] = span.end;
    this.#layers[slot] = layer;
    return slot;
  }

  remove(slot: number): void {
    // Ends before it starts: meets nothing until it is given away again.
    this.#starts[slot] = 1;
    this.#ends[slot] = 0;
    this.#free.push(slot);
  }

  spanOf(slot: number): Span {
    return { start: at(this.#starts, slot), end: at(this.#ends, slot) };
  }

  layerOf(slot: number): number {
    return this.#layers[slot] ?? 0;
  }

  /** Slots of the fragments that share a code point with the span. */
  meeting({ start, end }: Span): number[] {
    const found: number[] = [];
    const starts = this.#starts;
    const ends = this.#ends;
    for (let slot = 0; slot < this.#owners.length; slot += 1) {
      if (at(starts, slot) < end && at(ends, slot) > start) found.push(slot);
    }
    return found;
  }

  /** Claims with a fragment that shares a code point with the span. */
  ownersMeeting(span: Span): Set<string> {
    return new Set(this.meeting(span).map((slot) => this.#owners[slot] ?? ""));
  }

  /** The lowest layer in which the span meets nothing, or `cap` when there is none below it. */
  freeLayer(span: Span, cap: number): number {
    const taken = new Set(this.meeting(span).map((slot) => this.#layers[slot]));
    let layer = 0;
    while (layer < cap && taken.has(layer)) layer += 1;
    return layer;
  }

  #grow(): void {
    this.#starts = grown(this.#starts, new Uint32Array(2 * this.#starts.length));
    this.#ends = grown(this.#ends, new Uint32Array(2 * this.#ends.length));
    this.#layers = grown(this.#layers, new Uint8Array(2 * this.#layers.length));
  }
}

function grown<Column extends Uint32Array | Uint8Array>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
