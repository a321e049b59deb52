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
  const order = spans.map((span, place) => ({ span, place }));
  order.sort((one, other) => one.span.start - other.span.start || other.span.end - one.span.end);
  const freeFrom = new Array<number>(cap).fill(0);
  const layers = new Array<number>(spans.length).fill(cap);
  for (const { span, place } of order) {
    const layer = freeFrom.findIndex((free) => free <= span.start);
    if (layer < 0) continue;
    layers[place] = layer;
    freeFrom[layer] = span.end;
  }
  return layers;
}

/** The layer for one more span, or `cap`; `layers` hold what is painted already. */
export function layerForOneMore(
  span: Span,
  layers: readonly Iterable<Span>[],
  cap: number = LAYER_CAP,
): number {
  for (let layer = 0; layer < cap; layer += 1) {
    if (!meetsAny(span, layers[layer] ?? [])) return layer;
  }
  return cap;
}

function meetsAny(span: Span, others: Iterable<Span>): boolean {
  for (const other of others) if (other.start < span.end && span.start < other.end) return true;
  return false;
}
