import { useEffect } from "react";
import { deferred } from "#components/ui/deferred.ts";
import { leisure } from "#components/ui/leisure.ts";
import { overlays } from "#components/ui/overlays.ts";

export const shellDialogs = deferred(() => import("./shell-dialogs.tsx"));

/** Fetches what a first press will need as soon as the page has nothing better to do. */
export function usePartsAtLeisure(): void {
  useEffect(() => {
    void leisure().then(() => {
      overlays.ask();
      shellDialogs.ask();
    });
  }, []);
}
