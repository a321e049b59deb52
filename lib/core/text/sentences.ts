import { type CodePointIndex, type IndexedText, indexed } from "./code-point-index.ts";
import type { Span } from "./span.ts";
import { isSecondHalf } from "./surrogates.ts";
import { trimSpan } from "./trim-span.ts";

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** UTF-16 units looked at on either side: several times the longest sentence of any report. */
const REACH = 8192;

/** Units that hold the longest ending of `goesOn`: keeps the check constant however long the sentence is. */
const TAIL = 32;

/** One or more lines with nothing on them, with the line end before: where a paragraph ends. */
const blankLines = /\n(?:[^\S\n]*\n)+/g;

/**
 * Endings after which the Unicode rules see a sentence end and a reader does not: a title before a name, and
 * an initial. The price: "plan B." before a new sentence is read as an initial; a person then drags the end.
 * "No." is left out: as an answer it is far more common than as a number.
 */
const goesOn =
  /(?:^|[\s(“"'‘])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Pres|Rev|Hon|St|vs)\.\s+$/u;

/** A question or call that ends inside its quotation: a small letter after it ("she asked") goes on with it. */
const quotedEnd = /[?!…]["”’'»]\s+$/u;
const smallStart = /^\p{Ll}/u;

/**
 * The sentence around the code point at `offset`, without white space at its ends. White space after a
 * sentence belongs to it; null on blank lines, in white space only, and at the end of the text.
 * A single line end is a wrapped line, as in `blocksOfPlainText`; a blank line always ends a sentence.
 */
export function sentenceAt(source: IndexedText, offset: number): Span | null {
  const index = indexed(source);
  const unit = index.toUtf16(offset);
  if (unit === index.text.length) return null;
  const paragraph = paragraphAround(index, unit);
  if (paragraph === null) return null;
  let around = { start: 0, end: 0 };
  // The last one ends where the paragraph does, which is beyond the place asked for.
  for (around of sentencesOfParagraph(index, paragraph)) if (paragraph.start + around.end > unit) break;
  return spanOfUnits(index, paragraph.start + around.start, paragraph.start + around.end);
}

/**
 * Every sentence of a stretch, in order, without white space at its ends: what `sentenceAt` finds at each of its
 * places. The stretch begins and ends where a sentence may, as a block does.
 */
export function sentencesIn(source: IndexedText, span: Span): Span[] {
  const index = indexed(source);
  const [from, to] = [index.toUtf16(span.start), index.toUtf16(span.end)];
  const found: Span[] = [];
  let start = from;
  const take = (end: number): void => {
    for (const sentence of sentencesOfParagraph(index, { start, end })) {
      const trimmed = spanOfUnits(index, start + sentence.start, start + sentence.end);
      if (trimmed) found.push(trimmed);
    }
  };
  for (const gap of index.text.slice(from, to).matchAll(blankLines)) {
    take(from + gap.index);
    start = from + gap.index + gap[0].length;
  }
  take(to);
  return found;
}

/** UTF-16 bounds within the paragraph, white space after a sentence counted to it. */
function* sentencesOfParagraph({ text }: CodePointIndex, paragraph: Span): Generator<Span> {
  const lines = text.slice(paragraph.start, paragraph.end).replaceAll("\n", " ");
  let start = 0;
  let end = 0;
  for (const { segment } of sentences.segment(lines)) {
    const tail = endingOf(lines, end);
    const isOpen = goesOn.test(tail) || (quotedEnd.test(tail) && smallStart.test(segment));
    if (end > start && !isOpen) {
      yield { start, end };
      start = end;
    }
    end += segment.length;
  }
  if (end > start) yield { start, end };
}

function spanOfUnits(index: CodePointIndex, start: number, end: number): Span | null {
  return trimSpan(index, { start: index.fromUtf16(start), end: index.fromUtf16(end) });
}

/**
 * The last `TAIL` units before `end`. A cut stands as "…", so that `^` in `goesOn` means the start of the paragraph
 * and no acronym in front of a long indent ("NATO.") passes for an initial.
 */
function endingOf(lines: string, end: number): string {
  return end <= TAIL ? lines.slice(0, end) : `…${lines.slice(end - TAIL, end)}`;
}

/** The stretch between blank lines that holds `unit`, at most `REACH` to either side; null on a blank line. */
function paragraphAround({ text }: CodePointIndex, unit: number): Span | null {
  const floor = Math.max(0, unit - REACH);
  const from = isSecondHalf(text, floor) ? floor + 1 : floor;
  const near = text.slice(from, unit + REACH);
  let start = 0;
  let end = near.length;
  for (const gap of near.matchAll(blankLines)) {
    const afterGap = gap.index + gap[0].length;
    if (from + afterGap <= unit) start = afterGap;
    else if (from + gap.index <= unit) return null;
    else {
      end = gap.index;
      break;
    }
  }
  return { start: from + start, end: from + end };
}
