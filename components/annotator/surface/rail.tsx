"use client";

import { useEffect, useRef } from "react";
import type { ArticleEngine } from "./article-types.ts";
import type { PaintedClaims } from "./painted-claims.ts";
import styles from "./rail.module.css";
import { RAIL_WIDTH } from "./rail-draw.ts";
import { RailStrip } from "./rail-strip.ts";

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
  const strip = useRef<RailStrip | null>(null);
  useEffect(() => {
    if (!engine || !canvas.current) return;
    const made = new RailStrip(engine, canvas.current, claims);
    strip.current = made;
    return () => made.stop();
  }, [engine, claims]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another engine has another strip, which shows nothing yet
  useEffect(() => strip.current?.emphasise(activeId), [engine, claims, activeId]);
  return (
    <div className={styles.rail} style={{ width: RAIL_WIDTH }} aria-hidden="true">
      <canvas
        ref={canvas}
        className={styles.strip}
        onClick={(event) => {
          const claim = strip.current?.claimAt(event);
          if (claim) onOpen?.(claim.id);
        }}
      />
    </div>
  );
}
