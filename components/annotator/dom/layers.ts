import type { Span } from "#core/text/span.ts";

/**
 * Layers of one lane. Overlaps blend only between layers, and each layer costs the browser a highlight per lane:
 * four show three claims over one another; a fifth shares a layer, and the list of "claims here" tells it apart.
 */
export const LAYER_CAP = 4;

/**
 * A layer for each span, in the order given: the lowest in which it overlaps no earlier one (greedy interval
 * colouring by start, so as few layers as the deepest overlap). Past `cap`, the one that is free soonest.
 */
export function assignLayers(spans: readonly Span[], cap: number = LAYER_CAP): number[] {
  const order = spans.map((_, place) => place);
  order.sort((one, other) => startOf(spans, one) - startOf(spans, other) || one - other);
  const freeFrom: number[] = [];
  const layers = new Array<number>(spans.length).fill(0);
  for (const place of order) {
    const span = spans[place];
    if (!span) continue;
    const layer = layerFor(span.start, freeFrom, cap);
    layers[place] = layer;
    freeFrom[layer] = Math.max(freeFrom[layer] ?? 0, span.end);
  }
  return layers;
}

/** The layer for one more span; `layers` hold what is painted already. */
export function layerForOneMore(
  span: Span,
  layers: readonly Iterable<Span>[],
  cap: number = LAYER_CAP,
): number {
  let fewest = { layer: 0, overlaps: Number.POSITIVE_INFINITY };
  for (let layer = 0; layer < cap; layer += 1) {
    const overlaps = countOverlaps(span, layers[layer] ?? []);
    if (overlaps === 0) return layer;
    if (overlaps < fewest.overlaps) fewest = { layer, overlaps };
  }
  return fewest.layer;
}

function startOf(spans: readonly Span[], place: number): number {
  return spans[place]?.start ?? 0;
}

function layerFor(start: number, freeFrom: readonly number[], cap: number): number {
  let soonest = 0;
  for (let layer = 0; layer < cap; layer += 1) {
    const free = freeFrom[layer] ?? 0;
    if (free <= start) return layer;
    if (free < (freeFrom[soonest] ?? 0)) soonest = layer;
  }
  return soonest;
}

function countOverlaps(span: Span, others: Iterable<Span>): number {
  let count = 0;
  for (const other of others) if (other.start < span.end && span.start < other.end) count += 1;
  return count;
}
