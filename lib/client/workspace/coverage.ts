import type { Block } from "#core/text/blocks.ts";
import type { CodePointIndex } from "#core/text/code-point-index.ts";
import { sentencesIn } from "#core/text/sentences.ts";
import type { Span } from "#core/text/span.ts";
import { normaliseFragments, overlaps } from "#core/text/spans.ts";

/** A sentence of the article; headings are claims of another weight, and are counted apart. */
export type Sentence = { readonly span: Span; readonly isHeading: boolean };

export type Share = { readonly covered: number; readonly total: number };
export type Coverage = {
  readonly sentences: Share;
  readonly headings: Share;
  /** In the order of the text, headings among them. */
  readonly uncovered: readonly Sentence[];
};

const word = /[\p{L}\p{N}]/u;

/** Sentences of one block; what has neither letter nor digit ("* * *") says nothing and is none. */
export function sentencesOfBlock(index: CodePointIndex, block: Block): Sentence[] {
  const isHeading = block.kind === "heading";
  return sentencesIn(index, block)
    .filter((span) => word.test(index.slice(span)))
    .map((span) => ({ span, isHeading }));
}

/**
 * Which sentences carry a claim: one with a fragment over a letter or digit of theirs. Only fragments count, not
 * what lies between them; a fragment that reaches a sentence's white space or quotation mark only does not.
 */
export function coverageOf(
  index: CodePointIndex,
  sentences: readonly Sentence[],
  claims: Iterable<{ readonly spans: readonly Span[] }>,
): Coverage {
  const fragments = normaliseFragments([...claims].flatMap((claim) => claim.spans));
  const bare = new Set<Sentence>();
  let from = 0;
  for (const sentence of sentences) {
    while ((fragments[from]?.end ?? Infinity) <= sentence.span.start) from += 1;
    if (!carries(index, sentence.span, fragments, from)) bare.add(sentence);
  }
  return summedUp(sentences, bare);
}

/** What there is to say of all sentences, once it is known which of them are bare. */
export function summedUp(sentences: readonly Sentence[], bare: ReadonlySet<Sentence>): Coverage {
  const share = (isHeading: boolean): Share => {
    const all = sentences.filter((sentence) => sentence.isHeading === isHeading);
    return { covered: all.filter((sentence) => !bare.has(sentence)).length, total: all.length };
  };
  return {
    sentences: share(false),
    headings: share(true),
    uncovered: sentences.filter((sentence) => bare.has(sentence)),
  };
}

/** The uncovered sentence after or before a place in the text, around the ends; null where there is none. */
export function uncoveredFrom(
  uncovered: readonly Sentence[],
  place: Span | null,
  step: 1 | -1,
): Sentence | null {
  if (place === null) return (step === 1 ? uncovered[0] : uncovered.at(-1)) ?? null;
  const beyond =
    step === 1
      ? uncovered.find(({ span }) => span.start >= place.end && !isSame(span, place))
      : uncovered.findLast(({ span }) => span.end <= place.start);
  return beyond ?? uncoveredFrom(uncovered, null, step);
}

/** A letter or digit of the sentence is in one of the fragments, of which none before `from` reaches it. */
export function carries(
  index: CodePointIndex,
  sentence: Span,
  fragments: readonly Span[],
  from: number,
): boolean {
  for (let at = from; ; at += 1) {
    const fragment = fragments[at];
    if (!fragment || !overlaps(fragment, sentence)) return false;
    const start = Math.max(fragment.start, sentence.start);
    const end = Math.min(fragment.end, sentence.end);
    if (word.test(index.slice({ start, end }))) return true;
  }
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}
