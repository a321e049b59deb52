import { type Codebook, categoryOf, type FamilyId, familyOf } from "../provenance/codebook.ts";
import type { WeakestLink } from "./chain.ts";
import type { ChainPiece } from "./sentence.ts";

/** A stop of the drawn chain: the article, or a link. Lengths are in the drawing's own units, about a pixel. */
export type PictureStop = {
  /** Middle of the stop's mark. */
  readonly y: number;
  /** Its name, broken into lines. */
  readonly lines: readonly string[];
  /** Under the name: the category with the attributing words, and what makes the link the weakest. */
  readonly details: readonly string[];
  /** Null for the article itself. */
  readonly family: FamilyId | null;
  readonly isCarriedOver: boolean;
  readonly isWeakest: boolean;
};

export type ChainPicture = { readonly height: number; readonly stops: readonly PictureStop[] };

/** Letters that fit beside the marks in the narrowest inspector, in capitals too. */
const WIDTH = 34;
/** The smaller letters under a name. */
const DETAIL_WIDTH = 42;
/** A name of 60 letters whole, whatever its words. */
const LINES = 3;
const LINE = 17;
const DETAIL = 16;
const GAP = 14;
/** From the top of a stop to the middle of its mark. */
const TOP = 12;

/** Where everything stands when the chain is drawn from the article down to its origin. */
export function chainPicture(
  pieces: readonly ChainPiece[],
  weakest: WeakestLink,
  codebook: Codebook,
): ChainPicture {
  const stops: PictureStop[] = [];
  let top = 0;
  for (const piece of pieces) {
    const stop = stopOf(piece, weakest, codebook);
    stops.push({ ...stop, y: top + TOP });
    top += stop.lines.length * LINE + stop.details.length * DETAIL + GAP;
  }
  return { stops, height: Math.max(0, top - GAP) + 6 };
}

function stopOf(piece: ChainPiece, weakest: WeakestLink, codebook: Codebook): Omit<PictureStop, "y"> {
  if (piece.kind === "article") {
    return { lines: ["this article"], details: [], family: null, isCarriedOver: false, isWeakest: false };
  }
  const category = categoryOf(codebook, piece.category)?.label ?? piece.category;
  const isWeakest = weakest.kind === "link" && weakest.index === piece.index;
  const how = piece.isCarriedOver ? "carried over" : piece.cue === null ? "" : `“${piece.cue}”`;
  const parts = [category, how].filter(Boolean);
  const isShort = [...parts.join(" · ")].length <= DETAIL_WIDTH;
  const detail = (isShort ? [parts.join(" · ")] : parts).flatMap((part) => linesOf(part, DETAIL_WIDTH, 1));
  return {
    lines: linesOf(piece.name, WIDTH, LINES),
    details: isWeakest ? [...detail, "hardest to check"] : detail,
    family: familyOf(codebook, piece.category)?.id ?? "unclear",
    isCarriedOver: piece.isCarriedOver,
    isWeakest,
  };
}

/**
 * Words broken into at most `most` lines of at most `width` code points. A word longer than a line is cut; what does
 * not fit at all ends in "…".
 */
export function linesOf(words: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line: string[] = [];
  for (const word of words.split(/\s+/u).flatMap((one) => cut(one, width))) {
    const room = line.length + (line.length > 0 ? 1 : 0) + [...word].length;
    if (room > width) {
      lines.push(line.join(""));
      line = [...word];
    } else line.push(...(line.length > 0 ? [" "] : []), ...word);
  }
  lines.push(line.join(""));
  if (lines.length <= most) return lines;
  const last = [...lines.slice(most - 1, most).join("")].slice(0, width - 1).join("");
  return [...lines.slice(0, most - 1), `${last}…`];
}

function cut(word: string, width: number): string[] {
  const points = [...word];
  const parts: string[] = [];
  for (let at = 0; at < points.length; at += width) parts.push(points.slice(at, at + width).join(""));
  return parts;
}
