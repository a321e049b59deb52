import { spanInSight } from "../dom/sight.ts";
import type { ArticleClaim, ArticleEngine } from "./article-types.ts";
import { prepareCanvas, type Redraw, redrawOnMove, type StripColours, stripColours } from "./canvas-strip.ts";
import type { PaintedClaims } from "./painted-claims.ts";
import {
  drawCrowded,
  drawMark,
  layOutMarks,
  markAt,
  RAIL_COLUMNS,
  type RailBoxes,
  type RailMark,
} from "./rail-draw.ts";

/** The rail's canvas: draws the marks of what is in sight, and says which of them is at a point. */
export class RailStrip {
  readonly #engine: ArticleEngine;
  readonly #canvas: HTMLCanvasElement;
  readonly #claims: PaintedClaims;
  readonly #redraw: Redraw;
  readonly #unsubscribe: () => void;
  #activeId: string | null = null;
  #boxes: RailBoxes = new WeakMap();
  #colours: StripColours | null = null;
  #marks: readonly RailMark[] = [];

  constructor(engine: ArticleEngine, canvas: HTMLCanvasElement, claims: PaintedClaims) {
    this.#engine = engine;
    this.#canvas = canvas;
    this.#claims = claims;
    this.#redraw = redrawOnMove([engine.map.root, canvas], (isNewLayout) => this.#draw(isNewLayout));
    this.#unsubscribe = claims.subscribe(this.#redraw.ask);
  }

  emphasise(activeId: string | null): void {
    this.#activeId = activeId;
    this.#redraw.ask();
  }

  claimAt({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): ArticleClaim | null {
    const { right } = this.#canvas.getBoundingClientRect();
    return markAt(this.#marks, right - clientX, clientY - this.#top())?.claim ?? null;
  }

  stop(): void {
    this.#unsubscribe();
    this.#redraw.stop();
  }

  #top(): number {
    return this.#engine.map.root.getBoundingClientRect().top;
  }

  #draw(isNewLayout: boolean): void {
    if (isNewLayout) this.#boxes = new WeakMap();
    if (isNewLayout || !this.#colours)
      this.#colours = stripColours(this.#canvas.parentElement ?? document.body);
    this.#marks = layOutMarks(this.#engine.map, this.#claimsInSight(), this.#boxes);
    const context = prepareCanvas(this.#canvas);
    if (!context) return;
    context.font = `600 10px ${this.#colours.font}`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.translate(0, this.#top() - this.#canvas.getBoundingClientRect().top);
    const paper = { context, colours: this.#colours };
    for (const mark of this.#marks) if (mark.column === RAIL_COLUMNS) drawCrowded(paper, mark);
    for (const mark of this.#marks) {
      if (mark.column < RAIL_COLUMNS) drawMark(paper, mark, mark.claim.id === this.#activeId);
    }
  }

  #claimsInSight(): ArticleClaim[] {
    const sight = spanInSight(this.#engine.map, 0, window.innerHeight);
    return sight ? this.#claims.overlapping(sight) : [];
  }
}
