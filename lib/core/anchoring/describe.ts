import { type CodePointIndex, type IndexedText, indexed } from "../text/code-point-index.ts";
import { snapToGraphemes } from "../text/graphemes.ts";
import type { Span } from "../text/span.ts";
import type { Selector } from "./selector.ts";

/**
 * Code points of context kept on each side. Half of it fails to tell list entries and repeated
 * attributions apart; twice of it copies more of a protected text into every export and changes
 * whenever a neighbouring sentence is edited.
 */
const CONTEXT = 32;

/**
 * Where the span is and what stands there, so that `resolve` can find it again, in this text or a later one.
 * The context is cut at grapheme boundaries, and so may be a little shorter than `CONTEXT`.
 * A span outside the text throws `RangeError`.
 */
export function describe(source: IndexedText, span: Span): Required<Selector> {
  const index = indexed(source);
  const from = firstWhole(index, Math.max(0, span.start - CONTEXT), span.start);
  const to = lastWhole(index, Math.min(index.length, span.end + CONTEXT), span.end);
  return {
    position: { start: span.start, end: span.end },
    quote: {
      exact: index.slice(span),
      prefix: index.slice({ start: from, end: span.start }),
      suffix: index.slice({ start: span.end, end: to }),
    },
  };
}

/** The first grapheme boundary at or after `offset`, `limit` at most. */
function firstWhole(index: CodePointIndex, offset: number, limit: number): number {
  return Math.min(limit, snapToGraphemes(index, { start: offset, end: offset }).end);
}

/** The last grapheme boundary at or before `offset`, `limit` at least. */
function lastWhole(index: CodePointIndex, offset: number, limit: number): number {
  return Math.max(limit, snapToGraphemes(index, { start: offset, end: offset }).start);
}
