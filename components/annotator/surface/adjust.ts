import type { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";
import { snapToWords, wordAt } from "#core/text/words.ts";

export type Edge = "start" | "end";

/** The spans with the outer edge of the first or last fragment one word on or back; null when it cannot move. */
export function moveEdge(
  index: CodePointIndex,
  spans: readonly Span[],
  edge: Edge,
  step: 1 | -1,
): Span[] | null {
  const span = edge === "start" ? spans[0] : spans.at(-1);
  if (!span) return null;
  return replaceEdge(spans, edge, step === 1 ? edgeAfter(index, span, edge) : edgeBefore(index, span, edge));
}

/** The spans with that edge at the word edge nearest around `offset`, never past the fragment's other end. */
export function dragEdge(
  index: CodePointIndex,
  spans: readonly Span[],
  edge: Edge,
  offset: number,
): Span[] | null {
  const span = edge === "start" ? spans[0] : spans.at(-1);
  if (!span) return null;
  const drawn =
    edge === "start"
      ? { start: Math.min(offset, span.end - 1), end: span.end }
      : { start: span.start, end: Math.max(offset, span.start + 1) };
  return replaceEdge(spans, edge, snapToWords(index, drawn)[edge]);
}

function replaceEdge(spans: readonly Span[], edge: Edge, offset: number | null): Span[] | null {
  const place = edge === "start" ? 0 : spans.length - 1;
  const span = spans[place];
  if (!span || offset === null || offset === span[edge]) return null;
  const moved = { ...span, [edge]: offset };
  const before = spans[place - 1];
  const after = spans[place + 1];
  const isFree =
    moved.start < moved.end && (!before || before.end < moved.start) && (!after || moved.end < after.start);
  return isFree ? spans.map((old, at) => (at === place ? moved : old)) : null;
}

function edgeAfter(index: CodePointIndex, span: Span, edge: Edge): number | null {
  let offset = edge === "end" ? span.end : (wordAt(index, span.start)?.end ?? span.start + 1);
  while (offset < index.length) {
    const word = wordAt(index, offset);
    if (word) return word[edge];
    offset += 1;
  }
  return null;
}

function edgeBefore(index: CodePointIndex, span: Span, edge: Edge): number | null {
  let offset = (edge === "start" ? span.start : (wordAt(index, span.end - 1)?.start ?? span.end - 1)) - 1;
  while (offset >= 0) {
    const word = wordAt(index, offset);
    if (word) return word[edge];
    offset -= 1;
  }
  return null;
}
