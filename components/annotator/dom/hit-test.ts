import type { TextMap } from "./text-map.ts";

export type ScreenPoint = { readonly x: number; readonly y: number };

/** The place between two characters nearest to a point, in whatever way this browser tells it. */
function caretAt(document: Document, { x, y }: ScreenPoint): { node: Node; offset: number } | null {
  if (typeof document.caretPositionFromPoint === "function") {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : null;
}

/** The boundary between characters nearest to a point of the article; null when the point lies elsewhere. */
export function boundaryAt(map: TextMap, point: ScreenPoint): number | null {
  const caret = caretAt(map.root.ownerDocument, point);
  if (!caret || !map.root.contains(caret.node)) return null;
  return map.offsetOf(caret.node, caret.offset);
}

/** The offset of the code point whose glyph is under the point; null over margins, gaps and line ends. */
export function offsetAt(map: TextMap, point: ScreenPoint): number | null {
  const caret = caretAt(map.root.ownerDocument, point);
  if (!caret || !(caret.node instanceof Text) || !map.root.contains(caret.node)) return null;
  for (const unit of candidates(caret.node.data, caret.offset)) {
    if (isOver(caret.node, unit, point)) return map.offsetOf(caret.node, unit);
  }
  return null;
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;
/** Where directions meet the caret is told at the far end of a run: a line of text to look through. */
const RUN = 80;

function candidates(text: string, caret: number): number[] {
  const beside = [caret, caret - 1];
  if (!RIGHT_TO_LEFT.test(text.slice(Math.max(0, caret - RUN), caret + RUN))) return beside;
  const further = Array.from({ length: RUN }, (_, step) => [caret + step + 1, caret - step - 2]);
  return [...beside, ...further.flat()];
}

/** Half a surrogate pair or a letter's mark has the box of its whole cluster, so units are enough here. */
function isOver(node: Text, unit: number, { x, y }: ScreenPoint): boolean {
  if (unit < 0 || unit >= node.length) return false;
  const range = node.ownerDocument.createRange();
  range.setStart(node, unit);
  range.setEnd(node, unit + 1);
  for (const box of range.getClientRects()) {
    if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) return true;
  }
  return false;
}
