"use client";

import { useEffect, useRef } from "react";
import { caretRectAt } from "../dom/rectangles.ts";
import { spanInSight } from "../dom/sight.ts";
import styles from "./article-text.module.css";
import type { ArticleEngine } from "./article-types.ts";
import { caretMove } from "./caret-keys.ts";

/** Text that cannot be edited shows no caret of its own: this one lets it be read and selected by keys alone. */
export function Caret({ engine }: { readonly engine: ArticleEngine | null }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => (engine && bar.current ? drive(engine, bar.current) : undefined), [engine]);
  return <div ref={bar} className={styles.caret} hidden aria-hidden="true" />;
}

function drive(engine: ArticleEngine, bar: HTMLElement): () => void {
  const { root } = engine.map;
  const document = root.ownerDocument;
  const stop = new AbortController();
  const { signal } = stop;
  let byKeys = false;
  let last: number | null = null;
  const draw = (): void => place(engine, bar, byKeys && document.activeElement === root);
  root.addEventListener(
    "keydown",
    (event) => {
      if (!step(engine, event, last)) return;
      byKeys = true;
      event.preventDefault();
      draw();
      bar.scrollIntoView({ block: "nearest" });
    },
    { signal },
  );
  root.addEventListener(
    "pointerdown",
    () => {
      byKeys = false;
    },
    { signal },
  );
  root.addEventListener("blur", draw, { signal });
  const follow = (): void => {
    const selection = document.getSelection();
    last = (selection && focusOffset(engine, selection)) ?? last;
    draw();
  };
  document.addEventListener("selectionchange", follow, { signal });
  return () => stop.abort();
}

function step(engine: ArticleEngine, event: KeyboardEvent, last: number | null): boolean {
  const { map } = engine;
  const move = caretMove(event);
  const selection = map.root.ownerDocument.getSelection();
  if (!move || !selection) return false;
  const before = focusOffset(engine, selection) ?? enter(engine, selection, last);
  const anchor = event.shiftKey ? anchorOffset(engine, selection) : null;
  if (move.granularity === "documentboundary") {
    moveTo(engine, selection, anchor, move.direction === "backward" ? 0 : map.index.length);
    return true;
  }
  selection.modify(event.shiftKey ? "extend" : "move", move.direction, move.granularity);
  if (focusOffset(engine, selection) === null) moveTo(engine, selection, anchor, before);
  return true;
}

function focusOffset({ map }: ArticleEngine, { focusNode, focusOffset: offset }: Selection): number | null {
  return focusNode && map.root.contains(focusNode) ? map.offsetOf(focusNode, offset) : null;
}

function anchorOffset(
  { map }: ArticleEngine,
  { anchorNode, anchorOffset: offset }: Selection,
): number | null {
  return anchorNode && map.offsetOf(anchorNode, offset);
}

/** Where the caret comes in: where it last was while that is in sight, or the first block that is. */
function enter(engine: ArticleEngine, selection: Selection, last: number | null): number {
  const { map } = engine;
  if (last !== null && isInSight(engine, last)) {
    moveTo(engine, selection, null, last);
    return last;
  }
  const bars = Number.parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  const start = spanInSight(map, bars, window.innerHeight)?.start ?? 0;
  moveTo(engine, selection, null, start);
  return start;
}

function isInSight({ map }: ArticleEngine, offset: number): boolean {
  const rect = caretRectAt(map, offset, "after");
  return rect !== null && rect.bottom > 0 && rect.top < window.innerHeight;
}

function moveTo({ map }: ArticleEngine, selection: Selection, anchor: number | null, focus: number): void {
  const to = map.pointAt(focus, focus === map.index.length ? "before" : "after");
  const from = anchor === null ? to : map.pointAt(anchor, "after");
  if (from && to) selection.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function place(engine: ArticleEngine, bar: HTMLElement, isShown: boolean): void {
  const selection = bar.ownerDocument.getSelection();
  const offset = isShown && selection ? focusOffset(engine, selection) : null;
  const rect = offset === null ? null : caretRectAt(engine.map, offset, "after");
  // Measured only where there is a caret to place: it makes the browser lay out whatever a press has changed.
  const frame = rect && bar.parentElement?.getBoundingClientRect();
  bar.hidden = !frame;
  if (!rect || !frame) return;
  bar.style.transform = `translate(${rect.left - frame.left}px, ${rect.top - frame.top}px)`;
  bar.style.height = `${rect.height}px`;
}
