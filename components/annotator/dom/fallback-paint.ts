import type { Span } from "#core/text/span.ts";
import { type PaintedClaim, type SpecialKind, specialKinds } from "./paint-groups.ts";
import type { Painter } from "./painter.ts";
import type { TextMap } from "./text-map.ts";

type Layer = { readonly span: Span; readonly claim: PaintedClaim | null; readonly kind: SpecialKind | null };

/** For browsers without CSS highlights: each stretch between two ends of spans becomes a `mark`, block by block. */
export class FallbackPainter implements Painter {
  readonly isFallback = true;
  readonly #map: TextMap;
  readonly #claims = new Map<string, PaintedClaim>();
  readonly #specials = new Map<SpecialKind, readonly Span[]>();
  #activeId: string | null = null;

  constructor(map: TextMap) {
    this.#map = map;
    map.root.toggleAttribute("data-paint-fallback", true);
  }

  setAll(claims: readonly PaintedClaim[]): void {
    const old = this.#spansOfClaims();
    this.#claims.clear();
    for (const claim of claims) this.#claims.set(claim.id, claim);
    this.#repaint([...old, ...this.#spansOfClaims()]);
  }

  put(claim: PaintedClaim): void {
    const old = this.#claims.get(claim.id)?.spans ?? [];
    this.#claims.set(claim.id, claim);
    this.#repaint([...old, ...claim.spans]);
  }

  remove(id: string): void {
    const old = this.#claims.get(id)?.spans ?? [];
    this.#claims.delete(id);
    this.#repaint(old);
  }

  setActive(id: string | null): void {
    const spans = [this.#activeId, id].flatMap((one) => (one ? (this.#claims.get(one)?.spans ?? []) : []));
    this.#activeId = id;
    this.#map.root.toggleAttribute("data-has-active", id !== null && this.#claims.has(id));
    this.#repaint(spans);
  }

  setSpecial(kind: SpecialKind, spans: readonly Span[]): void {
    const old = this.#specials.get(kind) ?? [];
    this.#specials.set(kind, spans);
    this.#repaint([...old, ...spans]);
  }

  destroy(): void {
    for (const kind of specialKinds) this.setSpecial(kind, []);
    this.setActive(null);
    this.setAll([]);
    this.#map.root.toggleAttribute("data-paint-fallback", false);
  }

  #spansOfClaims(): Span[] {
    return [...this.#claims.values()].flatMap((claim) => claim.spans);
  }

  #repaint(spans: readonly Span[]): void {
    const dirty = new Set<number>();
    for (const span of spans) {
      const last = this.#map.blockAt(span.end - 1);
      for (let place = Math.max(0, this.#map.blockAt(span.start)); place <= last; place += 1)
        dirty.add(place);
    }
    const layers = new Map<number, Layer[]>([...dirty].map((place) => [place, []]));
    for (const layer of this.#layers()) {
      for (const place of placesOf(this.#map, layer.span, dirty)) layers.get(place)?.push(layer);
    }
    for (const [place, over] of layers) this.#repaintBlock(place, over);
  }

  #layers(): Layer[] {
    const claims = [...this.#claims.values()].flatMap((claim) =>
      claim.spans.map((span): Layer => ({ span, claim, kind: null })),
    );
    const specials = specialKinds.flatMap((kind) =>
      (this.#specials.get(kind) ?? []).map((span): Layer => ({ span, claim: null, kind })),
    );
    return [...claims, ...specials];
  }

  #repaintBlock(place: number, layers: readonly Layer[]): void {
    const whole = this.#map.spanOfBlock(place);
    const ends = new Set([whole.start, whole.end]);
    for (const { span } of layers) {
      ends.add(Math.max(span.start, whole.start));
      ends.add(Math.min(span.end, whole.end));
    }
    const cuts = [...ends].sort((one, other) => one - other);
    const coming = layers.toSorted((one, other) => other.span.start - one.span.start);
    let over: Layer[] = [];
    const nodes = cuts.slice(0, -1).map((start, step) => {
      over = over.filter(({ span }) => span.end > start);
      for (let next = coming.at(-1); next && next.span.start <= start; next = coming.at(-1)) {
        if (next.span.end > start) over.push(next);
        coming.pop();
      }
      const stretch = { start, end: cuts[step + 1] ?? whole.end };
      return this.#mark(this.#map.index.slice(stretch), over);
    });
    this.#map.blocks[place]?.replaceChildren(...nodes);
  }

  #mark(text: string, over: readonly Layer[]): Node {
    if (over.length === 0) return document.createTextNode(text);
    const mark = document.createElement("mark");
    const claims = over.flatMap(({ claim }) => claim ?? []);
    const top = claims.find(({ id }) => id === this.#activeId) ?? claims.at(-1);
    const kinds = over.flatMap(({ kind }) => kind ?? []);
    mark.textContent = text;
    mark.className = top ? "family-mark" : "special-mark";
    if (top) mark.dataset.family = top.family;
    if (kinds.length > 0) mark.dataset.special = kinds.join(" ");
    mark.dataset.depth = String(claims.length);
    mark.toggleAttribute("data-active", top !== undefined && top.id === this.#activeId);
    mark.toggleAttribute("data-carried", top?.carried ?? false);
    mark.toggleAttribute("data-faint", top?.faint ?? false);
    return mark;
  }
}

function placesOf(map: TextMap, span: Span, dirty: ReadonlySet<number>): number[] {
  const last = map.blockAt(span.end - 1);
  const places: number[] = [];
  for (let place = Math.max(0, map.blockAt(span.start)); place <= last; place += 1) {
    if (dirty.has(place)) places.push(place);
  }
  return places;
}
