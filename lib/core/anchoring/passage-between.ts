import type { Span } from "../text/span.ts";
import { occurrences } from "./candidates.ts";
import type { TextQuoteSelector } from "./selector.ts";

/** Less context than this, in UTF-16 units without white space at the ends, stands in any text by chance. */
const TELLING = 8;

/** What may stand where the quote stood: twice its length, and a sentence more; capped for very long quotes. */
const SENTENCE = 200;
const LONGEST = 8192;

/** Places of the prefix tried at most. */
const LIMIT = 1000;

/**
 * What stands now between the quote's prefix and suffix, in UTF-16 units; possibly nothing, an empty range.
 * Null unless both sides are telling and exactly one such place exists.
 */
export function passageBetween(text: string, quote: TextQuoteSelector): Span | null {
  const { prefix, exact, suffix } = quote;
  if (prefix.trim().length < TELLING || suffix.trim().length < TELLING) return null;
  const reach = Math.min(2 * exact.length + SENTENCE, LONGEST) + suffix.length;
  const passages: Span[] = [];
  for (const place of occurrences(text, prefix, LIMIT)) {
    const start = place + prefix.length;
    const length = text.slice(start, start + reach).indexOf(suffix);
    if (length >= 0) passages.push({ start, end: start + length });
  }
  const [passage, ...others] = passages;
  return passage === undefined || others.length > 0 ? null : passage;
}
