import { fail, ok, type Result } from "../result.ts";
import { CodePointIndex } from "./code-point-index.ts";
import { type OffsetMap, OffsetMapBuilder } from "./offset-map.ts";
import { countCodePoints, isSecondHalf } from "./surrogates.ts";

/**
 * Longest text a version may have, in code points: about 800,000 words, twenty times the longest report
 * a desk is likely to bring. Higher would let one article fill a browser tab's memory and make a version
 * diff take seconds; lower would turn away inquiry reports that people do annotate.
 */
export const MAX_TEXT_LENGTH = 5_000_000;

/** Why a text cannot become a version. Offsets are code points of the input. */
export type TextFailure =
  | { readonly kind: "nul"; readonly offset: number }
  | { readonly kind: "lone_surrogate"; readonly offset: number }
  | { readonly kind: "mark_run"; readonly offset: number }
  | { readonly kind: "too_long"; readonly length: number; readonly limit: number };

/** As `TextFailure`, and for a text in which there is nothing to read. */
export type ArticleTextFailure = TextFailure | { readonly kind: "blank" };

/** Canonical text and how to carry offsets into it and back. */
export type CanonicalText = { readonly text: string; readonly map: OffsetMap };

/**
 * UTF-16 units looked at together. Nearly every piece is canonical already and is settled by one comparison;
 * only a piece that is not is taken apart letter by letter.
 */
const PIECE = 256;

/**
 * Code points that may compose with what stands before them, so that no piece may start at one: every mark
 * (a combining class other than 0 implies `M`), Hangul vowels and finals, and the Kirat Rai vowel signs,
 * which are letters. The test holds this list equal to the second places of all canonical decompositions.
 * https://www.unicode.org/reports/tr15/#Stable_Code_Points
 */
const mayCompose = /^[\p{M}\u1160-\u11FF\u{16D63}-\u{16D6A}]/u;
const letterWithItsMarks = /.[\p{M}\u1160-\u11FF\u{16D63}-\u{16D6A}]*/gsu;

/**
 * More combining marks in a row than any script writes (the stream-safe format of UAX 15 stops at 30).
 * Putting a run in order takes quadratic time: 100,000 marks would hold the machine for seconds.
 */
const markRun = /\p{M}{257}/u;

/** White space, controls and what is invisible by default: a text of nothing else is blank. */
const somethingToRead = /[^\p{White_Space}\p{Cc}\p{Default_Ignorable_Code_Point}]/u;

/**
 * Canonical text (rules.md 2): leading byte order marks dropped, CR LF and CR → LF, NFC; nothing trimmed.
 * Idempotent, for which *all* leading U+FEFF go: a second pass must find none.
 * Fails on NUL (PostgreSQL cannot store it), on lone surrogates (UTF-8 cannot), on more than 256 combining
 * marks in a row, and above `MAX_TEXT_LENGTH`.
 */
export function canonicalise(input: string): Result<CanonicalText, TextFailure> {
  const refused = firstRefused(input);
  if (refused !== null) return fail(refused);
  const rewriter = new Rewriter();
  let done = 0;
  while (input[done] === "\uFEFF") done += 1;
  if (done > 0) rewriter.replace(input.slice(0, done), "");
  for (const lineEnd of input.matchAll(/\r\n?/g)) {
    compose(rewriter, input.slice(done, lineEnd.index));
    rewriter.replace(lineEnd[0], "\n");
    done = lineEnd.index + lineEnd[0].length;
  }
  compose(rewriter, input.slice(done));
  const length = rewriter.map.canonicalLength;
  if (length > MAX_TEXT_LENGTH) return fail({ kind: "too_long", length, limit: MAX_TEXT_LENGTH });
  return ok({ text: rewriter.parts.join(""), map: rewriter.map.build() });
}

/** `canonicalise` for the text of an article, which must also hold something to read: else `blank`. */
export function checkArticleText(input: string): Result<CanonicalText, ArticleTextFailure> {
  const canonical = canonicalise(input);
  if (canonical.ok && !somethingToRead.test(canonical.value.text)) return fail({ kind: "blank" });
  return canonical;
}

function firstRefused(input: string): TextFailure | null {
  const found = [
    { kind: "nul" as const, unit: input.indexOf("\0") },
    { kind: "lone_surrogate" as const, unit: input.search(/\p{Surrogate}/u) },
    { kind: "mark_run" as const, unit: input.search(markRun) },
  ];
  const [first] = found.filter(({ unit }) => unit >= 0).sort((one, other) => one.unit - other.unit);
  if (first === undefined) return null;
  return { kind: first.kind, offset: new CodePointIndex(input).fromUtf16(first.unit) };
}

/** Puts a run without line ends into NFC. A line end composes with nothing, so runs are independent. */
function compose(rewriter: Rewriter, run: string): void {
  for (let start = 0; start < run.length; ) {
    const end = endOfPiece(run, start + PIECE);
    const piece = run.slice(start, end);
    if (piece.normalize("NFC") === piece) rewriter.keep(piece);
    else for (const [letter] of piece.matchAll(letterWithItsMarks)) composeLetter(rewriter, letter);
    start = end;
  }
}

function composeLetter(rewriter: Rewriter, letter: string): void {
  const composed = letter.normalize("NFC");
  if (composed === letter) rewriter.keep(letter);
  else rewriter.replace(letter, composed);
}

/** The first place at or after `unit` where no code point composes backwards. */
function endOfPiece(run: string, unit: number): number {
  let end = unit;
  while (end < run.length && (isSecondHalf(run, end) || mayCompose.test(run.slice(end, end + 2)))) end += 1;
  return end;
}

class Rewriter {
  readonly parts: string[] = [];
  readonly map = new OffsetMapBuilder();

  keep(part: string): void {
    this.parts.push(part);
    this.map.keep(countCodePoints(part));
  }

  replace(from: string, to: string): void {
    this.parts.push(to);
    const removed = countCodePoints(from);
    const added = countCodePoints(to);
    // One code point for one leaves every offset where it was.
    if (removed === 1 && added === 1) this.map.keep(1);
    else this.map.rewrite(removed, added);
  }
}
