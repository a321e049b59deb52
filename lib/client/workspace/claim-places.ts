import type { Span } from "#core/text/span.ts";
import type { ClaimView } from "./change.ts";
import { ClaimIndex } from "./claim-index.ts";
import type { Feed } from "./feed.ts";

/** Where all claims stand, kept by difference: who asks for those at one place does not walk through all. */
export class ClaimPlaces {
  readonly #claims: ReadonlyMap<string, ClaimView>;
  readonly #ranges = new ClaimIndex();

  constructor(claims: ReadonlyMap<string, ClaimView>, feed: Feed) {
    this.#claims = claims;
    const follow = (changed: Iterable<string>) => {
      for (const id of changed) this.#follow(id);
    };
    follow(claims.keys());
    feed.subscribe(follow);
  }

  readonly get = (id: string): ClaimView | null => this.#claims.get(id) ?? null;

  /** Claims that reach over a code point of the span, be it with the gap between two fragments; in no order. */
  readonly around = (span: Span): ClaimView[] =>
    this.#ranges.overlapping(span).flatMap((id) => this.#claims.get(id) ?? []);

  #follow(id: string): void {
    const claim = this.#claims.get(id);
    const range = claim && rangeOf(claim.spans);
    const [before] = this.#ranges.get(id)?.spans ?? [];
    if (range?.start === before?.start && range?.end === before?.end) return;
    if (range) this.#ranges.put({ id, spans: [range] });
    else this.#ranges.remove(id);
  }
}

/** From the first word to the last, gaps included; null of nothing. */
export function rangeOf(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}
