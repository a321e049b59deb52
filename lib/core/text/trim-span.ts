import { type IndexedText, indexed } from "./code-point-index.ts";
import { snapToGraphemes } from "./graphemes.ts";
import type { Span } from "./span.ts";

/**
 * The span without white space at its ends, or null when it holds nothing else.
 * White space that carries a combining mark is something to see and stays.
 */
export function trimSpan(source: IndexedText, span: Span): Span | null {
  const index = indexed(source);
  const first = index.toUtf16(span.start);
  const slice = index.text.slice(first, index.toUtf16(span.end));
  const start = first + slice.length - slice.trimStart().length;
  const end = first + slice.trimEnd().length;
  if (start >= end) return null;
  return snapToGraphemes(index, { start: index.fromUtf16(start), end: index.fromUtf16(end) });
}
