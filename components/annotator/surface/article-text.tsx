"use client";

import "#components/provenance-legend/families.css";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { ArticleBlocks } from "./article-blocks.tsx";
import styles from "./article-text.module.css";
import type { ArticleTextProps } from "./article-types.ts";
import { Caret } from "./caret.tsx";
import { Handles } from "./handles.tsx";
import { useArticleEngine, usePaintedClaims, usePaintedMarks } from "./use-article-engine.ts";
import { useArticleSelection } from "./use-article-selection.ts";
import { useHitTest } from "./use-hit-test.ts";
import { useRefusedEdits } from "./use-refused-edits.ts";

/** The text of one version with its claims painted on it. Its layout never moves, whatever is painted. */
export function ArticleText(props: ArticleTextProps) {
  const { text, blocks, claims, activeId = null, hovered, marks, onAdjust, onEngine } = props;
  const root = useRef<HTMLElement>(null);
  const engine = useArticleEngine(root, text);
  usePaintedClaims(engine, claims);
  usePaintedMarks(engine, marks, activeId);
  useHitTest(engine, claims, props);
  const snap = props.snap ?? "words";
  useArticleSelection(engine, { snap, onSelect: props.onSelect });
  useRefusedEdits(engine, props.onRefuse);
  useEffect(() => {
    const spans = hovered?.flatMap((id) => claims.get(id)?.spans ?? []);
    engine?.painter.setSpecial("hovered", spans ?? []);
  }, [engine, hovered, claims]);
  useEffect(() => onEngine?.(engine), [engine, onEngine]);

  const readActive = () => (activeId === null ? null : claims.get(activeId));
  const active = useSyncExternalStore(claims.subscribe, readActive, () => null);
  return (
    <div className={styles.frame}>
      <article
        ref={root}
        className={styles.article}
        role="document"
        aria-label={props.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the text is read and selected with the keyboard.
        tabIndex={0}
        lang={props.lang}
        dir={props.dir ?? "auto"}
      >
        <ArticleBlocks text={text} blocks={blocks} />
      </article>
      <Caret engine={engine} />
      {engine && active && onAdjust ? (
        <Handles
          engine={engine}
          spans={active.spans}
          snap={snap}
          onAdjust={(spans) => onAdjust(active.id, spans)}
        />
      ) : null}
    </div>
  );
}
