import { useEffect } from "react";
import { deferred } from "#components/ui/deferred.ts";
import { overlays } from "#components/ui/overlays.ts";

export const shellDialogs = deferred(() => import("./shell-dialogs.tsx"));

/** Fetches what a first press will need as soon as the page has nothing better to do. */
export function usePartsAtLeisure(): void {
  useEffect(() => {
    const ask = () => {
      overlays.ask();
      shellDialogs.ask();
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
