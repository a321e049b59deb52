import type { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";
import { at, lastAtOrBelow } from "#core/text/typed-array.ts";

/** A place in the document, as `Range` and `Selection` count it: UTF-16 units in a text node. */
export type DomPoint = { readonly node: Text; readonly offset: number };

/** What is selected, and whether it was selected from its end to its start. */
export type SelectedSpan = { readonly span: Span; readonly isBackward: boolean };

/** Which way a place between two blocks belongs: to the block after it or to the one before. */
type Side = "after" | "before";

/**
 * Code-point offsets of a version ↔ places in its rendered article.
 * Blocks are the elements with `data-start`, in text order; what stands between them is counted, not rendered.
 */
export class TextMap {
  readonly root: HTMLElement;
  readonly index: CodePointIndex;
  readonly blocks: readonly HTMLElement[];
  /** UTF-16 units of the version's text. */
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  readonly #places: WeakMap<Node, number>;

  constructor(root: HTMLElement, index: CodePointIndex) {
    this.root = root;
    this.index = index;
    this.blocks = [...root.querySelectorAll<HTMLElement>("[data-start]")];
    this.#starts = Uint32Array.from(this.blocks, (block) => index.toUtf16(Number(block.dataset.start)));
    this.#ends = this.#starts.map((start, place) => start + (this.blocks[place]?.textContent.length ?? 0));
    this.#places = new WeakMap(this.blocks.map((block, place) => [block, place]));
    this.#refuseOtherText();
  }

  /** How many blocks begin at or before `offset`, less one; -1 before the first. */
  blockAt(offset: number): number {
    return lastAtOrBelow(this.#starts, this.index.toUtf16(offset));
  }

  /** The code points a block renders. */
  spanOfBlock(place: number): Span {
    const start = this.index.fromUtf16(at(this.#starts, place));
    return { start, end: this.index.fromUtf16(at(this.#ends, place)) };
  }

  /** Null only when nothing is rendered. A place between blocks goes to the nearest on the asked side. */
  pointAt(offset: number, side: Side): DomPoint | null {
    if (this.blocks.length === 0) return null;
    const unit = this.index.toUtf16(offset);
    const found = Math.max(0, lastAtOrBelow(this.#starts, unit));
    const isPast = side === "after" && unit >= at(this.#ends, found) && found + 1 < this.blocks.length;
    const place = isPast ? found + 1 : found;
    const within = Math.min(Math.max(unit, at(this.#starts, place)), at(this.#ends, place));
    return this.#pointInBlock(place, within - at(this.#starts, place));
  }

  /** Bounds for a `Range` or `StaticRange`; null where the span holds nothing that is rendered. */
  boundsOf(span: Span): StaticRangeInit | null {
    const start = this.pointAt(span.start, "after");
    const end = this.pointAt(span.end, "before");
    if (!start || !end || !isOrdered(start, end)) return null;
    return {
      startContainer: start.node,
      startOffset: start.offset,
      endContainer: end.node,
      endOffset: end.offset,
    };
  }

  rangeOf(span: Span): Range | null {
    const bounds = this.boundsOf(span);
    if (!bounds) return null;
    const range = this.root.ownerDocument.createRange();
    range.setStart(bounds.startContainer, bounds.startOffset);
    range.setEnd(bounds.endContainer, bounds.endOffset);
    return range;
  }

  /** The code-point offset of any place in the document; outside the article, its nearer end. */
  offsetOf(node: Node, offset: number, side: Side = "after"): number {
    const block = node instanceof Element ? node : node.parentElement;
    const place = this.#places.get(block?.closest("[data-start]") ?? node);
    const unit =
      place === undefined
        ? this.#unitOutsideBlocks(node, offset, side)
        : at(this.#starts, place) + unitsBefore(this.blocks[place] ?? node, node, offset);
    return this.index.fromUtf16(unit);
  }

  /** The part of a range that is article text, without the gaps between blocks at its ends. */
  spanOfRange(range: AbstractRange): Span | null {
    const start = this.#skipGap(this.offsetOf(range.startContainer, range.startOffset, "after"), "after");
    const end = this.#skipGap(this.offsetOf(range.endContainer, range.endOffset, "before"), "before");
    return start < end ? { start, end } : null;
  }

  spanOfSelection(selection: Selection | null): SelectedSpan | null {
    if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const span = range.intersectsNode(this.root) ? this.spanOfRange(range) : null;
    return span && { span, isBackward: isBackward(selection) };
  }

  /** Puts the browser's selection on a span. */
  select(span: Span, isBackward = false): void {
    const from = this.pointAt(isBackward ? span.end : span.start, isBackward ? "before" : "after");
    const to = this.pointAt(isBackward ? span.start : span.end, isBackward ? "after" : "before");
    const selection = this.root.ownerDocument.getSelection();
    if (from && to) selection?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
  }

  #skipGap(offset: number, side: Side): number {
    const unit = this.index.toUtf16(offset);
    const place = lastAtOrBelow(this.#starts, unit);
    if (side === "before" && place > 0 && unit === at(this.#starts, place)) {
      return this.index.fromUtf16(at(this.#ends, place - 1));
    }
    if (side === "after" && place >= 0 && unit >= at(this.#ends, place) && place + 1 < this.blocks.length) {
      return this.index.fromUtf16(at(this.#starts, place + 1));
    }
    return offset;
  }

  #pointInBlock(place: number, units: number): DomPoint | null {
    const block = this.blocks[place];
    if (!block) return null;
    if (block.childNodes.length === 1 && block.firstChild instanceof Text) {
      return { node: block.firstChild, offset: units };
    }
    return pointAmongMarks(block, units);
  }

  #unitOutsideBlocks(node: Node, offset: number, side: Side): number {
    const range = this.root.ownerDocument.createRange();
    range.setStart(node, offset);
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const block = this.blocks[middle];
      if (block && range.comparePoint(block, 0) <= 0) low = middle + 1;
      else high = middle;
    }
    if (this.blocks.length === 0) return 0;
    if (side === "after" && low < this.blocks.length) return at(this.#starts, low);
    return low === 0 ? 0 : at(this.#ends, low - 1);
  }

  #refuseOtherText(): void {
    for (const [place, block] of this.blocks.entries()) {
      const expected = this.index.text.slice(at(this.#starts, place), at(this.#ends, place));
      if (block.textContent !== expected)
        throw new Error(`block ${place} does not show its part of the text`);
    }
  }
}

function isOrdered(start: DomPoint, end: DomPoint): boolean {
  if (start.node === end.node) return start.offset < end.offset;
  return (start.node.compareDocumentPosition(end.node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function isBackward({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection): boolean {
  if (!anchorNode || !focusNode) return false;
  if (anchorNode === focusNode) return focusOffset < anchorOffset;
  return (anchorNode.compareDocumentPosition(focusNode) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
}

function unitsBefore(block: Node, node: Node, offset: number): number {
  if (node.parentNode === block && node instanceof Text && !node.previousSibling) return offset;
  const before = document.createRange();
  before.setStart(block, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

function pointAmongMarks(block: HTMLElement, units: number): DomPoint | null {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let left = units;
  let last: Text | null = null;
  while (walker.nextNode()) {
    if (!(walker.currentNode instanceof Text)) continue;
    last = walker.currentNode;
    if (left <= last.length) return { node: last, offset: left };
    left -= last.length;
  }
  return last && { node: last, offset: last.length };
}
