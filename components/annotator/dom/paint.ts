import type { Span } from "#core/text/span.ts";
import { installHighlightStyles } from "./highlight-css.ts";
import { releaseIfEmpty, sharedHighlight } from "./highlight-registry.ts";
import { assignLayers, layerForOneMore } from "./layers.ts";
import {
  activeName,
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

type Piece = {
  readonly name: string;
  readonly lane: string;
  readonly layer: number;
  readonly span: Span;
  readonly range: StaticRange;
};

/** CSS Custom Highlights: one Highlight per lane and layer, never one per claim, and no element at all. */
export class HighlightPainter implements Painter {
  readonly isFallback = false;
  readonly #map: TextMap;
  readonly #claims = new Map<string, PaintedClaim>();
  readonly #pieces = new Map<string, readonly Piece[]>();
  /** Spans in each lane, by layer: what a claim that is added later must not overlap. */
  readonly #layers = new Map<string, Set<Span>[]>();
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
    this.#layers.clear();
    const byLane = Map.groupBy(claims, laneOf);
    for (const [lane, members] of byLane) this.#paintLane(lane, members);
    this.#paintActive();
  }

  put(claim: PaintedClaim): void {
    this.#lift(claim.id);
    const lane = laneOf(claim);
    const layers = this.#layersOf(lane);
    this.#claims.set(claim.id, claim);
    const pieces = claim.spans.flatMap(
      (span) => this.#place(lane, layerForOneMore(span, layers), span) ?? [],
    );
    this.#pieces.set(claim.id, pieces);
    if (claim.id === this.#activeId) this.#paintActive();
  }

  remove(id: string): void {
    this.#lift(id);
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

  #paintLane(lane: string, members: readonly PaintedClaim[]): void {
    const spans = members.flatMap((claim) => claim.spans);
    const layers = assignLayers(spans);
    let next = 0;
    for (const claim of members) {
      const pieces: Piece[] = [];
      for (const span of claim.spans) {
        const piece = this.#place(lane, layers[next] ?? 0, span);
        if (piece) pieces.push(piece);
        next += 1;
      }
      this.#claims.set(claim.id, claim);
      this.#pieces.set(claim.id, pieces);
    }
  }

  #place(lane: string, layer: number, span: Span): Piece | null {
    const bounds = this.#map.boundsOf(span);
    if (!bounds) return null;
    const range = new StaticRange(bounds);
    const name = groupName(lane, layer);
    sharedHighlight(name, layer).add(range);
    const layers = this.#layersOf(lane);
    layers[layer] ??= new Set();
    layers[layer].add(span);
    return { name, lane, layer, span, range };
  }

  #lift(id: string): void {
    for (const { name, lane, layer, span, range } of this.#pieces.get(id) ?? []) {
      CSS.highlights.get(name)?.delete(range);
      releaseIfEmpty(name);
      this.#layersOf(lane)[layer]?.delete(span);
    }
    this.#pieces.delete(id);
  }

  #layersOf(lane: string): Set<Span>[] {
    const known = this.#layers.get(lane);
    if (known) return known;
    const made: Set<Span>[] = [];
    this.#layers.set(lane, made);
    return made;
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
