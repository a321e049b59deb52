"use client";
import { useEffect } from "react";
import { useUi, useWorkspace } from "../workspace-context.tsx";
import { useOutline, useOutlineState } from "./outline-context.tsx";

/** Paints all claims, or only those that match, with the open one whatever it is. */
export function useShownClaims(): void {
  const { painted } = useWorkspace();
  const { ids } = useOutline();
  const isHiding = useOutlineState((state) => state.isHidingOthers);
  const shown = isHiding ? ids : null;
  const spared = useUi((state) => (shown ? state.activeId : null));
  useEffect(() => {
    painted.showOnly((id) => shown === null || shown.has(id) || id === spared);
  }, [painted, shown, spared]);
}
