import type { Block } from "#core/text/blocks.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";
import { compareSpans, overlaps } from "#core/text/spans.ts";
import { snapToWords } from "#core/text/words.ts";

/** A stretch of the article with its place; `text` is exactly what stands at `[start, end)`. */
export type PassagePart = {
  readonly kind: Block["kind"];
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Text was left out between this part and the one before. */
  readonly isAfterGap: boolean;
  /** Holds words of the claim itself, not only of its chain or its neighbours. */
  readonly isOfClaim: boolean;
};

/** Code points shown on either side of what matters where one block is a whole article. */
const REACH = 900;

/**
 * What a reviewer reads: the blocks that hold the claim's words, one neighbour on either side of each, and the blocks
 * where its chain is named, in the order of the text.
 */
export function passageOf(
  { text, blocks }: { readonly text: string; readonly blocks: readonly Block[] },
  spans: readonly Span[],
  chain: readonly Span[],
): PassagePart[] {
  const index = new CodePointIndex(text);
  const all: readonly Block[] =
    blocks.length > 0 ? blocks : [{ kind: "paragraph", start: 0, end: index.length }];
  const own = new Set(all.flatMap((block, at) => (holdsAny(block, spans) ? [at] : [])));
  const near = [...own].flatMap((at) => [at - 1, at, at + 1]);
  const named = all.flatMap((block, at) => (holdsAny(block, chain) ? [at] : []));
  const shown = [...new Set([...near, ...named])].toSorted((one, other) => one - other);
  const marked = [...spans, ...chain].toSorted(compareSpans);
  return shown.flatMap((at, place) => {
    const block = all[at];
    if (!block) return [];
    const cut = windowOf(index, block, marked);
    const isAfterGap = place > 0 && shown[place - 1] !== at - 1;
    return [
      {
        kind: block.kind,
        ...cut,
        text: index.slice(cut),
        isAfterGap: isAfterGap || cut.start > block.start,
        isOfClaim: own.has(at),
      },
    ];
  });
}

/** The block, or of a very long one the part around its marked words; without any, its beginning. */
function windowOf(index: CodePointIndex, block: Block, marked: readonly Span[]): Span {
  if (block.end - block.start <= 4 * REACH) return { start: block.start, end: block.end };
  const inside = marked.filter((span) => overlaps(span, block));
  const first = inside[0]?.start ?? block.start;
  const last = Math.max(first, ...inside.map(({ end }) => end));
  return snapToWords(index, {
    start: Math.max(block.start, first - REACH),
    end: Math.min(block.end, last + REACH),
  });
}

function holdsAny(block: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => overlaps(span, block));
}
