"use client";

import { type PointerEvent, useEffect, useRef } from "react";
import type { ArticleEngine } from "./article-types.ts";
import { MinimapStrip } from "./minimap-strip.ts";
import type { PaintedClaims } from "./painted-claims.ts";
import styles from "./rail.module.css";

type Props = {
  readonly engine: ArticleEngine | null;
  readonly claims: PaintedClaims;
  readonly activeId?: string | null;
};

/**
 * The whole article in one strip, row by row: how much of it rests on which family, what is approved or sent back,
 * and what is in sight. A press or a drag goes there; the list of claims does the same by keyboard.
 */
export function Minimap({ engine, claims, activeId = null }: Props) {
  const back = useRef<HTMLCanvasElement>(null);
  const front = useRef<HTMLCanvasElement>(null);
  const strip = useRef<MinimapStrip | null>(null);
  useEffect(() => {
    if (!engine || !back.current || !front.current) return;
    const made = new MinimapStrip(engine, { claims: back.current, sight: front.current }, claims);
    strip.current = made;
    return () => made.stop();
  }, [engine, claims]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another engine has another strip, which shows nothing yet
  useEffect(() => strip.current?.emphasise(activeId), [engine, claims, activeId]);

  const press = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    strip.current?.goTo(event.clientY);
  };
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) strip.current?.goTo(event.clientY);
  };
  return (
    <div className={styles.minimap} aria-hidden="true" onPointerDown={press} onPointerMove={drag}>
      <canvas ref={back} className={styles.layer} />
      <canvas ref={front} className={`${styles.layer} ${styles.sight}`} />
    </div>
  );
}
