import { useEffect, useRef } from "react";
import type { ArticleEngine } from "./article-types.ts";

/** A version's text never changes: what is pasted or dropped on it is refused, and no file takes the page's place. */
export function useRefusedEdits(engine: ArticleEngine | null, onRefuse: (() => void) | undefined): void {
  const latest = useRef(onRefuse);
  useEffect(() => {
    latest.current = onRefuse;
  });
  useEffect(() => {
    if (!engine) return;
    const { root } = engine.map;
    const stop = new AbortController();
    const refuse = (event: Event): void => {
      event.preventDefault();
      if (event.type !== "dragover") latest.current?.();
    };
    for (const type of ["paste", "drop", "dragover"]) {
      root.addEventListener(type, refuse, { signal: stop.signal });
    }
    return () => stop.abort();
  }, [engine]);
}
