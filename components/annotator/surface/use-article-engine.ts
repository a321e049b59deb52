import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import { createPainter } from "../dom/painter.ts";
import { TextMap } from "../dom/text-map.ts";
import type { ArticleEngine, ArticleMarks } from "./article-types.ts";
import { MANY, type PaintedClaims } from "./painted-claims.ts";

/** The map and painter of what is rendered; made anew only with another text. */
export function useArticleEngine(root: RefObject<HTMLElement | null>, text: string): ArticleEngine | null {
  const [engine, setEngine] = useState<ArticleEngine | null>(null);
  useLayoutEffect(() => {
    if (!root.current) return;
    const map = new TextMap(root.current, new CodePointIndex(text));
    const painter = createPainter(map);
    setEngine({ map, painter });
    return () => painter.destroy();
  }, [root, text]);
  // Until the next render the engine is that of the text before, and already destroyed.
  return engine?.map.index.text === text ? engine : null;
}

/** Keeps the painter at the claims: all of them at first, then what changed. */
export function usePaintedClaims(engine: ArticleEngine | null, claims: PaintedClaims): void {
  useLayoutEffect(() => {
    if (!engine) return;
    const { painter } = engine;
    painter.setAll([...claims.all()]);
    return claims.subscribe((changed) => {
      if (changed.size > MANY) return painter.setAll([...claims.all()]);
      for (const id of changed) {
        const claim = claims.get(id);
        if (claim) painter.put(claim);
        else painter.remove(id);
      }
    });
  }, [engine, claims]);
}

const markKinds = [
  "comment",
  "mention",
  "cue",
  "addressee",
  "hedge",
  "suggestion",
  "presence",
  "search",
  "search-current",
] as const;

export function usePaintedMarks(
  engine: ArticleEngine | null,
  marks: ArticleMarks | undefined,
  activeId: string | null,
): void {
  useEffect(() => engine?.painter.setActive(activeId), [engine, activeId]);
  const shown = useRef<ArticleMarks>({});
  const shownOn = useRef<ArticleEngine | null>(null);
  useEffect(() => {
    if (!engine) return;
    const before = shownOn.current === engine ? shown.current : {};
    for (const kind of markKinds) {
      if (marks?.[kind] !== before[kind]) engine.painter.setSpecial(kind, marks?.[kind] ?? []);
    }
    shown.current = marks ?? {};
    shownOn.current = engine;
  }, [engine, marks]);
}
