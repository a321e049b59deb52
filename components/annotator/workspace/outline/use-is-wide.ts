"use client";
import { useSyncExternalStore } from "react";

/** From here on list, text and claim stand beside one another; the style sheet of the columns has the same width. */
const WIDE = "(min-width: 100rem)";

export function useIsWide(): boolean {
  return useSyncExternalStore(
    follow,
    () => window.matchMedia(WIDE).matches,
    () => false,
  );
}

function follow(listener: () => void): () => void {
  const query = window.matchMedia(WIDE);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
