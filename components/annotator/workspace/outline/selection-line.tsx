"use client";
import { useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { useRows, useUi, useWorkspace } from "../workspace-context.tsx";
import { useOutline, useOutlineStore } from "./outline-context.tsx";
import styles from "./selection-line.module.css";

/** How many claims are chosen, those the filter keeps out of sight among them. */
export function SelectionLine() {
  const { ui, store } = useWorkspace();
  const { state } = useOutlineStore();
  const { ids, matching } = useOutline();
  const rows = useRows();
  const chosen = useUi(({ selectedIds }) => selectedIds);
  // What has been removed meanwhile cannot be acted on.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are other claims in the store
  const selected = useMemo(() => chosen.filter((id) => store.get(id)), [chosen, store, rows]);
  const shown = useMemo(() => (ids ? selected.filter((id) => ids.has(id)) : selected), [ids, selected]);
  if (selected.length === 0) return null;
  const hidden = selected.length - shown.length;
  const choose = (selectedIds: readonly string[]) => ui.set({ selectedIds });
  const rest = matching.length - shown.length;
  return (
    <div className={styles.line}>
      <p>
        <b>{selected.length} selected</b>
        {hidden > 0 ? `, ${hidden} of them not shown` : ""}
      </p>
      <div className={styles.tools}>
        {hidden > 0 ? (
          <Button size="sm" variant="quiet" onClick={() => choose(shown)}>
            Keep shown
          </Button>
        ) : null}
        {rest > 0 ? (
          <Button
            size="sm"
            variant="quiet"
            onClick={() => choose([...new Set([...selected, ...matching.map(({ claim }) => claim.id)])])}
          >
            Select all {matching.length}
          </Button>
        ) : null}
        <Button
          size="sm"
          variant="quiet"
          onClick={() => {
            state.set({ anchor: null, drawn: null });
            choose([]);
          }}
        >
          Clear
        </Button>
      </div>
    </div>
  );
}
