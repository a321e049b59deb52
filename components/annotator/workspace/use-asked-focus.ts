"use client";
import { useEffect, useRef } from "react";
import { useUi, useWorkspace } from "./workspace-context.tsx";
import type { AskedField } from "./workspace-types.ts";

/** Takes the focus when this field is asked for. The request waits for a field that is still being fetched. */
export function useAskedFocus(
  field: AskedField,
  find: () => Pick<HTMLElement, "focus"> | null | undefined,
): void {
  const { ui } = useWorkspace();
  const asked = useUi((state) => state.focus);
  const latest = useRef(find);
  latest.current = find;
  useEffect(() => {
    const element = asked?.field === field ? latest.current() : null;
    if (!element) return;
    // The statement is at the top of its pane: scrolling to it would move the text beside it.
    element.focus({ preventScroll: field === "statement" });
    // Served once: a field that comes again later takes the focus from nobody.
    ui.set({ focus: null });
  }, [asked, field, ui]);
}
