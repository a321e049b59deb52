import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import { ClaimIndex } from "../dom/claim-index.ts";
import { createPainter } from "../dom/painter.ts";
import { TextMap } from "../dom/text-map.ts";
import type { ArticleClaim, ArticleEngine, ArticleMarks } from "./article-types.ts";

/** Past this many changes at once, painting all anew is quicker than claim by claim. */
const MANY = 200;

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

/** Keeps painter and index at `claims`, touching only those that are other objects than last time. */
export function usePaintedClaims(engine: ArticleEngine | null, claims: readonly ArticleClaim[]): ClaimIndex {
  const [index] = useState(() => new ClaimIndex());
  const shown = useRef<{ engine: ArticleEngine | null; claims: Map<string, ArticleClaim> }>({
    engine: null,
    claims: new Map(),
  });
  useLayoutEffect(() => {
    if (!engine) return;
    const before = shown.current.engine === engine ? shown.current.claims : new Map<string, ArticleClaim>();
    const isFirst = shown.current.engine !== engine;
    const now = new Map(claims.map((claim) => [claim.id, claim]));
    const gone = [...before.keys()].filter((id) => !now.has(id));
    const changed = claims.filter((claim) => before.get(claim.id) !== claim);
    if (isFirst || gone.length + changed.length > MANY) {
      engine.painter.setAll(claims);
      index.setAll(claims);
    } else {
      applyChanges(engine, index, gone, changed);
    }
    shown.current = { engine, claims: now };
  }, [engine, claims, index]);
  return index;
}

function applyChanges(
  { painter }: ArticleEngine,
  index: ClaimIndex,
  gone: readonly string[],
  changed: readonly ArticleClaim[],
): void {
  for (const id of gone) {
    painter.remove(id);
    index.remove(id);
  }
  for (const claim of changed) {
    painter.put(claim);
    index.put(claim);
  }
}

const markKinds = [
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
