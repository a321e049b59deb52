import { type IndexedText, indexed } from "./code-point-index.ts";
import { snapToGraphemes } from "./graphemes.ts";
import type { Span } from "./span.ts";
import { nextStart, previousStart } from "./surrogates.ts";

/** Words of scripts without spaces come from the segmenter's dictionaries, which do not depend on the locale. */
const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * Farthest the search for a certain word edge goes, in UTF-16 units. Longer stretches without one are
 * paragraphs of Chinese or Thai without punctuation; there a word at the far edge of the window may be cut
 * otherwise than in the whole text, the word asked for hardly ever.
 */
const REACH = 1024;

/** White space and the East Asian stops that stand in no word or number. */
const endsWord = /[\s。、！？「」『』《》（）]/;

/** What joins the character before it under WB4 even if that is a space. https://www.unicode.org/reports/tr29/#WB4 */
const attaches = /^[\s\p{M}\p{Cf}\p{Emoji_Modifier}\uFF9E\uFF9F]/u;

/**
 * The word that holds the code point at `offset`; null for white space, punctuation, symbols, and at the end.
 * "don't" is one word, "well-known" two; a soft hyphen does not part a word.
 */
export function wordAt(source: IndexedText, offset: number): Span | null {
  const index = indexed(source);
  const { text } = index;
  const unit = index.toUtf16(offset);
  if (unit === text.length) return null;
  const from = edgeBefore(text, unit);
  for (const part of words.segment(text.slice(from, edgeAfter(text, unit)))) {
    const start = from + part.index;
    const end = start + part.segment.length;
    if (unit < end && part.isWordLike) {
      return snapToGraphemes(index, { start: index.fromUtf16(start), end: index.fromUtf16(end) });
    }
    if (unit < end) break;
  }
  return null;
}

/**
 * The span grown so that it cuts neither a word nor a grapheme cluster. It never shrinks: to drop a space
 * at its ends use `trimSpan` first. An empty span is only kept from cutting a cluster.
 */
export function snapToWords(source: IndexedText, span: Span): Span {
  const index = indexed(source);
  const whole = snapToGraphemes(index, span);
  if (whole.start === whole.end) return whole;
  const first = wordAt(index, whole.start);
  const last = wordAt(index, whole.end - 1);
  return { start: first?.start ?? whole.start, end: last?.end ?? whole.end };
}

function isCertainEdge(text: string, unit: number): boolean {
  return endsWord.test(text.charAt(unit - 1)) && !attaches.test(text.slice(unit, unit + 2));
}

function edgeBefore(text: string, unit: number): number {
  const floor = Math.max(0, unit - REACH);
  let edge = unit;
  while (edge > floor && !isCertainEdge(text, edge)) edge = previousStart(text, edge);
  return edge;
}

function edgeAfter(text: string, unit: number): number {
  const ceiling = Math.min(text.length, unit + REACH);
  let edge = nextStart(text, unit);
  while (edge < ceiling && !isCertainEdge(text, edge)) edge = nextStart(text, edge);
  return edge;
}
