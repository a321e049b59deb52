"use client";
import { useEffect } from "react";
import { fieldAround } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import type { AskedField } from "../workspace/workspace-types.ts";

const typedInto: ReadonlySet<AskedField> = new Set(["statement", "source", "comment", "flag"]);
/** A field that has not come by then will not come; the keys are the workspace's again. */
const PATIENCE = 3_000;

/**
 * Keeps what is typed while the field that was asked for is still on its way, and gives it to the field: hands are
 * faster than a page, and a name's first letters must not be taken for commands.
 */
export function useTypedAhead(): void {
  const { ui } = useWorkspace();
  useEffect(() => {
    let typed = "";
    let asked = ui.get().focus;
    let since = performance.now();
    const isAwaited = () =>
      asked !== null && typedInto.has(asked.field) && performance.now() - since < PATIENCE;
    const press = (event: KeyboardEvent) => {
      // Who types into another field meanwhile means that one.
      if (!isAwaited() || fieldAround(event.target)) return;
      if (event.ctrlKey || event.altKey || event.metaKey || [...event.key].length !== 1) return;
      typed += event.key;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const stop = ui.subscribe(() => {
      const { focus } = ui.get();
      if (focus === asked) return;
      const isAskedAgain = focus?.field === asked?.field && isAwaited();
      asked = focus;
      since = performance.now();
      // The one way that a field hears of as if it had been typed, and that its own undo knows of.
      if (focus === null && typed && fieldAround(document.activeElement)) {
        document.execCommand("insertText", false, typed);
      }
      if (!isAskedAgain) typed = "";
    });
    document.addEventListener("keydown", press, true);
    return () => {
      stop();
      document.removeEventListener("keydown", press, true);
    };
  }, [ui]);
}
