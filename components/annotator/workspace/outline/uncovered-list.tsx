"use client";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { Checkbox } from "#components/ui/choice.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { Coverage, Share } from "#lib/client/workspace/coverage.ts";
import { useWorkspace } from "../workspace-context.tsx";
import { useOutline, useOutlineState, useOutlineStore } from "./outline-context.tsx";
import styles from "./uncovered-list.module.css";
import { useOutlineActions } from "./use-outline-actions.ts";
import { useVirtualRows } from "./use-virtual-rows.ts";

const ROW = 58;

/** Which sentences carry no claim yet, to be stepped through; each press selects one in the text, ready to mark. */
export function UncoveredList() {
  const { coverage } = useOutline();
  if (!coverage) return <p className={styles.note}>Reading the text…</p>;
  return (
    <>
      <Head coverage={coverage} />
      {coverage.uncovered.length > 0 ? (
        <Sentences coverage={coverage} />
      ) : (
        <EmptyState title="Every sentence carries a claim" compact>
          Nothing is left to mark in this article.
        </EmptyState>
      )}
    </>
  );
}

function Head({ coverage: { sentences, headings } }: { coverage: Coverage }) {
  const { state } = useOutlineStore();
  const isPainting = useOutlineState((value) => value.isPaintingUncovered);
  return (
    <div className={styles.head}>
      <p className={styles.share}>
        {sentences.total > 0 ? (
          <>
            <b>{percent(sentences)} %</b> ·{" "}
          </>
        ) : null}
        {carried(sentences, "sentence")} a claim
        {headings.total > 0 ? ` · ${headings.covered} of ${counted(headings.total, "heading")}` : ""}
      </p>
      <div className={styles.tools}>
        <Checkbox
          label="Show them in the text"
          checked={isPainting}
          onCheckedChange={(isPaintingUncovered) => state.set({ isPaintingUncovered })}
        />
        <span className={styles.keys}>
          <Kbd keys="[" /> <Kbd keys="]" /> step
        </span>
      </div>
    </div>
  );
}

function Sentences({ coverage: { uncovered } }: { coverage: Coverage }) {
  const { index, article } = useWorkspace();
  const { selectInText } = useOutlineActions();
  const [current, setCurrent] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useMemo(() => uncovered.map(({ span }) => `${span.start}-${span.end}`), [uncovered]);
  const place = Math.min(current, keys.length - 1);
  const { virtual, moveTo, focusProps } = useVirtualRows({ scroller, keys, estimate: ROW, current: place });
  const onKeyDown = (event: KeyboardEvent) => {
    const to = destinations(place, keys.length - 1)[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setCurrent(to);
    moveTo(to);
  };
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul
        className={styles.list}
        aria-label="Sentences without a claim"
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={onKeyDown}
        {...focusProps}
      >
        {virtual.getVirtualItems().map(({ index: at, key, start }) => {
          const sentence = uncovered[at];
          return sentence ? (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={at}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={keys.length}
              aria-posinset={at + 1}
            >
              <button
                type="button"
                className={styles.sentence}
                data-heading={sentence.isHeading || undefined}
                tabIndex={at === place ? 0 : -1}
                lang={article.language ?? undefined}
                dir={article.direction ?? "auto"}
                onFocus={() => setCurrent(at)}
                onClick={() => selectInText(sentence.span)}
              >
                {sentence.isHeading ? <span className={styles.kind}>Heading</span> : null}
                <span className={styles.words}>{index.slice(sentence.span)}</span>
              </button>
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}

function destinations(at: number, last: number): Readonly<Record<string, number>> {
  return {
    ArrowDown: Math.min(last, at + 1),
    ArrowUp: Math.max(0, at - 1),
    j: Math.min(last, at + 1),
    k: Math.max(0, at - 1),
    Home: 0,
    End: last,
  };
}

function percent({ covered, total }: Share): number {
  // Rounded down: a hundred is said only where none is left.
  return Math.floor((100 * covered) / total);
}

function carried({ covered, total }: Share, noun: string): string {
  return `${covered} of ${counted(total, noun)} ${covered === 1 ? "carries" : "carry"}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
