import { useEffect, useRef } from "react";
import { offsetAt, type ScreenPoint } from "../dom/hit-test.ts";
import type { ArticleEngine } from "./article-types.ts";
import type { PaintedClaims } from "./painted-claims.ts";

type Callbacks = {
  readonly onPoint?: (ids: readonly string[], point: ScreenPoint) => void;
  readonly onHover?: (ids: readonly string[]) => void;
};

/** Claims under the pointer, outermost first; none past the glyphs. */
export function claimsUnder(engine: ArticleEngine, claims: PaintedClaims, point: ScreenPoint): string[] {
  const offset = offsetAt(engine.map, point);
  return offset === null ? [] : claims.covering(offset);
}

/** Reports what lies under the pointer: at most once a frame, and only when it is something else. */
export function useHitTest(engine: ArticleEngine | null, claims: PaintedClaims, callbacks: Callbacks): void {
  const latest = useRef(callbacks);
  useEffect(() => {
    latest.current = callbacks;
  });
  useEffect(() => (engine ? listen(engine, claims, latest) : undefined), [engine, claims]);
}

function listen(engine: ArticleEngine, claims: PaintedClaims, latest: { current: Callbacks }): () => void {
  const { root } = engine.map;
  const stop = new AbortController();
  let frame = 0;
  let under = "";
  const report = (ids: string[]): void => {
    const key = ids.join(" ");
    if (key === under) return;
    under = key;
    engine.painter.setSpecial(
      "hovered",
      ids.flatMap((id) => claims.get(id)?.spans ?? []),
    );
    latest.current.onHover?.(ids);
  };
  const look = (event: PointerEvent): void => {
    if (event.pointerType === "touch" || event.buttons !== 0) return;
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => report(claimsUnder(engine, claims, event)));
  };
  const leave = (): void => {
    cancelAnimationFrame(frame);
    report([]);
  };
  const click = (event: MouseEvent): void => {
    const selection = root.ownerDocument.getSelection();
    if (selection && !selection.isCollapsed) return;
    latest.current.onPoint?.(claimsUnder(engine, claims, event), { x: event.clientX, y: event.clientY });
  };
  root.addEventListener("pointermove", look, { signal: stop.signal, passive: true });
  root.addEventListener("pointerleave", leave, { signal: stop.signal });
  root.addEventListener("click", click, { signal: stop.signal });
  return () => {
    cancelAnimationFrame(frame);
    stop.abort();
  };
}
