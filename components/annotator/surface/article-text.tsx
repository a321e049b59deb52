"use client";

import "#components/provenance-legend/families.css";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { moveEdge } from "./adjust.ts";
import { ArticleBlocks } from "./article-blocks.tsx";
import styles from "./article-text.module.css";
import type { ArticleTextProps } from "./article-types.ts";
import { Caret } from "./caret.tsx";
import { adjustMove } from "./caret-keys.ts";
import { Handles } from "./handles.tsx";
import { useArticleEngine, usePaintedClaims, usePaintedMarks } from "./use-article-engine.ts";
import { useArticleSelection } from "./use-article-selection.ts";
import { useHitTest } from "./use-hit-test.ts";

/** The text of one version with its claims painted on it. Its layout never moves, whatever is painted. */
export function ArticleText(props: ArticleTextProps) {
  const { text, blocks, claims, activeId = null, hovered, marks, onAdjust, onEngine } = props;
  const root = useRef<HTMLElement>(null);
  const engine = useArticleEngine(root, text);
  const index = usePaintedClaims(engine, claims);
  usePaintedMarks(engine, marks, activeId);
  useHitTest(engine, index, props);
  useArticleSelection(engine, { snap: props.snap ?? "words", onSelect: props.onSelect });
  useEffect(() => {
    const spans = hovered?.flatMap((id) => index.get(id)?.spans ?? []);
    engine?.painter.setSpecial("hovered", spans ?? []);
  }, [engine, hovered, index]);
  useEffect(() => onEngine?.(engine), [engine, onEngine]);

  const active = activeId === null ? undefined : claims.find(({ id }) => id === activeId);
  const adjust = (event: KeyboardEvent): void => {
    const move = adjustMove(event, props.dir === "rtl");
    if (!move || !active || !engine || !onAdjust) return;
    event.preventDefault();
    const spans = moveEdge(engine.map.index, active.spans, move.edge, move.step);
    if (spans) onAdjust(active.id, spans);
  };
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
        onKeyDown={adjust}
      >
        <ArticleBlocks text={text} blocks={blocks} />
      </article>
      <Caret engine={engine} />
      {engine && active && onAdjust ? (
        <Handles engine={engine} spans={active.spans} onAdjust={(spans) => onAdjust(active.id, spans)} />
      ) : null}
    </div>
  );
}
