import type { Span } from "#core/text/span.ts";
import { normaliseFragments } from "#core/text/spans.ts";
import { installHighlightStyles } from "./highlight-css.ts";
import { releaseIfEmpty, sharedHighlight } from "./highlight-registry.ts";
import { assignLayers, LAYER_CAP, layerForOneMore } from "./layers.ts";
import {
  activeName,
  CROWD_NAME,
  groupName,
  laneOf,
  type PaintedClaim,
  priorityOf,
  priorityOfActive,
  type SpecialKind,
  specialKinds,
  specialName,
} from "./paint-groups.ts";
import type { Painter } from "./painter.ts";
import type { TextMap } from "./text-map.ts";

/** One fragment of a claim; a crowded one has no range of its own. */
type Piece = {
  readonly layer: number;
  readonly span: Span;
  readonly name: string;
  readonly range: StaticRange | null;
};

/** CSS Custom Highlights: one Highlight per lane and layer, never one per claim, and no element at all. */
export class HighlightPainter implements Painter {
  readonly isFallback = false;
  readonly #map: TextMap;
  readonly #claims = new Map<string, PaintedClaim>();
  readonly #pieces = new Map<string, readonly Piece[]>();
  /** What is painted in each layer, and last the crowd: what a claim that is added later must not overlap. */
  readonly #layers = Array.from({ length: LAYER_CAP + 1 }, () => new Set<Span>());
  readonly #specials = new Map<string, readonly StaticRange[]>();
  #activeId: string | null = null;
  #activeName: string | null = null;

  constructor(map: TextMap) {
    this.#map = map;
    installHighlightStyles(map.root.ownerDocument);
  }

  setAll(claims: readonly PaintedClaim[]): void {
    for (const id of [...this.#pieces.keys()]) this.#lift(id);
    this.#claims.clear();
    const layers = assignLayers(claims.flatMap(({ spans }) => spans));
    let next = 0;
    for (const claim of claims) {
      this.#paint(claim, layers.slice(next, next + claim.spans.length));
      next += claim.spans.length;
    }
    this.#paintCrowd();
    this.#paintActive();
  }

  put(claim: PaintedClaim): void {
    const crowd = this.#layers[LAYER_CAP]?.size;
    const wasCrowded = this.#lift(claim.id);
    this.#paint(
      claim,
      claim.spans.map((span) => layerForOneMore(span, this.#layers)),
    );
    if (wasCrowded || this.#layers[LAYER_CAP]?.size !== crowd) this.#paintCrowd();
    if (claim.id === this.#activeId) this.#paintActive();
  }

  remove(id: string): void {
    if (this.#lift(id)) this.#paintCrowd();
    this.#claims.delete(id);
    if (id === this.#activeId) this.#paintActive();
  }

  setActive(id: string | null): void {
    if (id === this.#activeId) return;
    this.#activeId = id;
    this.#paintActive();
  }

  setSpecial(kind: SpecialKind, spans: readonly Span[]): void {
    this.#paintNamed(specialName(kind), priorityOf(kind), spans);
  }

  destroy(): void {
    this.setActive(null);
    for (const kind of specialKinds) this.setSpecial(kind, []);
    this.setAll([]);
  }

  #paint(claim: PaintedClaim, layers: readonly number[]): void {
    const lane = laneOf(claim);
    const pieces = claim.spans.flatMap((span, place) => this.#place(lane, layers[place] ?? 0, span) ?? []);
    this.#claims.set(claim.id, claim);
    this.#pieces.set(claim.id, pieces);
  }

  #place(lane: string, layer: number, span: Span): Piece | null {
    const bounds = layer === LAYER_CAP ? null : this.#map.boundsOf(span);
    if (layer < LAYER_CAP && !bounds) return null;
    const range = bounds && new StaticRange(bounds);
    const name = groupName(lane, layer);
    if (range) sharedHighlight(name, layer).add(range);
    this.#layers[layer]?.add(span);
    return { name, layer, span, range };
  }

  /** True when it stood in the crowd, which must then be painted again. */
  #lift(id: string): boolean {
    let wasCrowded = false;
    for (const { name, layer, span, range } of this.#pieces.get(id) ?? []) {
      this.#layers[layer]?.delete(span);
      if (range) CSS.highlights.get(name)?.delete(range);
      else wasCrowded = true;
      releaseIfEmpty(name);
    }
    this.#pieces.delete(id);
    return wasCrowded;
  }

  #paintCrowd(): void {
    const crowd = normaliseFragments([...(this.#layers[LAYER_CAP] ?? [])]);
    this.#paintNamed(CROWD_NAME, LAYER_CAP, crowd);
  }

  #paintActive(): void {
    const claim = this.#activeId === null ? undefined : this.#claims.get(this.#activeId);
    if (this.#activeName) this.#paintNamed(this.#activeName, priorityOfActive(), []);
    this.#activeName = claim ? activeName(claim) : null;
    if (claim && this.#activeName) this.#paintNamed(this.#activeName, priorityOfActive(), claim.spans);
    this.#map.root.toggleAttribute("data-has-active", claim !== undefined);
  }

  #paintNamed(name: string, priority: number, spans: readonly Span[]): void {
    for (const range of this.#specials.get(name) ?? []) CSS.highlights.get(name)?.delete(range);
    const ranges = spans.flatMap((span) => {
      const bounds = this.#map.boundsOf(span);
      return bounds ? [new StaticRange(bounds)] : [];
    });
    for (const range of ranges) sharedHighlight(name, priority).add(range);
    this.#specials.set(name, ranges);
    releaseIfEmpty(name);
  }
}
