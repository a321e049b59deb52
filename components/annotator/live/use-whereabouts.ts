"use client";
import { useEffect } from "react";
import { spanInSight } from "../dom/sight.ts";
import type { ArticleEngine } from "../surface/article-types.ts";
import { useUi, useWorkspace } from "../workspace/workspace-context.tsx";

/** After the last letter: still typing for so long. */
const TYPING_MS = 3_000;
/** After the last turn of the wheel: time to have arrived somewhere. */
const SETTLES_MS = 400;

/** Tells those here where one reads, what one has selected and open, and whether one is typing. */
export function useWhereabouts(): void {
  const { here } = useWorkspace();
  const activeId = useUi((state) => state.activeId);
  const selection = useUi((state) => state.selection);
  const engine = useUi((state) => state.engine);
  useEffect(() => here.move({ claimId: activeId }), [here, activeId]);
  useEffect(() => {
    const span = selection?.span ?? null;
    const block = engine && span ? engine.map.blocks[Math.max(0, engine.map.blockAt(span.start))] : null;
    here.move({
      selection: span && { start: span.start, end: span.end },
      ...(block ? { paragraph: Number(block.dataset.start) } : {}),
    });
  }, [here, engine, selection]);
  useEffect(() => {
    if (!engine) return;
    let settled: ReturnType<typeof setTimeout> | undefined;
    let rested: ReturnType<typeof setTimeout> | undefined;
    const stop = new AbortController();
    const look = () => {
      const block = blockInSight(engine);
      if (block) here.move({ paragraph: Number(block.dataset.start) });
    };
    const scroll = () => {
      clearTimeout(settled);
      settled = setTimeout(look, SETTLES_MS);
    };
    const type = ({ target }: Event) => {
      if (!(target instanceof HTMLElement) || !target.closest("[aria-label='Claim']")) return;
      here.move({ isTyping: true });
      clearTimeout(rested);
      rested = setTimeout(() => here.move({ isTyping: false }), TYPING_MS);
    };
    look();
    window.addEventListener("scroll", scroll, { passive: true, signal: stop.signal });
    document.addEventListener("input", type, { signal: stop.signal });
    return () => {
      clearTimeout(settled);
      clearTimeout(rested);
      // Nothing is left to say so later.
      here.move({ isTyping: false });
      stop.abort();
    };
  }, [here, engine]);
}

/** The block at a third of the window's height, or the next below. */
function blockInSight({ map }: ArticleEngine): HTMLElement | undefined {
  const { innerHeight } = window;
  const below = spanInSight(map, innerHeight / 3, innerHeight);
  return below ? map.blocks[map.blockAt(below.start)] : undefined;
}
