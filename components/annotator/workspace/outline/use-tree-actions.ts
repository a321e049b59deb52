"use client";
import { useMemo } from "react";
import { withRange, withToggled } from "#lib/client/workspace/selected.ts";
import type { TreeRow } from "#lib/client/workspace/tree.ts";
import { useWorkspace } from "../workspace-context.tsx";
import { useOutlineStore } from "./outline-context.tsx";
import { useOutlineActions } from "./use-outline-actions.ts";

export type TreeActions = ReturnType<typeof useTreeActions>;

/** What a person can do with the rows of the list; rows are named by their place. */
export function useTreeActions(rows: readonly TreeRow[], current: number, moveTo: (at: number) => void) {
  const { ui, announce } = useWorkspace();
  const { state, latest } = useOutlineStore();
  const { open } = useOutlineActions();
  return useMemo(() => {
    const idAt = (at: number) => rows[at]?.claim.id;
    const go = (at: number) => {
      const id = idAt(at);
      if (id === undefined) return;
      state.set({ current: id });
      moveTo(at);
    };
    const select = (selectedIds: readonly string[]) => {
      ui.set({ selectedIds });
      announce(selectedIds.length === 1 ? "1 claim selected." : `${selectedIds.length} claims selected.`);
    };
    return {
      go,
      open: (at: number) => {
        const id = idAt(at);
        if (id === undefined) return;
        state.set({ anchor: id, drawn: null, hadFocus: true });
        open(id);
      },
      fold: (at: number) => {
        const row = rows[at];
        if (!row || row.children === 0) return;
        const collapsed = new Set(state.get().collapsed);
        if (!collapsed.delete(row.claim.id)) collapsed.add(row.claim.id);
        state.set({ collapsed, current: row.claim.id });
      },
      toggle: (at: number) => {
        const id = idAt(at);
        if (id === undefined) return;
        state.set({ anchor: id, drawn: id, current: id });
        select(withToggled(ui.get().selectedIds, id));
      },
      /** The range from where it began to this row, which by keys takes the focus with it. */
      extend: (at: number, byKeys: boolean) => {
        const id = idAt(at);
        if (id === undefined) return;
        const { anchor, drawn } = state.get();
        const from = anchor ?? idAt(current) ?? id;
        const shown = rows.map(({ claim }) => claim.id);
        select(withRange(ui.get().selectedIds, shown, from, drawn, id));
        state.set({ anchor: from, drawn: id });
        if (byKeys) go(at);
        else state.set({ current: id });
      },
      /** All that match, folded away or not. */
      selectAll: () =>
        select([...new Set([...ui.get().selectedIds, ...latest().matching.map(({ claim }) => claim.id)])]),
      selectNone: () => {
        if (ui.get().selectedIds.length === 0) return false;
        state.set({ anchor: null, drawn: null });
        select([]);
        return true;
      },
    };
  }, [rows, current, moveTo, ui, announce, state, latest, open]);
}
