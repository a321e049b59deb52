import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";

/**
 * The span of `quote` in `text`, in code points. Square brackets mark the part that is meant, the rest only finds
 * the place: `"press service [said] that"`. Throws where the quote is absent, or stands more than once and no
 * `occurrence` (1-based) is given: a sample that silently marks other words would teach the wrong thing.
 */
export function at(text: string, quote: string, occurrence?: number): Span {
  const { whole, from, to } = unbracket(quote);
  const found = occurrences(text, whole);
  if (occurrence === undefined && found.length > 1) {
    throw new Error(`“${quote}” stands ${found.length} times; give more of the text around it`);
  }
  const unit = found[(occurrence ?? 1) - 1];
  if (unit === undefined) throw new Error(`“${quote}” (${occurrence ?? 1}) is not in the text`);
  const index = new CodePointIndex(text);
  return { start: index.fromUtf16(unit + from), end: index.fromUtf16(unit + to) };
}

function unbracket(quote: string): { whole: string; from: number; to: number } {
  const parts = /^([^[\]]*)\[([^[\]]+)\]([^[\]]*)$/.exec(quote);
  if (!parts && (/[[\]]/.test(quote) || quote === "")) throw new Error(`“${quote}” marks no one part`);
  const [, before = "", meant = quote, after = ""] = parts ?? [];
  return { whole: before + meant + after, from: before.length, to: before.length + meant.length };
}

function occurrences(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let unit = text.indexOf(quote); unit >= 0; unit = text.indexOf(quote, unit + quote.length)) {
    found.push(unit);
  }
  return found;
}
