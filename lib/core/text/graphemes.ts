import { type IndexedText, indexed } from "./code-point-index.ts";
import type { Span } from "./span.ts";
import { nextStart, previousStart } from "./surrogates.ts";

/** The locale is fixed: the same text must be cut alike on every machine. Grapheme rules do not depend on it. */
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * What can carry a rule past the code point before a boundary: GB9c (Indic conjuncts) and GB11 (emoji ZWJ
 * sequences) both need an Extend or a ZWJ directly before, and all of those are in these classes.
 * https://www.unicode.org/reports/tr29/#Grapheme_Cluster_Boundary_Rules
 */
const mayReachBack = /^[\p{M}\p{Cf}\p{Emoji_Modifier}\uFF9E\uFF9F]/u;

/** Printable ASCII: never joins with its like, and saves a call for most texts. */
const twoPlain = /^[ -~]{2}$/;

/** True when no grapheme cluster (a letter with its marks, a flag, a family) stands on both sides of `offset`. */
export function isGraphemeBoundary(source: IndexedText, offset: number): boolean {
  const index = indexed(source);
  const unit = index.toUtf16(offset);
  return unit === index.text.length || clusterAt(index.text, unit).start === unit;
}

/** True when either end of the span falls inside a grapheme cluster. */
export function cutsGrapheme(source: IndexedText, span: Span): boolean {
  const index = indexed(source);
  return !isGraphemeBoundary(index, span.start) || !isGraphemeBoundary(index, span.end);
}

/**
 * The smallest span of whole grapheme clusters that holds `span`; `span`'s own bounds when it cuts none.
 * An empty span inside a cluster becomes that cluster; elsewhere it stays empty.
 */
export function snapToGraphemes(source: IndexedText, span: Span): Span {
  const index = indexed(source);
  const { text } = index;
  const first = index.toUtf16(span.start);
  const last = index.toUtf16(span.end);
  const start = first === text.length ? first : clusterAt(text, first).start;
  const cluster = last === text.length ? null : clusterAt(text, last);
  const end = cluster === null || cluster.start === last ? last : cluster.end;
  return { start: index.fromUtf16(start), end: index.fromUtf16(end) };
}

/**
 * The cluster that holds the code point at `unit`, in UTF-16 units.
 * Only the stretch between two certain boundaries is segmented: a few units in ordinary text,
 * and never more than an unbroken run of flags or marks.
 */
function clusterAt(text: string, unit: number): Span {
  let from = unit;
  while (!isCertainBoundary(text, from)) from = previousStart(text, from);
  let to = nextStart(text, unit);
  while (!isCertainBoundary(text, to)) to = nextStart(text, to);
  let cluster: Span = { start: from, end: to };
  for (const { index, segment } of graphemes.segment(text.slice(from, to))) {
    if (from + index > unit) break;
    cluster = { start: from + index, end: from + index + segment.length };
  }
  return cluster;
}

/**
 * True when the two code points around `unit` alone prove a boundary. False proves nothing: between two
 * regional indicators only the length of the whole run decides (GB12, GB13).
 */
function isCertainBoundary(text: string, unit: number): boolean {
  if (unit === 0 || unit === text.length) return true;
  const pair = text.slice(previousStart(text, unit), nextStart(text, unit));
  if (twoPlain.test(pair)) return true;
  return !mayReachBack.test(pair) && [...graphemes.segment(pair)].length === 2;
}
