"use client";
import { useMemo } from "react";
import { Button } from "#components/ui/button.tsx";
import { useSnapshot, useUi, useWorkspace } from "../workspace-context.tsx";
import { useOutline } from "./outline-context.tsx";
import styles from "./selection-line.module.css";

/** How many claims are chosen, those the filter keeps out of sight among them. */
export function SelectionLine() {
  const { ui } = useWorkspace();
  const { ids, matching, state } = useOutline();
  const { claims } = useSnapshot();
  const chosen = useUi(({ selectedIds }) => selectedIds);
  // What has been removed meanwhile cannot be acted on.
  const selected = useMemo(() => chosen.filter((id) => claims.has(id)), [chosen, claims]);
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
