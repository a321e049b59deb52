import { IntervalIndex } from "#core/text/interval-index.ts";
import type { Span } from "#core/text/span.ts";

type Indexed = { readonly id: string; readonly spans: readonly Span[] };

/** Changes looked past before the tree is built again: a build costs milliseconds, a look past 64 nothing. */
const LOOSE = 64;

/** Which claims cover an offset, kept up to date claim by claim; built when it is asked, not when it is told. */
export class ClaimIndex {
  readonly #claims = new Map<string, Indexed>();
  readonly #loose = new Set<string>();
  #ids: string[] = [];
  #tree = new IntervalIndex([]);

  put(claim: Indexed): void {
    this.#claims.set(claim.id, claim);
    this.#loose.add(claim.id);
  }

  remove(id: string): void {
    this.#claims.delete(id);
    this.#loose.add(id);
  }

  get(id: string): Indexed | null {
    return this.#claims.get(id) ?? null;
  }

  /** Ids of claims with a fragment over the code point at `offset`, each once, outermost first. */
  covering(offset: number): string[] {
    const ids = this.overlapping({ start: offset, end: offset + 1 });
    return ids.sort((one, other) => this.#extent(other) - this.#extent(one));
  }

  /** Ids of claims with a fragment that shares a code point with the span, each once. */
  overlapping(span: Span): string[] {
    if (this.#loose.size > LOOSE) this.#build();
    const ids = new Set<string>();
    for (const place of this.#tree.overlapping(span.start, span.end)) {
      const id = this.#ids[place];
      if (id !== undefined && !this.#loose.has(id)) ids.add(id);
    }
    for (const id of this.#loose) {
      const meets = this.#claims
        .get(id)
        ?.spans.some(({ start, end }) => start < span.end && span.start < end);
      if (meets) ids.add(id);
    }
    return [...ids];
  }

  #extent(id: string): number {
    return this.#claims.get(id)?.spans.reduce((sum, { start, end }) => sum + end - start, 0) ?? 0;
  }

  #build(): void {
    const spans: Span[] = [];
    this.#ids = [];
    for (const claim of this.#claims.values()) {
      for (const span of claim.spans) {
        spans.push(span);
        this.#ids.push(claim.id);
      }
    }
    this.#tree = new IntervalIndex(spans);
    this.#loose.clear();
  }
}
