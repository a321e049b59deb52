"use client";

import { type MouseEvent, useEffect, useRef } from "react";
import type { ArticleClaim, ArticleEngine } from "./article-types.ts";
import { prepareCanvas, redrawOnMove } from "./canvas-strip.ts";
import styles from "./rail.module.css";
import { railColours, spanInSight } from "./rail-draw.ts";

type Props = {
  readonly engine: ArticleEngine | null;
  readonly claims: readonly ArticleClaim[];
  readonly activeId?: string | null;
  readonly height: number;
  readonly width?: number;
};

/** The whole article in one strip, by share of the text; a click goes there. */
export function Minimap({ engine, claims, activeId = null, height, width = 14 }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const strip = canvas.current;
    if (!engine || !strip) return;
    return redrawOnMove(engine.map.root, () => draw(engine, strip, claims, activeId, { width, height }));
  }, [engine, claims, activeId, width, height]);

  const go = (event: MouseEvent<HTMLCanvasElement>): void => {
    if (!engine) return;
    const { map } = engine;
    const box = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientY - box.top) / box.height));
    map.blocks[Math.max(0, map.blockAt(Math.floor(share * map.index.length)))]?.scrollIntoView({
      block: "center",
    });
  };
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={styles.minimap} onClick={go} />
    </div>
  );
}

function draw(
  { map }: ArticleEngine,
  canvas: HTMLCanvasElement,
  claims: readonly ArticleClaim[],
  activeId: string | null,
  { width, height }: { readonly width: number; readonly height: number },
): void {
  const context = prepareCanvas(canvas, width, height);
  if (!context) return;
  const { line } = railColours(canvas.parentElement ?? map.root);
  const scale = height / Math.max(1, map.index.length);
  for (const claim of claims) drawClaim(context, claim, line, claim.id === activeId, scale);
  const sight = spanInSight(map, 0, window.innerHeight);
  context.globalAlpha = 1;
  context.strokeStyle = getComputedStyle(canvas).color;
  if (sight)
    context.strokeRect(
      0.5,
      sight.start * scale + 0.5,
      width - 1,
      Math.max(4, (sight.end - sight.start) * scale),
    );
}

function drawClaim(
  context: CanvasRenderingContext2D,
  claim: ArticleClaim,
  line: ReadonlyMap<string, string>,
  isActive: boolean,
  scale: number,
): void {
  context.globalAlpha = isActive || claim.state !== "draft" ? 1 : 0.45;
  context.fillStyle = line.get(claim.family) ?? "currentcolor";
  for (const { start, end } of claim.spans) {
    const height = Math.max(isActive ? 3 : 1, (end - start) * scale);
    context.fillRect(isActive ? 0 : 3, start * scale, context.canvas.width, height);
  }
}
