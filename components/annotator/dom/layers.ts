import type { Span } from "#core/text/span.ts";

/**
 * Layers in which claims are painted one over the other. Four show a claim, two within it and a word of theirs;
 * what lies deeper is painted as one crowd, and the list of "claims here" tells it apart. Each layer more costs
 * the browser a background and a line at every end of every claim: 28 lanes of four took 1.6 s on crowded text.
 */
export const LAYER_CAP = 4;

/**
 * A layer for each span, in the order given: the lowest in which it overlaps no other (greedy interval colouring
 * by start, outer before inner, so as few layers as the deepest overlap). `cap` itself means: none was free.
 */
export function assignLayers(spans: readonly Span[], cap: number = LAYER_CAP): number[] {
  const freeFrom = new Float64Array(cap).fill(Number.NEGATIVE_INFINITY);
  const layers = new Array<number>(spans.length).fill(cap);
  for (const place of outerFirst(spans)) {
    const span = spans[place];
    let layer = 0;
    while (span && layer < cap && (freeFrom[layer] ?? 0) > span.start) layer += 1;
    if (!span || layer === cap) continue;
    layers[place] = layer;
    freeFrom[layer] = span.end;
  }
  return layers;
}

/** Places of the spans by start, of equal starts the longer first. */
function outerFirst(spans: readonly Span[]): Float64Array {
  const byEnd = ranked(spans.map(({ end }) => -end));
  const byStart = ranked(Array.from(byEnd, (place) => spans[place]?.start ?? 0));
  return byStart.map((rank) => byEnd[rank] ?? 0);
}

/**
 * Places of the numbers in ascending order. Number and place are sorted as one number, natively: many times
 * faster than with a comparison, and exact while number times count stays below 2^53.
 */
function ranked(numbers: readonly number[]): Float64Array {
  const count = numbers.length;
  const keys = Float64Array.from(numbers, (number, place) => number * count + place).sort();
  return keys.map((key) => ((key % count) + count) % count);
}
