import { type IndexedText, indexed } from "./code-point-index.ts";
import { onOneLine } from "./line-ends.ts";
import { sentencesIn } from "./sentences.ts";
import type { Span } from "./span.ts";

/** Word segmentation does not depend on the locale. */
const words = new Intl.Segmenter("en", { granularity: "word" });

/**
 * The tokens of each sentence of a text, in order: words, numbers and marks, whatever is no white space or line end. Every
 * other code point is in one token. A sentence of nothing else has none.
 */
export function tokensOf(source: IndexedText): readonly (readonly Span[])[] {
  const index = indexed(source);
  return sentencesIn(index, { start: 0, end: index.length }).map((sentence) => {
    const from = index.toUtf16(sentence.start);
    const text = index.text.slice(from, index.toUtf16(sentence.end));
    return Array.from(words.segment(text))
      .filter(({ segment }) => onOneLine(segment).trim() !== "")
      .map(({ segment, index: at }) => ({
        start: index.fromUtf16(from + at),
        end: index.fromUtf16(from + at + segment.length),
      }));
  });
}
