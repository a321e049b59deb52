import type { Span } from "#core/text/span.ts";
import type { TextMap } from "./text-map.ts";

/** Screens above and below what is in sight that are painted with it, and how few of them may be left. */
const AHEAD = 1.5;
const LEAST = 0.5;

type Boxed = { readonly getBoundingClientRect: () => DOMRect };
type Strip = { readonly top: number; readonly bottom: number };

/** The span of code points whose blocks cross the strip of screen from `top` to `bottom`. */
export function spanInSight(map: TextMap, top: number, bottom: number): Span | null {
  const { children } = map.root;
  const [from, to] = crossing(children, { top, bottom });
  if (from >= to) return null;
  const place = Math.max(0, map.blockAt(startOf(map, from)));
  const blocks = map.blocks.slice(place, map.blockAt(startOf(map, to) - 1) + 1);
  const [first, past] = crossing(blocks, { top, bottom });
  if (first >= past) return null;
  return { start: map.spanOfBlock(place + first).start, end: map.spanOfBlock(place + past - 1).end };
}

/**
 * About what crosses the strip, by the children of the article, which may hold several blocks, and by how far
 * they stick out of it. A look at a block that the browser skips (`content-visibility`) would lay it out.
 */
function roughSpan(map: TextMap, strip: Strip): Span {
  const { children } = map.root;
  const [first, past] = crossing(children, strip);
  if (first >= past) return { start: 0, end: 0 };
  const offsetAt = (child: number, y: number): number => {
    const box = children[child]?.getBoundingClientRect();
    const share = box && box.height > 0 ? Math.min(1, Math.max(0, (y - box.top) / box.height)) : null;
    const start = startOf(map, child);
    return start + (startOf(map, child + 1) - start) * (share ?? (y === strip.top ? 0 : 1));
  };
  return {
    start: Math.floor(offsetAt(first, strip.top)),
    end: Math.ceil(offsetAt(past - 1, strip.bottom)),
  };
}

/** Where the text of a child of the article begins; past the last one, the text's end. */
function startOf(map: TextMap, place: number): number {
  const child = map.root.children[place];
  if (!child) return map.index.length;
  const block = child.matches("[data-start]") ? child : child.querySelector("[data-start]");
  return block instanceof HTMLElement ? Number(block.dataset.start) : 0;
}

/** From the first box that crosses the strip to past the last one; boxes follow one another down the page. */
function crossing(boxes: ArrayLike<Boxed>, { top, bottom }: Strip): [first: number, past: number] {
  return [firstOf(boxes, (box) => box.bottom >= top), firstOf(boxes, (box) => box.top > bottom)];
}

/** The first box with a property that all later ones have too, found by halving. */
function firstOf(boxes: ArrayLike<Boxed>, has: (box: DOMRect) => boolean): number {
  let low = 0;
  let high = boxes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const box = boxes[middle]?.getBoundingClientRect();
    if (box && has(box)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The part of the text that is painted: what is near the screen, and all of it for print. */
export class Sight {
  readonly #map: TextMap;
  readonly #onMove: () => void;
  readonly #stop = new AbortController();
  readonly #observer: ResizeObserver;
  #near: Span | null = null;
  #isWhole = false;

  constructor(map: TextMap, onMove: () => void) {
    this.#map = map;
    this.#onMove = onMove;
    const { signal } = this.#stop;
    const follow = (): void => this.#follow();
    // Scroll events come before the frame they belong to, so what comes into sight is painted with it.
    map.root.ownerDocument.addEventListener("scroll", follow, { capture: true, passive: true, signal });
    window.addEventListener("resize", follow, { signal });
    window.addEventListener("beforeprint", () => this.#show(true), { signal });
    window.addEventListener("afterprint", () => this.#show(false), { signal });
    this.#observer = new ResizeObserver(follow);
    this.#observer.observe(map.root);
  }

  get span(): Span {
    if (this.#isWhole) return { start: 0, end: this.#map.index.length };
    this.#near ??= this.#around(AHEAD);
    return this.#near;
  }

  stop(): void {
    this.#observer.disconnect();
    this.#stop.abort();
  }

  #follow(): void {
    if (this.#isWhole || !this.#near) return;
    const needed = this.#around(LEAST);
    if (needed.start >= this.#near.start && needed.end <= this.#near.end) return;
    this.#near = this.#around(AHEAD);
    this.#onMove();
  }

  #show(isWhole: boolean): void {
    this.#isWhole = isWhole;
    this.#onMove();
  }

  #around(screens: number): Span {
    const { innerHeight } = window;
    return roughSpan(this.#map, { top: -screens * innerHeight, bottom: (1 + screens) * innerHeight });
  }
}
