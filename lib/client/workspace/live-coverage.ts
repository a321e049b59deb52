import type { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";
import { normaliseFragments, overlaps } from "#core/text/spans.ts";
import type { ClaimView } from "./change.ts";
import type { ClaimPlaces } from "./claim-places.ts";
import { type Coverage, carries, coverageOf, type Sentence, summedUp } from "./coverage.ts";
import type { Feed } from "./feed.ts";

/** Past this many changes at once, reading all anew is quicker than one by one. */
const MANY = 200;

/**
 * Which sentences carry a claim, kept by difference: a change looks at the sentences under its words before and now,
 * and at no other. The answer stays the same object until a sentence gains its first claim or loses its last.
 */
export class LiveCoverage {
  readonly #index: CodePointIndex;
  readonly #sentences: readonly Sentence[];
  readonly #claims: ReadonlyMap<string, ClaimView>;
  readonly #places: ClaimPlaces;
  readonly #listeners = new Set<() => void>();
  /** Where each claim was when it was last looked at. */
  readonly #known = new Map<string, readonly Span[]>();
  #bare = new Set<Sentence>();
  #coverage: Coverage;
  readonly stop: () => void;

  /** `places` must hear of changes first: it is asked about them. */
  constructor(
    text: { readonly index: CodePointIndex; readonly sentences: readonly Sentence[] },
    claims: ReadonlyMap<string, ClaimView>,
    places: ClaimPlaces,
    feed: Feed,
  ) {
    this.#index = text.index;
    this.#sentences = text.sentences;
    this.#claims = claims;
    this.#places = places;
    this.#coverage = this.#readAll();
    this.stop = feed.subscribe((changed) => this.#follow(changed));
  }

  readonly get = (): Coverage => this.#coverage;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #readAll(): Coverage {
    this.#known.clear();
    for (const [id, { spans }] of this.#claims) this.#known.set(id, spans);
    const coverage = coverageOf(this.#index, this.#sentences, this.#claims.values());
    this.#bare = new Set(coverage.uncovered);
    return coverage;
  }

  #follow(changed: ReadonlySet<string>): void {
    if (changed.size > MANY) {
      this.#tell(this.#readAll());
      return;
    }
    const touched = [...changed].flatMap((id) => this.#sentencesOf(id));
    const turned = [...new Set(touched)].filter((sentence) => this.#look(sentence));
    if (turned.length > 0) this.#tell(summedUp(this.#sentences, this.#bare));
  }

  /** Those under the claim's words as they were and as they are; none while its words are the same. */
  #sentencesOf(id: string): Sentence[] {
    const [before, now] = [this.#known.get(id), this.#claims.get(id)?.spans];
    if (before === now) return [];
    if (now) this.#known.set(id, now);
    else this.#known.delete(id);
    return [...(before ?? []), ...(now ?? [])].flatMap((span) => this.#meeting(span));
  }

  /** True when it stands otherwise than before. */
  #look(sentence: Sentence): boolean {
    const { span } = sentence;
    const spans = this.#places.around(span).flatMap((claim) => claim.spans);
    const fragments = normaliseFragments(spans.filter((one) => overlaps(one, span)));
    const isBare = !carries(this.#index, span, fragments, 0);
    if (isBare === this.#bare.has(sentence)) return false;
    if (isBare) this.#bare.add(sentence);
    else this.#bare.delete(sentence);
    return true;
  }

  /** The sentences that share a code point with the span, found by halving. */
  #meeting({ start, end }: Span): Sentence[] {
    let [low, high] = [0, this.#sentences.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sentences[middle]?.span.end ?? 0) > start) high = middle;
      else low = middle + 1;
    }
    let past = low;
    while ((this.#sentences[past]?.span.start ?? end) < end) past += 1;
    return this.#sentences.slice(low, past);
  }

  #tell(coverage: Coverage): void {
    this.#coverage = coverage;
    for (const listener of this.#listeners) listener();
  }
}
