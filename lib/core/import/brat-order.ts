import type { BratTuple } from "./brat-lines.ts";
import type { Place } from "./dataset.ts";

/** Takes a note about a place. */
type Note = (place: Place, code: string, message: string) => void;

/**
 * The place of each event in its chain, from 1: one after the event it is nested in. Only events that a relation names
 * have one. The first relation of an event counts; those in a circle, or nested in one, have none, and it is noted.
 */
export function eventOrders(relations: readonly BratTuple[], note: Note): ReadonlyMap<string, number> {
  const outer = new Map<string, string>();
  const places = new Map<string, Place>();
  const named = new Set<string>();
  for (const { args, place } of relations) {
    const [from = "", to = ""] = args.map(([, id]) => id);
    named.add(from).add(to);
    if (outer.has(from))
      note(place, "second-tie", "The event is nested in another already; the first tie counts.");
    else {
      outer.set(from, to);
      places.set(from, place);
    }
  }
  const orders = new Map<string, number | null>();
  for (const id of named) settle(id, outer, orders);
  for (const [id, place] of places) {
    if (orders.get(id) === null)
      note(place, "circle", "The events are nested in a circle; they are taken as unordered.");
  }
  return new Map([...orders].flatMap(([id, order]) => (order === null ? [] : [[id, order] as const])));
}

/** Walks outwards to what is settled, the outermost or a circle, and settles all it passed. */
function settle(id: string, outer: ReadonlyMap<string, string>, orders: Map<string, number | null>): void {
  const walked = new Set<string>();
  let at: string | undefined = id;
  while (at !== undefined && !orders.has(at) && !walked.has(at)) {
    walked.add(at);
    at = outer.get(at);
  }
  let order = at === undefined ? 0 : walked.has(at) ? null : (orders.get(at) ?? null);
  for (const next of [...walked].reverse()) {
    order = order === null ? null : order + 1;
    orders.set(next, order);
  }
}
