import type { Span } from "#core/text/span.ts";
import { spanInSight } from "../dom/sight.ts";
import type { ArticleEngine } from "./article-types.ts";
import { prepareCanvas, type Redraw, redrawOnMove, type StripColours, stripColours } from "./canvas-strip.ts";
import { type MinimapRow, minimapRows, type RowState, rowsOver, spanUnder } from "./minimap-rows.ts";
import type { PaintedClaims } from "./painted-claims.ts";

/** Pixels: height of a row, width of the column of states and of the gap beside it. */
const ROW = 2;
const STATE = 3;
const GAP = 2;
const LEAST_WINDOW = 8;

type Canvases = { readonly claims: HTMLCanvasElement; readonly sight: HTMLCanvasElement };

/** The minimap's two canvases: the claims, drawn when they change, and over them what is in sight, at every scroll. */
export class MinimapStrip {
  readonly #engine: ArticleEngine;
  readonly #canvases: Canvases;
  readonly #claims: PaintedClaims;
  readonly #redraw: Redraw;
  readonly #unsubscribe: () => void;
  #activeId: string | null = null;
  #colours: StripColours | null = null;
  /** Where each claim was when it was last heard of. */
  readonly #known = new Map<string, readonly Span[]>();
  /** The part of the text whose rows are to be drawn again. */
  #stale: Span | null = null;

  constructor(engine: ArticleEngine, canvases: Canvases, claims: PaintedClaims) {
    this.#engine = engine;
    this.#canvases = canvases;
    this.#claims = claims;
    this.#redraw = redrawOnMove([engine.map.root, canvases.claims], (isNewLayout) => this.#draw(isNewLayout));
    for (const { id, spans } of claims.all()) this.#known.set(id, spans);
    this.#unsubscribe = claims.subscribe((changed) => {
      for (const id of changed) this.#follow(id);
      this.#redraw.ask();
    });
  }

  emphasise(activeId: string | null): void {
    this.#activeId = activeId;
    this.#redraw.ask();
  }

  /** Brings the text at that height of the strip to the middle of the screen. */
  goTo(clientY: number): void {
    const { map } = this.#engine;
    const box = this.#canvases.claims.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (clientY - box.top) / box.height));
    const offset = Math.min(map.index.length - 1, Math.floor(share * map.index.length));
    const place = Math.max(0, map.blockAt(offset));
    const block = map.blocks[place];
    if (!block) return;
    block.scrollIntoView({ block: "center", behavior: "instant" });
    const { start, end } = map.spanOfBlock(place);
    const { top, height } = block.getBoundingClientRect();
    const within = Math.min(1, Math.max(0, (offset - start) / Math.max(1, end - start)));
    window.scrollBy({ top: top + within * height - window.innerHeight / 2, behavior: "instant" });
  }

  stop(): void {
    this.#unsubscribe();
    this.#redraw.stop();
  }

  #draw(isNewLayout: boolean): void {
    if (isNewLayout || !this.#colours) {
      this.#colours = stripColours(this.#canvases.claims.parentElement ?? document.body);
      this.#stale = { start: 0, end: this.#engine.map.index.length };
      prepareCanvas(this.#canvases.claims);
    }
    if (this.#stale) this.#drawClaims(this.#stale, this.#colours);
    this.#stale = null;
    this.#drawSight(this.#colours);
  }

  /** The rows under its words before and now are to be drawn again, with those between. */
  #follow(id: string): void {
    const now = this.#claims.get(id)?.spans;
    for (const { start, end } of [...(this.#known.get(id) ?? []), ...(now ?? [])]) {
      const { start: from, end: to } = this.#stale ?? { start, end };
      this.#stale = { start: Math.min(from, start), end: Math.max(to, end) };
    }
    if (now) this.#known.set(id, now);
    else this.#known.delete(id);
  }

  #drawClaims(stale: Span, colours: StripColours): void {
    const { clientWidth: width, clientHeight: height } = this.#canvases.claims;
    const context = this.#canvases.claims.getContext("2d");
    if (!context || width === 0) return;
    const grid = { length: this.#engine.map.index.length, rows: Math.max(1, Math.floor(height / ROW)) };
    const range = rowsOver(stale, grid);
    const rows = minimapRows(this.#claims.overlapping(spanUnder(range, grid)), grid, range);
    context.clearRect(0, range.from * ROW, width, rows.length * ROW);
    for (const [place, row] of rows.entries())
      drawRow(context, row, (range.from + place) * ROW, width, colours);
  }

  #drawSight(colours: StripColours): void {
    const canvas = this.#canvases.sight;
    const context = prepareCanvas(canvas);
    const sight = spanInSight(this.#engine.map, 0, window.innerHeight);
    if (!context) return;
    const active = this.#activeId === null ? null : this.#claims.get(this.#activeId);
    for (const span of active?.spans ?? []) {
      const { top, height } = this.#heights(span, 3);
      context.fillStyle = colours.ink;
      context.fillRect(0, top, canvas.clientWidth, height);
    }
    if (!sight) return;
    const { top, height } = this.#heights(sight, LEAST_WINDOW);
    context.fillStyle = colours.ink;
    context.globalAlpha = 0.07;
    context.fillRect(0, top, canvas.clientWidth, height);
    context.globalAlpha = 1;
    context.strokeStyle = colours.muted;
    context.strokeRect(0.5, Math.round(top) + 0.5, canvas.clientWidth - 1, Math.round(height) - 1);
  }

  #heights(span: Span, least: number): { top: number; height: number } {
    const full = this.#canvases.claims.clientHeight;
    const scale = full / Math.max(1, this.#engine.map.index.length);
    const height = Math.max(least, (span.end - span.start) * scale);
    return { top: Math.min(span.start * scale, full - height), height };
  }
}

function drawRow(
  context: CanvasRenderingContext2D,
  { shares, state }: MinimapRow,
  y: number,
  width: number,
  colours: StripColours,
): void {
  const from = STATE + GAP;
  let x = from;
  for (const { family, share } of shares) {
    context.fillStyle = colours.line.get(family) ?? colours.ink;
    context.fillRect(x, y, share * (width - from), ROW);
    x += share * (width - from);
  }
  const tone = stateColour(state, colours);
  if (!tone) return;
  context.fillStyle = tone;
  context.fillRect(0, y, STATE, ROW);
}

function stateColour(state: RowState, colours: StripColours): string | null {
  if (state === "approved") return colours.good;
  if (state === "rejected") return colours.bad;
  return state === "changes_requested" ? colours.warning : null;
}
