"use client";
import { useEffect } from "react";
import { useWorkspace } from "../workspace/workspace-context.tsx";

/** Knows whether keys are meant for one claim or for several: for whichever was opened or chosen last. */
export function useChoosing(): void {
  const { ui } = useWorkspace();
  useEffect(() => {
    let { selectedIds, activeId } = ui.get();
    return ui.subscribe(() => {
      const now = ui.get();
      const isChosen = now.selectedIds !== selectedIds;
      const isMoved = now.activeId !== activeId;
      ({ selectedIds, activeId } = now);
      if (isChosen || (isMoved && activeId === null)) ui.set({ isChoosing: selectedIds.length > 1 });
      else if (isMoved) ui.set({ isChoosing: false });
    });
  }, [ui]);
}
