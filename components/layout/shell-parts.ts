import { useEffect } from "react";
import { deferred } from "#components/ui/deferred.ts";
import { menuParts } from "#components/ui/menu.tsx";
import { toastLayer } from "#components/ui/toast.tsx";
import { tooltipLayer } from "#components/ui/tooltip.tsx";

export const palette = deferred(() => import("./shell-palette.tsx"));
export const keyboardHelp = deferred(() => import("./hotkeys/shortcuts-dialog.tsx"));

/** Fetches what a first press will need as soon as the page has nothing better to do. */
export function usePartsAtLeisure(): void {
  useEffect(() => {
    const ask = () => {
      for (const part of [menuParts, tooltipLayer, toastLayer, palette, keyboardHelp]) part.ask();
    };
    // Not every browser that is supported tells when it is idle.
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(ask, 1_500);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(ask, { timeout: 5_000 });
    return () => cancelIdleCallback(handle);
  }, []);
}
