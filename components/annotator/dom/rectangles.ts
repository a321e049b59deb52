import type { Span } from "#core/text/span.ts";
import type { TextMap } from "./text-map.ts";

/** One rectangle per line, in viewport pixels; none while its blocks are not laid out. */
export function rectsOf(map: TextMap, span: Span): DOMRect[] {
  return [...(map.rangeOf(span)?.getClientRects() ?? [])].filter(
    ({ width, height }) => width > 0 && height > 0,
  );
}

/** The box around all lines of a span, for placing a popover. */
export function rectOf(map: TextMap, span: Span): DOMRect | null {
  return map.rangeOf(span)?.getBoundingClientRect() ?? null;
}

/** The edges of a span: a caret's box before its first and after its last character. */
export function edgesOf(map: TextMap, span: Span): { start: DOMRect; end: DOMRect } | null {
  const start = caretRectAt(map, span.start, "after");
  const end = caretRectAt(map, span.end, "before");
  return start && end && { start, end };
}

export function caretRectAt(map: TextMap, offset: number, side: "after" | "before"): DOMRect | null {
  const point = map.pointAt(offset, side);
  if (!point) return null;
  const range = map.root.ownerDocument.createRange();
  range.setStart(point.node, point.offset);
  return [...range.getClientRects()].at(side === "after" ? -1 : 0) ?? range.getBoundingClientRect();
}
