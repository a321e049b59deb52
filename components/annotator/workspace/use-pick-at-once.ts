"use client";
import { useEffect, useRef } from "react";
import type { SelectionDetail } from "../surface/article-types.ts";
import { useActions } from "./use-actions.ts";
import { useWorkspace } from "./workspace-context.tsx";

/** After a finger's last change: time to pull the ends of what it selected. */
const FINGER_RESTS = 1_200;

/** Words picked by pointer are taken without a further key; those selected by keys wait for Enter. */
export function usePickAtOnce(): (selection: SelectionDetail | null) => void {
  const { ui } = useWorkspace();
  const { commitSelection } = useActions();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (selection) => {
    clearTimeout(timer.current);
    const { picking } = ui.get();
    if (!selection || !picking || selection.by === "keys") return;
    if (selection.by === "mouse") return commitSelection(selection.span);
    timer.current = setTimeout(() => {
      const now = ui.get();
      if (now.selection === selection && now.picking === picking) commitSelection(selection.span);
    }, FINGER_RESTS);
  };
}
