"use client";
import { useEffect, useRef } from "react";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import styles from "./text-pane.module.css";
import { useActions } from "./use-actions.ts";
import { usePlacement } from "./use-placement.ts";
import { useNames, useUi, useWorkspace } from "./workspace-context.tsx";

/** Where several claims lie under one click: which of them? Outermost first, as they lie. */
export function ClaimsHere() {
  const { ui, store, codebook } = useWorkspace();
  const { activate } = useActions();
  const names = useNames();
  const here = useUi((state) => state.here);
  const engine = useUi((state) => state.engine);
  const box = useRef<HTMLDivElement>(null);
  const place = usePlacement(engine, here?.span ?? null, box, here?.ids.length);
  const isPlaced = place !== null;
  useEffect(() => {
    if (isPlaced) box.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [isPlaced]);
  if (!here) return null;
  return (
    <div
      ref={box}
      className={styles.bar}
      style={place ? { left: place.left, top: place.top } : { visibility: "hidden" }}
    >
      <fieldset className={styles.here} aria-label="Claims here">
        <p className={styles.hereTitle}>{here.ids.length} claims here</p>
        {here.ids.map((id) => {
          const claim = store.get(id);
          if (!claim) return null;
          return (
            <button
              key={id}
              type="button"
              className={styles.hereItem}
              onClick={() => activate(id)}
              onPointerEnter={() => ui.set({ pointedAt: [id] })}
              onPointerLeave={() => ui.set({ pointedAt: [] })}
              onFocus={() => ui.set({ pointedAt: [id] })}
              onBlur={() => ui.set({ pointedAt: [] })}
            >
              <ProvenanceChip codebook={codebook} category={claim.provenance} />
              <span className={styles.hereWords}>{claim.statement || names.words(claim.spans)}</span>
            </button>
          );
        })}
      </fieldset>
    </div>
  );
}
