import { type ResolveFailure, resolve } from "../anchoring/resolve.ts";
import type { TextQuoteSelector } from "../anchoring/selector.ts";
import type { Span } from "../text/span.ts";
import { namesOf } from "./annotation-files.ts";
import { type ArticleText, carrySpans } from "./article-text.ts";
import type { ImportProblem, Place } from "./dataset.ts";
import { countOf, type JsonObject, objectOf, textOf } from "./loose-json.ts";

export type FoundSpan =
  | { readonly ok: true; readonly span: Span; readonly exact: string | null }
  | { readonly ok: false; readonly problem: ImportProblem };

/** What several selectors of one target say together. */
type Described = {
  readonly position: { readonly start: unknown; readonly end: unknown } | null;
  readonly quote: TextQuoteSelector | null;
};

/**
 * The span of the one place that a target's selectors describe (https://www.w3.org/TR/annotation-model/#selectors):
 * positions are code points and the end is not included; a quote is looked for where the position says, or anywhere.
 * A range runs from the start of its first selector to the start of its second. Without a text only positions count.
 * Problems of the row: `no-selector`, `text-missing` where a quote has no text to be found in, `quote-not-found`,
 * `quote-ambiguous`, `text-differs`, and those of `carrySpans`.
 */
export function findSpan(text: ArticleText | null, selectors: unknown, place: Place): FoundSpan {
  const all: readonly unknown[] = Array.isArray(selectors) ? selectors : [selectors];
  const given = all.map(objectOf).filter((one) => one !== null);
  const range = given.find(({ type }) => namesOf(type).includes("RangeSelector"));
  const described = describedBy(given);
  if (range && !described.position && !described.quote) return findRange(text, range, place);
  return findDescribed(text, described, place);
}

function describedBy(selectors: readonly JsonObject[]): Described {
  const position = selectors.find(({ type }) => namesOf(type).includes("TextPositionSelector"));
  const quote = selectors.find(({ type }) => namesOf(type).includes("TextQuoteSelector"));
  const exact = canonical(quote?.exact);
  return {
    position: position ? { start: position.start, end: position.end } : null,
    quote:
      exact === "" ? null : { exact, prefix: canonical(quote?.prefix), suffix: canonical(quote?.suffix) },
  };
}

/** As the text it is looked for in. */
function canonical(words: unknown): string {
  return (textOf(words) ?? "").replace(/\r\n?/gu, "\n").normalize("NFC");
}

function findDescribed(text: ArticleText | null, { position, quote }: Described, place: Place): FoundSpan {
  if (position === null) return quote === null ? nowhere(place) : findQuote(text, quote, place);
  if (text === null) return bare(position, quote?.exact ?? null, place);
  const carried = carrySpans(text, [position], "code points", place);
  if (quote === null) return carried.ok ? alone(carried.spans, place) : carried;
  // What is no position of this text may still be found by its words.
  return findQuote(text, quote, place, carried.ok ? carried.spans[0] : undefined);
}

function findQuote(
  text: ArticleText | null,
  quote: TextQuoteSelector,
  place: Place,
  position?: Span,
): FoundSpan {
  if (text === null) {
    const message = "It is described by its words, but its text is not among the files (as .txt).";
    return failed(place, "text-missing", message);
  }
  const found = resolve(text.index, position ? { position, quote } : { quote });
  return found.ok ? { ok: true, span: found.value, exact: quote.exact } : notPlaced(found.failure, place);
}

/** A span that canonical text leaves nothing of is nowhere. */
function alone([span]: readonly Span[], place: Place): FoundSpan {
  return span ? { ok: true, span, exact: null } : nowhere(place);
}

function nowhere(place: Place): FoundSpan {
  return failed(place, "no-selector", "Nothing that can be read here says where in the text it stands.");
}

function bare(
  position: { readonly start: unknown; readonly end: unknown },
  exact: string | null,
  place: Place,
): FoundSpan {
  const start = countOf(position.start);
  const end = countOf(position.end);
  if (start !== null && end !== null && start < end) return { ok: true, span: { start, end }, exact };
  return failed(place, "span-not-offsets", "A position needs whole numbers from 0, the end after the start.");
}

function notPlaced(failure: ResolveFailure, place: Place): FoundSpan {
  switch (failure.kind) {
    case "quote-not-found":
      return failed(place, "quote-not-found", "Its words do not stand in the text.");
    case "ambiguous":
      return failed(place, "quote-ambiguous", "Its words stand in several places, and nothing tells which.");
    case "text-changed":
      return failed(place, "text-differs", "The text has changed around it; its place is not certain.");
  }
}

function findRange(text: ArticleText | null, range: JsonObject, place: Place): FoundSpan {
  const start = findSpan(text, range.startSelector, place);
  if (!start.ok) return start;
  const end = findSpan(text, range.endSelector, place);
  if (!end.ok) return end;
  const span = { start: start.span.start, end: end.span.start };
  return span.start < span.end
    ? { ok: true, span, exact: null }
    : failed(place, "span-swapped", "Its range ends before it starts.");
}

function failed(place: Place, code: string, message: string): FoundSpan {
  return { ok: false, problem: { ...place, code, message, severity: "row" } };
}
