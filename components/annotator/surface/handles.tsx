"use client";

import { type PointerEvent as ReactPointerEvent, useEffect, useRef } from "react";
import type { Span } from "#core/text/span.ts";
import { boundaryAt } from "../dom/hit-test.ts";
import { edgesOf } from "../dom/rectangles.ts";
import { dragEdge, type Edge } from "./adjust.ts";
import styles from "./article-text.module.css";
import type { ArticleEngine } from "./article-types.ts";

type Props = {
  readonly engine: ArticleEngine;
  readonly spans: readonly Span[];
  readonly onAdjust: (spans: readonly Span[]) => void;
};

/** Two handles at the ends of the active claim. Keys do the same (Alt+Arrow), so they stay out of the tab order. */
export function Handles({ engine, spans, onAdjust }: Props) {
  const start = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const drawn = useRef<readonly Span[] | null>(null);
  useEffect(() => {
    const place = (): void => placeHandles(engine, spans, start.current, end.current);
    const observer = new ResizeObserver(place);
    observer.observe(engine.map.root);
    place();
    return () => observer.disconnect();
  }, [engine, spans]);

  const drag = (edge: Edge) => (event: ReactPointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const offset = boundaryUnder(engine, event);
    const next = offset === null ? null : dragEdge(engine.map.index, spans, edge, offset);
    if (!next) return;
    drawn.current = next;
    engine.painter.setSpecial("selection", next);
    placeHandles(engine, next, start.current, end.current);
  };
  const drop = (event: ReactPointerEvent): void => {
    event.currentTarget.releasePointerCapture(event.pointerId);
    engine.painter.setSpecial("selection", []);
    if (drawn.current && event.type === "pointerup") onAdjust(drawn.current);
    else placeHandles(engine, spans, start.current, end.current);
    drawn.current = null;
  };
  return (["start", "end"] as const).map((edge) => (
    <div
      key={edge}
      ref={edge === "start" ? start : end}
      className={styles.handle}
      data-edge={edge}
      aria-hidden="true"
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag(edge)}
      onPointerUp={drop}
      onPointerCancel={drop}
    />
  ));
}

/** The handle itself lies under the pointer: it steps aside for the look. */
function boundaryUnder(engine: ArticleEngine, event: ReactPointerEvent): number | null {
  // Reason for `as`: React types the current target as Element, and the handle is the div above.
  const handle = event.currentTarget as HTMLElement;
  handle.style.pointerEvents = "none";
  const offset = boundaryAt(engine.map, { x: event.clientX, y: event.clientY });
  handle.style.pointerEvents = "";
  return offset;
}

function placeHandles(
  { map }: ArticleEngine,
  spans: readonly Span[],
  start: HTMLElement | null,
  end: HTMLElement | null,
): void {
  const first = spans[0];
  const last = spans.at(-1);
  const frame = start?.offsetParent?.getBoundingClientRect();
  const from = first && edgesOf(map, first)?.start;
  const to = last && edgesOf(map, last)?.end;
  if (!start || !end || !frame || !from || !to) return;
  put(start, from.left - frame.left, from.top - frame.top - 12);
  put(end, to.left - frame.left, to.bottom - frame.top - 12);
}

function put(handle: HTMLElement, x: number, y: number): void {
  handle.style.left = `${x}px`;
  handle.style.top = `${y}px`;
}
