import { CodePointIndex } from "./code-point-index.ts";
import { countCodePoints } from "./surrogates.ts";

/** What an author laid out a part as; whatever is none of the others is a paragraph. */
export type BlockKind = "heading" | "paragraph" | "list_item" | "quote" | "preformatted";
export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6;

/**
 * A part of a text as its author laid it out, kept beside the text; `[start, end)` in code points.
 * Invariants: blocks ascend, do not overlap, and hold every code point that is not white space.
 */
export type Block = {
  readonly kind: BlockKind;
  /** Only on headings. */
  readonly level?: HeadingLevel;
  readonly start: number;
  readonly end: number;
};

/** A block before it has a place: what a reader of HTML or documents hands over. */
export type Piece = { readonly kind: BlockKind; readonly level?: HeadingLevel; readonly text: string };

/** What stands between blocks that are joined, and parts paragraphs of plain text. */
const BLOCK_GAP = "\n\n";

/** A run of lines with something on each, without the last line end. */
const paragraphs = /^(?=.*\S).*(?:\n(?=.*\S).*)*/gm;

/**
 * The paragraphs of a plain text: runs of lines between blank ones, whole lines, so that nothing is dropped.
 * `text` is canonical: its only line end is LF.
 */
export function blocksOfPlainText(text: string): Block[] {
  const index = new CodePointIndex(text);
  return Array.from(text.matchAll(paragraphs), (paragraph) => ({
    kind: "paragraph" as const,
    start: index.fromUtf16(paragraph.index),
    end: index.fromUtf16(paragraph.index + paragraph[0].length),
  }));
}

/**
 * One text from pieces, a blank line between each two, and where each piece stands in it. Pieces of white
 * space only are left out. Texts are taken as they are: when they are not canonical yet, canonicalise the
 * answer and carry each block with `map.spanToCanonical`.
 */
export function joinBlocks(pieces: readonly Piece[]): { text: string; blocks: Block[] } {
  const texts: string[] = [];
  const blocks: Block[] = [];
  let start = 0;
  for (const piece of pieces) {
    if (piece.text.trim() === "") continue;
    const end = start + countCodePoints(piece.text);
    const level = piece.level === undefined ? {} : { level: piece.level };
    blocks.push({ kind: piece.kind, ...level, start, end });
    texts.push(piece.text);
    start = end + BLOCK_GAP.length;
  }
  return { text: texts.join(BLOCK_GAP), blocks };
}
