import { fail, ok, type Result } from "../result.ts";
import { type CodePointIndex, type IndexedText, indexed } from "../text/code-point-index.ts";
import { cutsGrapheme } from "../text/graphemes.ts";
import type { Span } from "../text/span.ts";
import { type Candidate, fullAgreement, occurrences, weigh } from "./candidates.ts";
import { passageBetween } from "./passage-between.ts";
import type { Selector, TextQuoteSelector } from "./selector.ts";

/** Why a selector does not lead to one certain place. Spans are code points of the text that was searched. */
export type ResolveFailure =
  /** Neither the words nor what stood around them is there. */
  | { readonly kind: "quote-not-found" }
  /** Several places fit equally well; the first of them, at most `SHOWN`, for a person to choose. */
  | { readonly kind: "ambiguous"; readonly candidates: readonly Span[] }
  /**
   * Half of it is there. `kept: "quote"`: the words stand at `at`, but in other surroundings.
   * `kept: "context"`: the surroundings hold other words, at `at`, which is empty when they were taken out.
   */
  | { readonly kind: "text-changed"; readonly kept: "quote" | "context"; readonly at: Span };

/** Places compared at most. More than this and the quote is a letter or a stop: then only its place can find it. */
const LIMIT = 20_000;

/** Candidates an `ambiguous` failure lists. */
const SHOWN = 20;

/**
 * Units that must agree without a gap before a passage counts as the same one: about six words, which two
 * unrelated passages seldom share. At the very place where the quote was, half is enough.
 */
const ENOUGH = 32;

/** A partial match must be ahead by this many units; less is the luck of one shared syllable. */
const CLEAR_LEAD = 4;

/**
 * Among equal matches the nearest is taken only if the next is this many times as far. Lower would follow
 * whichever repeated line an insertion has moved to the old place.
 */
const MUCH_NEARER = 8;

/**
 * The place a selector describes, in a text that may have changed since. Never a guess:
 *
 * 1. Where the quote was, if quote and context still stand there.
 * 2. Else the one place with the quote in its whole context.
 * 3. Else the place with the quote where clearly the most context agrees, and enough of it.
 * 4. Where several are equally good, the one much nearer to where it was; else `ambiguous`.
 *
 * A place that cuts a grapheme cluster is none, except for step 1, so that `resolve(describe(span))` is `span`
 * for every span. A position before the text throws `RangeError`; one past its end counts as its end.
 * Cost: one search of the text, O(n); step 1 does not depend on its length when an index is passed.
 */
export function resolve(source: IndexedText, selector: Selector): Result<Span, ResolveFailure> {
  const index = indexed(source);
  const { quote, position } = selector;
  if (quote.exact === "") return fail({ kind: "quote-not-found" });
  const expected = position ? index.toUtf16(Math.min(position.start, index.length)) : null;
  if (expected !== null && standsWholeAt(index.text, quote, expected))
    return ok(spanAt(index, quote, expected));
  const { candidates, areAll } = candidatesOf(index, quote);
  return areAll ? choose(index, quote, candidates, expected) : ambiguous(index, quote, candidates);
}

function choose(
  index: CodePointIndex,
  quote: TextQuoteSelector,
  candidates: readonly Candidate[],
  expected: number | null,
): Result<Span, ResolveFailure> {
  const full = fullAgreement(quote);
  const needed = Math.min(ENOUGH, full);
  // The cheap comparison first: most places of a short quote go by it.
  const plausible = candidates
    .filter(({ agreement }) => agreement >= needed / 2 - CLEAR_LEAD)
    .filter(({ start }) => isWhole(index, quote, start));
  const supported = plausible.filter(
    ({ start, agreement }) => agreement >= (start === expected ? needed / 2 : needed),
  );
  if (supported.length === 0) return fail(whatIsLeft(index, quote, candidates));
  const best = Math.max(...supported.map(({ agreement }) => agreement));
  const lead = best === full ? 0 : CLEAR_LEAD;
  const contenders = plausible.filter(({ agreement }) => agreement >= best - lead);
  const chosen = muchNearest(contenders, expected);
  return chosen === null ? ambiguous(index, quote, contenders) : ok(spanAt(index, quote, chosen.start));
}

/**
 * Places of the quote with its whole context; where there are none, places of the quote alone.
 * `areAll` is false when there are too many to look at each.
 */
function candidatesOf(
  index: CodePointIndex,
  quote: TextQuoteSelector,
): { candidates: Candidate[]; areAll: boolean } {
  const { prefix, exact, suffix } = quote;
  const inContext = occurrences(index.text, prefix + exact + suffix, LIMIT).map(
    (start) => start + prefix.length,
  );
  const isFound = inContext.some((start) => isWhole(index, quote, start));
  const starts = isFound ? inContext : occurrences(index.text, exact, LIMIT);
  return {
    candidates: starts.map((start) => weigh(index.text, quote, start)),
    areAll: starts.length < LIMIT,
  };
}

/** The only candidate, or the one much nearer to `expected` than any other; null when that cannot be said. */
function muchNearest(candidates: readonly Candidate[], expected: number | null): Candidate | null {
  const from = expected ?? 0;
  const [first, second] = candidates
    .map((candidate) => ({ candidate, distance: Math.abs(candidate.start - from) }))
    .sort((one, other) => one.distance - other.distance);
  const isClear =
    second === undefined ||
    (expected !== null && first !== undefined && first.distance * MUCH_NEARER < second.distance);
  return first === undefined || !isClear ? null : first.candidate;
}

/** What can be said when no candidate has enough support. */
function whatIsLeft(
  index: CodePointIndex,
  quote: TextQuoteSelector,
  candidates: readonly Candidate[],
): ResolveFailure {
  const between = passageBetween(index.text, quote);
  if (between !== null) return { kind: "text-changed", kept: "context", at: toSpan(index, between) };
  const best = [...candidates]
    .sort((one, other) => other.agreement - one.agreement)
    .find(({ start }) => isWhole(index, quote, start));
  if (best === undefined) return { kind: "quote-not-found" };
  return { kind: "text-changed", kept: "quote", at: spanAt(index, quote, best.start) };
}

function ambiguous(index: CodePointIndex, quote: TextQuoteSelector, candidates: readonly Candidate[]) {
  const shown = candidates.slice(0, SHOWN).map(({ start }) => spanAt(index, quote, start));
  return fail({ kind: "ambiguous" as const, candidates: shown });
}

/** True when the quote's place at `start` cuts no grapheme cluster. */
function isWhole(index: CodePointIndex, quote: TextQuoteSelector, start: number): boolean {
  return !cutsGrapheme(index, spanAt(index, quote, start));
}

function standsWholeAt(text: string, quote: TextQuoteSelector, start: number): boolean {
  return text.startsWith(quote.exact, start) && weigh(text, quote, start).agreement === fullAgreement(quote);
}

function spanAt(index: CodePointIndex, quote: TextQuoteSelector, start: number): Span {
  return toSpan(index, { start, end: start + quote.exact.length });
}

/** From UTF-16 units to code points. */
function toSpan(index: CodePointIndex, units: Span): Span {
  return { start: index.fromUtf16(units.start), end: index.fromUtf16(units.end) };
}
