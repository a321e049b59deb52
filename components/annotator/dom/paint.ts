import type { Span } from "#core/text/span.ts";
import { normaliseFragments, overlaps } from "#core/text/spans.ts";
import { FragmentTable } from "./fragment-table.ts";
import { installHighlightStyles } from "./highlight-css.ts";
import { releaseIfEmpty, sharedHighlight } from "./highlight-registry.ts";
import { assignLayers, LAYER_CAP } from "./layers.ts";
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
import { Sight } from "./sight.ts";
import type { TextMap } from "./text-map.ts";

type Entry = { readonly claim: PaintedClaim; readonly slots: readonly number[] };
type Shown = { readonly name: string; readonly range: StaticRange };
type Named = { readonly priority: number; readonly spans: readonly Span[]; ranges: readonly StaticRange[] };

/**
 * CSS Custom Highlights: one Highlight per lane and layer, never one per claim, and no element at all.
 * Only ranges near the screen are registered: at any change of page or style the browser takes all of them
 * away and puts them back, so what is registered is what every keystroke elsewhere costs.
 */
export class HighlightPainter implements Painter {
  readonly isFallback = false;
  readonly #map: TextMap;
  readonly #sight: Sight;
  readonly #table = new FragmentTable();
  readonly #entries = new Map<string, Entry>();
  /** Ranges of the claims that are near the screen. */
  readonly #shown = new Map<string, readonly Shown[]>();
  readonly #named = new Map<string, Named>();
  #activeId: string | null = null;
  #activeName: string | null = null;

  constructor(map: TextMap) {
    this.#map = map;
    this.#sight = new Sight(map, () => this.#follow());
    map.root.toggleAttribute("data-painted", true);
    installHighlightStyles(map.root);
  }

  setAll(claims: readonly PaintedClaim[]): void {
    for (const id of [...this.#entries.keys()]) this.#forget(id);
    const layers = assignLayers(claims.flatMap(({ spans }) => spans));
    let next = 0;
    for (const claim of claims) {
      const first = next;
      this.#keep(claim, (_, place) => layers[first + place] ?? 0);
      next += claim.spans.length;
    }
    this.#follow();
    this.#paintActive();
  }

  put(claim: PaintedClaim): void {
    this.#forget(claim.id);
    this.#keep(claim, (span) => this.#table.freeLayer(span, LAYER_CAP));
    if (claim.spans.some((span) => overlaps(span, this.#sight.span))) this.#show(claim.id);
    this.#paintCrowd();
    if (claim.id === this.#activeId) this.#paintActive();
  }

  remove(id: string): void {
    this.#forget(id);
    this.#paintCrowd();
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
    this.#sight.stop();
    this.setActive(null);
    for (const kind of specialKinds) this.setSpecial(kind, []);
    this.setAll([]);
    this.#map.root.toggleAttribute("data-painted", false);
  }

  #keep(claim: PaintedClaim, layerOf: (span: Span, place: number) => number): void {
    const slots = claim.spans.map((span, place) => this.#table.add(claim.id, span, layerOf(span, place)));
    this.#entries.set(claim.id, { claim, slots });
  }

  #forget(id: string): void {
    this.#hide(id);
    for (const slot of this.#entries.get(id)?.slots ?? []) this.#table.remove(slot);
    this.#entries.delete(id);
  }

  /** What has come near is painted, what has gone far is lifted, the rest is not touched. */
  #follow(): void {
    const near = this.#table.ownersMeeting(this.#sight.span);
    for (const id of [...this.#shown.keys()]) if (!near.has(id)) this.#hide(id);
    for (const id of near) if (!this.#shown.has(id)) this.#show(id);
    this.#paintCrowd();
    for (const [name, { priority, spans }] of this.#named) {
      if (name !== CROWD_NAME) this.#paintNamed(name, priority, spans);
    }
  }

  #show(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    const lane = laneOf(entry.claim);
    const shown = entry.slots.flatMap((slot): Shown[] => {
      const layer = this.#table.layerOf(slot);
      const range = layer < LAYER_CAP ? this.#rangeOf(this.#table.spanOf(slot)) : null;
      if (!range) return [];
      const name = groupName(lane, layer);
      sharedHighlight(name, layer).add(range);
      return [{ name, range }];
    });
    this.#shown.set(id, shown);
  }

  #hide(id: string): void {
    for (const { name, range } of this.#shown.get(id) ?? []) {
      CSS.highlights.get(name)?.delete(range);
      releaseIfEmpty(name);
    }
    this.#shown.delete(id);
  }

  #paintCrowd(): void {
    const slots = this.#table.meeting(this.#sight.span);
    const deep = slots.filter((slot) => this.#table.layerOf(slot) === LAYER_CAP);
    const crowd = normaliseFragments(deep.map((slot) => this.#table.spanOf(slot)));
    if (!areSame(crowd, this.#named.get(CROWD_NAME)?.spans ?? [])) {
      this.#paintNamed(CROWD_NAME, LAYER_CAP, crowd);
    }
  }

  #paintActive(): void {
    const claim = this.#activeId === null ? undefined : this.#entries.get(this.#activeId)?.claim;
    if (this.#activeName) this.#paintNamed(this.#activeName, priorityOfActive(), []);
    this.#activeName = claim ? activeName(claim) : null;
    if (claim && this.#activeName) this.#paintNamed(this.#activeName, priorityOfActive(), claim.spans);
    this.#map.root.toggleAttribute("data-has-active", claim !== undefined);
  }

  #paintNamed(name: string, priority: number, spans: readonly Span[]): void {
    for (const range of this.#named.get(name)?.ranges ?? []) CSS.highlights.get(name)?.delete(range);
    const near = spans.length === 0 ? [] : spans.filter((span) => overlaps(span, this.#sight.span));
    const ranges = near.flatMap((span) => this.#rangeOf(span) ?? []);
    for (const range of ranges) sharedHighlight(name, priority).add(range);
    if (spans.length > 0) this.#named.set(name, { priority, spans, ranges });
    else this.#named.delete(name);
    releaseIfEmpty(name);
  }

  #rangeOf(span: Span): StaticRange | null {
    const bounds = this.#map.boundsOf(span);
    return bounds && new StaticRange(bounds);
  }
}

function areSame(some: readonly Span[], others: readonly Span[]): boolean {
  if (some.length !== others.length) return false;
  return some.every(({ start, end }, place) => start === others[place]?.start && end === others[place]?.end);
}
