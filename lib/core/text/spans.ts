import { type CodePointIndex, type IndexedText, indexed } from "./code-point-index.ts";
import { cutsGrapheme } from "./graphemes.ts";
import type { Span } from "./span.ts";

/** What can be wrong with a fragment. `fragment` is its place in the list that was given. */
export type SpanProblem = {
  readonly kind: "empty" | "out_of_bounds" | "overlapping_fragments" | "not_ordered" | "cuts_grapheme";
  readonly fragment: number;
};

/** Order of the text: by start, the shorter first. */
export function compareSpans(one: Span, other: Span): number {
  return one.start - other.start || one.end - other.end;
}

/** True when every code point of `inner` is in `outer`; a span contains itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True when the spans share a code point; touching is not overlapping. */
export function overlaps(one: Span, other: Span): boolean {
  return Math.max(one.start, other.start) < Math.min(one.end, other.end);
}

/**
 * Fragments in the order of the text, those that overlap or touch made one, empty ones left out.
 * Touching ones are made one because a gap of nothing says nothing, and half of the export formats cannot
 * write it. Idempotent; covers the same code points as before.
 */
export function normaliseFragments(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const span of spans.filter(({ start, end }) => start < end).sort(compareSpans)) {
    const last = merged.at(-1);
    if (last === undefined || last.end < span.start) merged.push({ start: span.start, end: span.end });
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return merged;
}

/**
 * Everything wrong with fragments that came from outside, in their order; empty when they may be stored.
 * A list without fragments has no problem here: whether one is needed is for the caller to say.
 * An offset that is no whole number is out of bounds. Fragments may touch.
 */
export function spanProblems(spans: readonly Span[], source: IndexedText): SpanProblem[] {
  const index = indexed(source);
  const problems: SpanProblem[] = [];
  const sound: Span[] = [];
  for (const [fragment, span] of spans.entries()) {
    const kinds = isWithin(span, index.length) ? problemsWithin(span, sound, index) : outOfBounds;
    for (const kind of kinds) problems.push({ kind, fragment });
    if (!kinds.includes("out_of_bounds") && !kinds.includes("empty")) sound.push(span);
  }
  return problems;
}

const outOfBounds: readonly SpanProblem["kind"][] = ["out_of_bounds"];

/** `sound` are the fragments before this one that have a place in the text. */
function problemsWithin(span: Span, sound: readonly Span[], index: CodePointIndex): SpanProblem["kind"][] {
  if (span.start >= span.end) return ["empty"];
  const kinds: SpanProblem["kind"][] = [];
  if (span.start < (sound.at(-1)?.start ?? 0)) kinds.push("not_ordered");
  if (sound.some((other) => overlaps(other, span))) kinds.push("overlapping_fragments");
  if (cutsGrapheme(index, span)) kinds.push("cuts_grapheme");
  return kinds;
}

function isWithin({ start, end }: Span, length: number): boolean {
  return [start, end].every((offset) => Number.isInteger(offset) && offset >= 0 && offset <= length);
}
