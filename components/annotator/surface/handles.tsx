"use client";

import { type PointerEvent as ReactPointerEvent, useEffect, useRef } from "react";
import type { Span } from "#core/text/span.ts";
import { boundaryAt } from "../dom/hit-test.ts";
import { edgesOf } from "../dom/rectangles.ts";
import { dragEdge, type Edge, type EdgeOf } from "./adjust.ts";
import styles from "./article-text.module.css";
import type { ArticleEngine } from "./article-types.ts";
import type { Snap } from "./snap.ts";

type Props = {
  readonly engine: ArticleEngine;
  readonly spans: readonly Span[];
  readonly snap: Snap;
  readonly onAdjust: (spans: readonly Span[]) => void;
};

const edges = ["start", "end"] as const;

/** Two handles at the ends of each fragment of the active claim. Keys do the same, so they stay out of the tab order. */
export function Handles({ engine, spans, snap, onAdjust }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<readonly Span[] | null>(null);
  useEffect(() => {
    const place = (): void => placeHandles(engine, spans, box.current);
    const observer = new ResizeObserver(place);
    observer.observe(engine.map.root);
    place();
    return () => observer.disconnect();
  }, [engine, spans]);

  const drag = (which: EdgeOf) => (event: ReactPointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const offset = boundaryUnder(engine, event);
    const next = offset === null ? null : dragEdge(engine.map.index, spans, which, offset, snap);
    if (!next) return;
    drawn.current = next;
    engine.painter.setSpecial("selection", next);
    placeHandles(engine, next, box.current);
  };
  const drop = (event: ReactPointerEvent): void => {
    event.currentTarget.releasePointerCapture(event.pointerId);
    engine.painter.setSpecial("selection", []);
    if (drawn.current && event.type === "pointerup") onAdjust(drawn.current);
    else placeHandles(engine, spans, box.current);
    drawn.current = null;
  };
  const handles = spans.flatMap((_, fragment) => edges.map((edge) => ({ fragment, edge })));
  return (
    <div ref={box} aria-hidden="true">
      {handles.map((which) => (
        <div
          key={`${which.fragment} ${which.edge}`}
          className={styles.handle}
          data-fragment={which.fragment}
          data-edge={which.edge}
          onPointerDown={(event) => {
            event.preventDefault();
            event.currentTarget.setPointerCapture(event.pointerId);
          }}
          onPointerMove={drag(which)}
          onPointerUp={drop}
          onPointerCancel={drop}
        />
      ))}
    </div>
  );
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

function placeHandles({ map }: ArticleEngine, spans: readonly Span[], box: HTMLElement | null): void {
  const frame = box?.parentElement?.getBoundingClientRect();
  if (!box || !frame) return;
  for (const handle of box.querySelectorAll<HTMLElement>("[data-edge]")) {
    const span = spans[Number(handle.dataset.fragment)];
    // Reason for `as`: the two values are written by `Handles` alone.
    const edge = handle.dataset.edge as Edge;
    const rect = span && edgesOf(map, span)?.[edge];
    if (!rect) continue;
    handle.style.left = `${rect.left - frame.left}px`;
    handle.style.top = `${(edge === "start" ? rect.top : rect.bottom) - frame.top - 12}px`;
  }
}
