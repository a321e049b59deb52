import type { CodePointIndex } from "#core/text/code-point-index.ts";
import { snapToGraphemes } from "#core/text/graphemes.ts";
import type { Span } from "#core/text/span.ts";
import { snapToWords, wordAt } from "#core/text/words.ts";
import type { Snap } from "./snap.ts";

export type Edge = "start" | "end";
/** One of the two ends of one of a claim's fragments. */
export type EdgeOf = { readonly fragment: number; readonly edge: Edge };

/** The spans with that edge one word (or letter) on or back; null when it cannot move. */
export function moveEdge(
  index: CodePointIndex,
  spans: readonly Span[],
  which: EdgeOf,
  step: 1 | -1,
  snap: Snap = "words",
): Span[] | null {
  const span = spans[which.fragment];
  if (!span) return null;
  if (snap === "graphemes") return replaceEdge(spans, which, letterFrom(index, span[which.edge], step));
  const { edge } = which;
  return replaceEdge(spans, which, step === 1 ? edgeAfter(index, span, edge) : edgeBefore(index, span, edge));
}

/** The spans with that edge at the word (or letter) edge nearest around `offset`, never past its other end. */
export function dragEdge(
  index: CodePointIndex,
  spans: readonly Span[],
  which: EdgeOf,
  offset: number,
  snap: Snap = "words",
): Span[] | null {
  const span = spans[which.fragment];
  if (!span) return null;
  const drawn =
    which.edge === "start"
      ? { start: Math.min(offset, span.end - 1), end: span.end }
      : { start: span.start, end: Math.max(offset, span.start + 1) };
  const snapped = snap === "words" ? snapToWords(index, drawn) : snapToGraphemes(index, drawn);
  return replaceEdge(spans, which, snapped[which.edge]);
}

/** The fragment at the caret, or the nearest to it; without a caret the first for its start, the last for its end. */
export function fragmentNear(spans: readonly Span[], caret: number | null, edge: Edge): number {
  if (caret === null) return edge === "start" ? 0 : spans.length - 1;
  const distances = spans.map(({ start, end }) => Math.max(start - caret, caret - end, 0));
  return distances.indexOf(Math.min(...distances));
}

function replaceEdge(
  spans: readonly Span[],
  { fragment, edge }: EdgeOf,
  offset: number | null,
): Span[] | null {
  const span = spans[fragment];
  if (!span || offset === null || offset === span[edge]) return null;
  const moved = { ...span, [edge]: offset };
  const before = spans[fragment - 1];
  const after = spans[fragment + 1];
  const isFree =
    moved.start < moved.end && (!before || before.end < moved.start) && (!after || moved.end < after.start);
  return isFree ? spans.map((old, at) => (at === fragment ? moved : old)) : null;
}

function letterFrom(index: CodePointIndex, offset: number, step: 1 | -1): number | null {
  const at = step === 1 ? offset : offset - 1;
  if (at < 0 || at >= index.length) return null;
  return snapToGraphemes(index, { start: at, end: at + 1 })[step === 1 ? "end" : "start"];
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
