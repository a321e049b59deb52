"use client";
import { Check } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Adjudication } from "#lib/contracts/adjudication.ts";
import styles from "./adjudication.module.css";
import { differenceWords, outcomeWords } from "./words.ts";

type Props = { state: Adjudication; order: readonly number[]; at: number; onOpen: (at: number) => void };

/** Every unit: what differs first, what all agree on folded away. */
export function UnitList({ state, order, at, onOpen }: Props) {
  const differing = order.filter((place) => (state.units[place]?.differs.length ?? 0) > 0);
  const agreed = order.filter((place) => state.units[place]?.differs.length === 0);
  const row = (place: number) => (
    <UnitRow key={place} state={state} place={place} isOpen={place === at} onOpen={onOpen} />
  );
  return (
    <nav className={styles.list} aria-label="Units">
      <ol>{differing.map(row)}</ol>
      {agreed.length > 0 ? (
        <details open={agreed.includes(at) || differing.length === 0}>
          <summary>{agreed.length === 1 ? "One agreed" : `${agreed.length} agreed`}</summary>
          <ol>{agreed.map(row)}</ol>
        </details>
      ) : null}
    </nav>
  );
}

type RowProps = { state: Adjudication; place: number; isOpen: boolean; onOpen: (at: number) => void };

function UnitRow({ state, place, isOpen, onOpen }: RowProps) {
  const unit = state.units[place];
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) element.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  if (!unit) return null;
  const { decision, differs } = unit;
  return (
    <li>
      <button
        ref={element}
        type="button"
        className={styles.row}
        aria-current={isOpen ? "true" : undefined}
        onClick={() => onOpen(place)}
      >
        <span className={styles.words}>{state.passages[place]?.text}</span>
        <span className={styles.quiet}>
          {decision ? (
            <>
              <Check aria-hidden="true" /> {outcomeWords[decision.outcome]}
              {decision.isChangedSince ? ", changed since" : ""}
            </>
          ) : differs.length > 0 ? (
            differs.map((name) => differenceWords[name]).join(", ")
          ) : (
            "agreed"
          )}
        </span>
      </button>
    </li>
  );
}
