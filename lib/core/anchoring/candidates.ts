import type { TextQuoteSelector } from "./selector.ts";

/** A place where the quoted words stand, in UTF-16 units. */
export type Candidate = {
  readonly start: number;
  /** Units that agree without a gap: the quote, and its context on either side outwards. */
  readonly agreement: number;
};

/** All that could agree: the quote with its whole context. */
export function fullAgreement({ prefix, exact, suffix }: TextQuoteSelector): number {
  return prefix.length + exact.length + suffix.length;
}

/**
 * Where `needle` stands, left to right, also where it overlaps itself, but at most `limit` places: one letter
 * as a quote, or a text of one letter, must not take the machine. `needle` is not empty.
 */
export function occurrences(text: string, needle: string, limit: number): number[] {
  const found: number[] = [];
  let start = text.indexOf(needle);
  while (start >= 0 && found.length < limit) {
    found.push(start);
    start = text.indexOf(needle, start + 1);
  }
  return found;
}

/** The quote at `start`, which is known to stand there, with how much of its context stands around it. */
export function weigh(text: string, quote: TextQuoteSelector, start: number): Candidate {
  const { prefix, exact, suffix } = quote;
  let before = 0;
  while (before < prefix.length && text.charAt(start - 1 - before) === prefix.at(-1 - before)) before += 1;
  const end = start + exact.length;
  let after = 0;
  while (after < suffix.length && text.charAt(end + after) === suffix.charAt(after)) after += 1;
  return { start, agreement: before + exact.length + after };
}
