import { type ArticleTextFailure, checkArticleText } from "../text/canonicalise.ts";
import { CodePointIndex } from "../text/code-point-index.ts";
import { isLineEnd } from "../text/line-ends.ts";
import type { OffsetMap } from "../text/offset-map.ts";
import type { Span } from "../text/span.ts";
import { normaliseFragments } from "../text/spans.ts";
import type { ImportProblem, Place } from "./dataset.ts";

/** What offsets of a file count in its own text, as it was before it was made canonical. */
export type InputUnit = "code points" | "UTF-16 units";

/** A text of a file, canonical, with what carries the file's offsets into it. */
export type ArticleText = {
  /** Canonical (rules.md 2). */
  readonly index: CodePointIndex;
  /** The text as it came. */
  readonly raw: CodePointIndex;
  /** From code points of `raw` to those of `index`. */
  readonly map: OffsetMap;
};

export type ReadText =
  | { readonly ok: true; readonly article: ArticleText }
  | { readonly ok: false; readonly problem: ImportProblem };

/**
 * Makes a text of a file canonical; trims nothing. Fails with a problem of the row: `blank`, `nul`, `lone-surrogate`,
 * `mark-run` or `too-long`. Where one file is one text, the caller may call it a problem of the file.
 */
export function readArticleText(input: string, place: Place): ReadText {
  const checked = checkArticleText(input);
  if (checked.ok) {
    const { text, map } = checked.value;
    const raw = new CodePointIndex(input);
    return { ok: true, article: { index: text === input ? raw : new CodePointIndex(text), raw, map } };
  }
  const code = checked.failure.kind.replaceAll("_", "-");
  return { ok: false, problem: { ...place, code, message: textMessage(checked.failure), severity: "row" } };
}

function textMessage(failure: ArticleTextFailure): string {
  switch (failure.kind) {
    case "blank":
      return "The text holds nothing to read.";
    case "nul":
      return `The text holds a NUL at character ${failure.offset}, which no text may.`;
    case "lone_surrogate":
      return `The text holds half a character at character ${failure.offset}: it was cut or decoded wrongly.`;
    case "mark_run":
      return `The text holds more than 256 combining marks in a row at character ${failure.offset}.`;
    case "too_long":
      return `The text has ${failure.length} characters; at most ${failure.limit} are taken.`;
  }
}

/** A fragment as a file gives it: nothing is known of the two values yet. */
export type GivenSpan = { readonly start: unknown; readonly end: unknown };

export type CarriedSpans =
  | {
      readonly ok: true;
      readonly spans: readonly Span[];
      /** As given, one by one: what a quotation of fragments is held against. */
      readonly fragments: readonly Span[];
      readonly notes: readonly ImportProblem[];
    }
  | { readonly ok: false; readonly problem: ImportProblem };

/**
 * Fragments of a file as canonical code points: ordered, those that overlap or touch made one. Nothing is snapped or
 * cut to fit; the first fragment with a fault fails the whole: `span-missing`, `span-not-offsets`, `span-swapped`,
 * `span-empty` or `span-outside-text`. An end inside what became one letter or line end takes all of it in, and a note
 * `span-grown` says so; fragments that overlap get a note `fragments-overlap`.
 */
export function carrySpans(
  article: ArticleText,
  given: readonly GivenSpan[],
  unit: InputUnit,
  place: Place,
): CarriedSpans {
  const row = (code: string, message: string) => ({
    ok: false as const,
    problem: { ...place, code, message, severity: "row" as const },
  });
  if (given.length === 0) return row("span-missing", "It stands nowhere in the text.");
  const length = unit === "code points" ? article.raw.length : article.raw.text.length;
  const sound: Span[] = [];
  for (const { start, end } of given) {
    if (!isOffset(start) || !isOffset(end)) {
      return row(
        "span-not-offsets",
        `${shown(start)} to ${shown(end)} are no offsets: whole numbers from 0.`,
      );
    }
    if (start > end) return row("span-swapped", `It starts at ${start}, after its end at ${end}.`);
    if (start === end) return row("span-empty", `It is empty: it starts and ends at ${start}.`);
    if (end > length) {
      return row("span-outside-text", `It ends at ${end}, but the text has ${length} ${unit}.`);
    }
    sound.push(unit === "code points" ? { start, end } : spanOfUnits(article.raw, start, end));
  }
  return { ok: true, ...carried(article, sound, place) };
}

function carried(article: ArticleText, sound: readonly Span[], place: Place) {
  const notes: ImportProblem[] = [];
  const note = (code: string, message: string) => notes.push({ ...place, code, message, severity: "note" });
  const canonical = sound.map(article.map.spanToCanonical);
  if (sound.some((span) => isGrown(article, span))) {
    note("span-grown", "It ended inside a letter or line end that was made one; it takes all of it in.");
  }
  const spans = normaliseFragments(canonical);
  if (covered(spans) < covered(canonical))
    note("fragments-overlap", "Its fragments overlap; they were made one.");
  return { spans, fragments: canonical, notes };
}

/** A half of a pair is counted to its character, so that no span cuts one. */
function spanOfUnits(raw: CodePointIndex, start: number, end: number): Span {
  const last = raw.fromUtf16(end);
  return { start: raw.fromUtf16(start), end: raw.toUtf16(last) === end ? last : last + 1 };
}

/** A dropped byte order mark at the start of a span is no growth. */
function isGrown({ map }: ArticleText, span: Span): boolean {
  const back = map.spanToInput(map.spanToCanonical(span));
  return back.start < span.start || back.end > span.end;
}

function covered(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function isOffset(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** Short, and never the inside of what may be large or deep. */
function shown(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.slice(0, 20));
  return typeof value === "object" && value !== null ? "an object" : String(value);
}

/**
 * Fragments of which nothing but line ends stands between, made one: a format whose fragments may hold no line end
 * split them there. `spans` are canonical, in order.
 */
export function joinLines(index: CodePointIndex, spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    const gap = last && index.slice({ start: last.end, end: span.start });
    if (last === undefined || gap === undefined || ![...gap].every(isLineEnd)) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: span.end };
  }
  return joined;
}

/**
 * Whether the words a file quotes for spans are those that stand there: fragments joined by a space, white space of any
 * kind and amount alike, both in NFC. Offsets are the truth; this is their checksum.
 */
export function quotes(index: CodePointIndex, spans: readonly Span[], quoted: string): boolean {
  return plain(spans.map((span) => index.slice(span)).join(" ")) === plain(quoted);
}

/** The problem of a span whose words are others than the file quotes: `text-differs`, and the row is left out. */
export function textDiffers(
  index: CodePointIndex,
  spans: readonly Span[],
  quoted: string,
  place: Place,
): ImportProblem {
  const stands = spans.map((span) => index.slice(span)).join(" ");
  const message = `The file quotes ${brief(quoted)}, but ${brief(stands)} stands there.`;
  return { ...place, code: "text-differs", message, severity: "row" };
}

function plain(words: string): string {
  return words.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/** Enough of the words to find them. */
function brief(words: string): string {
  const line = plain(words.slice(0, 200));
  const letters = [...line];
  return letters.length > 40 ? `“${letters.slice(0, 40).join("")}…”` : `“${line}”`;
}
