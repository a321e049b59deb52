import { familyIds } from "#core/provenance/codebook.ts";
import type { Span } from "#core/text/span.ts";
import { assignLayers } from "../dom/layers.ts";
import { rectOf } from "../dom/rectangles.ts";
import type { TextMap } from "../dom/text-map.ts";
import type { ArticleClaim } from "./article-types.ts";

/** A claim's line in the rail, in pixels of the visible strip. `column` 0 is nearest to the text. */
export type RailMark = {
  readonly claim: ArticleClaim;
  readonly top: number;
  readonly bottom: number;
  readonly column: number;
};

export const RAIL_COLUMNS = 3;
export const RAIL_COLUMN_WIDTH = 12;
export const RAIL_WIDTH = RAIL_COLUMNS * RAIL_COLUMN_WIDTH + 4;
/** Height of the digit, and of the sign of a state below it. */
const DIGIT = 14;
const SIGN = 10;
/** What is left of the line below them at least: its width tells the active claim. */
const STUB = 6;

/** The span of code points whose blocks cross the strip of screen from `top` to `bottom`. */
export function spanInSight(map: TextMap, top: number, bottom: number): Span | null {
  const first = firstBlock(map, (block) => block.bottom >= top);
  const past = firstBlock(map, (block) => block.top > bottom);
  if (first >= past) return null;
  return { start: map.spanOfBlock(first).start, end: map.spanOfBlock(past - 1).end };
}

/** Blocks follow one another down the page, so the first with a property that stays is found by halving. */
function firstBlock(map: TextMap, has: (box: DOMRect) => boolean): number {
  let low = 0;
  let high = map.blocks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const block = map.blocks[middle];
    if (block && has(block.getBoundingClientRect())) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Marks beside one another where claims stand at the same height; past the last column they share it. */
export function layOutMarks(map: TextMap, claims: readonly ArticleClaim[], stripTop: number): RailMark[] {
  const boxes = claims.flatMap((claim) => {
    const rects = claim.spans.flatMap((span) => rectOf(map, span) ?? []);
    if (rects.length === 0) return [];
    const top = Math.min(...rects.map((rect) => rect.top)) - stripTop;
    const bottom = Math.max(...rects.map((rect) => rect.bottom)) - stripTop;
    return [{ claim, top, bottom: Math.max(bottom, top + headOf(claim.state) + STUB) }];
  });
  const columns = assignLayers(
    boxes.map(({ top, bottom }) => ({ start: top, end: bottom })),
    RAIL_COLUMNS,
  );
  return boxes.map((box, place) => ({ ...box, column: Math.min(columns[place] ?? 0, RAIL_COLUMNS - 1) }));
}

/** The mark nearest to a point of the strip, or null; `x` counts from the text outwards. */
export function markAt(marks: readonly RailMark[], x: number, y: number): RailMark | null {
  const column = Math.min(RAIL_COLUMNS - 1, Math.max(0, Math.floor(x / RAIL_COLUMN_WIDTH)));
  const hits = marks.filter((mark) => mark.column === column && y >= mark.top && y <= mark.bottom);
  return hits.toSorted((one, other) => one.bottom - one.top - (other.bottom - other.top))[0] ?? null;
}

export type RailColours = { readonly line: ReadonlyMap<string, string>; readonly paper: string };

/** Canvas knows no custom properties or `light-dark()`: an element resolves them. */
export function railColours(host: HTMLElement): RailColours {
  const probe = document.createElement("span");
  probe.hidden = true;
  host.append(probe);
  const resolve = (value: string): string => {
    probe.style.color = value;
    return getComputedStyle(probe).color;
  };
  const line = new Map(familyIds.map((family) => [family, resolve(`var(--family-${family}-line)`)]));
  const paper = resolve("var(--paper, Canvas)");
  probe.remove();
  return { line, paper };
}

function headOf(state: ArticleClaim["state"]): number {
  return state === "approved" || state === "changes_requested" ? DIGIT + SIGN : DIGIT;
}

type Paper = { readonly context: CanvasRenderingContext2D; readonly colours: RailColours };

/** State is texture: drafts are faint, approved ones ticked, rejected ones struck, asked-back ones hollow. */
export function drawMark(paper: Paper, mark: RailMark, x: number, isActive: boolean): void {
  const { context, colours } = paper;
  const { claim, top, bottom } = mark;
  const colour = colours.line.get(claim.family) ?? "currentcolor";
  context.globalAlpha = claim.state === "draft" && !isActive ? 0.45 : 1;
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = isActive ? 4 : 2;
  context.setLineDash(claim.carried ? [4, 3] : []);
  stroke(context, [x, top], [x, bottom]);
  context.setLineDash([]);
  context.clearRect(x - 5, top, 11, headOf(claim.state) - 1);
  context.fillText(String(familyIds.indexOf(claim.family) + 1), x, top + DIGIT / 2);
  context.lineWidth = 1.5;
  drawState(context, claim.state, x, top);
  context.globalAlpha = 1;
}

function drawState(
  context: CanvasRenderingContext2D,
  state: ArticleClaim["state"],
  x: number,
  top: number,
): void {
  const below = top + DIGIT + SIGN / 2;
  if (state === "rejected") stroke(context, [x - 5, top + 11], [x + 5, top + 2]);
  if (state === "approved") stroke(context, [x - 4, below], [x - 1, below + 3], [x + 4, below - 4]);
  if (state === "changes_requested") {
    context.beginPath();
    context.arc(x, below, 3, 0, 2 * Math.PI);
    context.stroke();
  }
}

function stroke(context: CanvasRenderingContext2D, ...points: [number, number][]): void {
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.stroke();
}
