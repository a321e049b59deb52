import { familyIds } from "#core/provenance/codebook.ts";
import { assignLayers } from "../dom/layers.ts";
import { rectOf } from "../dom/rectangles.ts";
import type { TextMap } from "../dom/text-map.ts";
import type { ArticleClaim } from "./article-types.ts";
import type { StripColours } from "./canvas-strip.ts";

/** From where to where a claim's mark goes, in pixels below the article's top. */
export type RailBox = { readonly top: number; readonly bottom: number };
export type RailBoxes = WeakMap<ArticleClaim, RailBox | null>;

/** A claim's mark in the rail. `column` 0 is nearest to the text; `RAIL_COLUMNS` is the crowd's, which has no digit. */
export type RailMark = RailBox & { readonly claim: ArticleClaim; readonly column: number };

export const RAIL_COLUMNS = 3;
export const RAIL_COLUMN_WIDTH = 12;
export const RAIL_WIDTH = RAIL_COLUMNS * RAIL_COLUMN_WIDTH + 4;
/** Claims at one place that may be measured: where hundreds lie over one another most have no column anyway. */
const MEASURED_DEPTH = 8;
/** Height of the digit, and of the sign of a state below it. */
const DIGIT = 14;
const SIGN = 10;
/** What is left of the line below them at least: its width tells the active claim. */
const STUB = 6;

/** Marks beside one another where claims stand at the same height; past the last column they are a crowd. */
export function layOutMarks(map: TextMap, claims: readonly ArticleClaim[], known: RailBoxes): RailMark[] {
  const hulls = claims.map(({ spans }) => ({ start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }));
  const depths = assignLayers(hulls, MEASURED_DEPTH);
  const boxes = claims.flatMap((claim, place) => {
    const box = depths[place] === MEASURED_DEPTH ? null : boxOf(map, claim, known);
    return box ? [{ ...box, claim }] : [];
  });
  const columns = assignLayers(
    boxes.map(({ top, bottom }) => ({ start: top, end: bottom })),
    RAIL_COLUMNS,
  );
  return boxes.map((box, place) => ({ ...box, column: columns[place] ?? RAIL_COLUMNS }));
}

/** Measured once for each layout of the page. */
function boxOf(map: TextMap, claim: ArticleClaim, known: RailBoxes): RailBox | null {
  const before = known.get(claim);
  if (before !== undefined) return before;
  const origin = map.root.getBoundingClientRect().top;
  const rects = claim.spans.flatMap((span) => rectOf(map, span) ?? []);
  const top = Math.round(Math.min(...rects.map((rect) => rect.top)) - origin);
  const bottom = Math.round(Math.max(...rects.map((rect) => rect.bottom)) - origin);
  const box = rects.length === 0 ? null : { top, bottom: Math.max(bottom, top + headOf(claim.state) + STUB) };
  known.set(claim, box);
  return box;
}

/** The shortest mark at a point of the article's edge, or null; `x` counts from the text outwards. */
export function markAt(marks: readonly RailMark[], x: number, y: number): RailMark | null {
  const column = Math.min(RAIL_COLUMNS, Math.max(0, Math.floor(x / RAIL_COLUMN_WIDTH)));
  const hits = marks.filter((mark) => mark.column === column && y >= mark.top && y <= mark.bottom);
  return hits.toSorted((one, other) => one.bottom - one.top - (other.bottom - other.top))[0] ?? null;
}

function headOf(state: ArticleClaim["state"]): number {
  return state === "approved" || state === "changes_requested" ? DIGIT + SIGN : DIGIT;
}

export type Paper = { readonly context: CanvasRenderingContext2D; readonly colours: StripColours };

/** Where more claims stand side by side than there are columns: a grey edge, without a digit. */
export function drawCrowded({ context, colours }: Paper, { top, bottom }: RailBox): void {
  context.fillStyle = colours.muted;
  context.fillRect(0.5, top, 2, bottom - top);
}

/** State is texture: drafts are faint, approved ones ticked, rejected ones struck, asked-back ones hollow. */
export function drawMark(paper: Paper, mark: RailMark, isActive: boolean): void {
  const { context, colours } = paper;
  const { claim, top, bottom } = mark;
  const x = RAIL_WIDTH - (mark.column + 0.5) * RAIL_COLUMN_WIDTH;
  const colour = colours.line.get(claim.family) ?? colours.ink;
  context.globalAlpha = claim.state === "draft" && !isActive ? 0.5 : 1;
  context.strokeStyle = colour;
  context.lineWidth = isActive ? 4 : 2;
  context.setLineDash(claim.carried ? [4, 3] : []);
  stroke(context, [x, top + headOf(claim.state)], [x, bottom]);
  context.setLineDash([]);
  context.globalAlpha = claim.state === "draft" && !isActive ? 0.75 : 1;
  context.fillStyle = colour;
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
