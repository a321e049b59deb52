"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import type { ArticleEngine } from "./article-types.ts";
import { prepareCanvas, redrawOnMove } from "./canvas-strip.ts";
import type { PaintedClaims } from "./painted-claims.ts";
import styles from "./rail.module.css";
import {
  drawMark,
  layOutMarks,
  markAt,
  RAIL_COLUMN_WIDTH,
  RAIL_WIDTH,
  type RailMark,
  railColours,
  spanInSight,
} from "./rail-draw.ts";

type Props = {
  readonly engine: ArticleEngine | null;
  readonly claims: PaintedClaims;
  readonly activeId?: string | null;
  readonly onOpen?: (claimId: string) => void;
};

/**
 * Markers at the text's edge: colour and digit of the family, texture of the state. One canvas for what is in
 * sight, however many claims there are. Stands at the article's height; a list beside it serves screen readers.
 */
export function Rail({ engine, claims, activeId = null, onOpen }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const marks = useRef<readonly RailMark[]>([]);
  useEffect(() => {
    const strip = canvas.current;
    if (!engine || !strip) return;
    return redrawOnMove(
      engine.map.root,
      () => {
        marks.current = draw(engine, strip, claims, activeId);
      },
      claims.subscribe,
    );
  }, [engine, claims, activeId]);

  const open = (event: MouseEvent<HTMLCanvasElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const mark = markAt(marks.current, box.right - event.clientX, event.clientY - box.top);
    if (mark) onOpen?.(mark.claim.id);
  };
  return (
    <div className={styles.rail} style={{ width: RAIL_WIDTH }} aria-hidden="true">
      <canvas ref={canvas} className={styles.strip} onClick={open} />
    </div>
  );
}

function draw(
  engine: ArticleEngine,
  canvas: HTMLCanvasElement,
  painted: PaintedClaims,
  activeId: string | null,
): readonly RailMark[] {
  const box = engine.map.root.getBoundingClientRect();
  const top = Math.max(box.top, 0);
  const bottom = Math.min(box.bottom, window.innerHeight);
  const span = bottom > top ? spanInSight(engine.map, top, bottom) : null;
  const claims = span ? painted.overlapping(span) : [];
  const marks = layOutMarks(engine.map, claims, top);
  canvas.style.top = `${top - box.top}px`;
  const context = prepareCanvas(canvas, RAIL_WIDTH, Math.max(0, bottom - top));
  if (!context) return marks;
  const paper = { context, colours: railColours(canvas.parentElement ?? engine.map.root) };
  for (const mark of marks) {
    const x = RAIL_WIDTH - (mark.column + 0.5) * RAIL_COLUMN_WIDTH;
    drawMark(paper, mark, x, mark.claim.id === activeId);
  }
  return marks;
}
