"use client";
import { useEffect } from "react";
import { isFiltering } from "#lib/client/workspace/filter.ts";
import { filterInAddress, withFilter } from "#lib/client/workspace/filter-address.ts";
import type { ValueStore } from "#lib/client/workspace/value-store.ts";
import type { OutlineState } from "./outline-state.ts";

/** Some browsers refuse an address that changes with every letter typed. */
const PAUSE = 300;

/** Takes the filter from the address the page came with, and writes it back as it changes, without a server's trip. */
export function useFilterInAddress(state: ValueStore<OutlineState>): void {
  useEffect(() => {
    const asked = filterInAddress(window.location.search);
    if (isFiltering(asked)) state.set({ filter: asked });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = () => {
      const next = withFilter(new URL(window.location.href), state.get().filter);
      if (next.href === window.location.href) return;
      // Next keeps its own state there; an address without it would be asked of the server.
      window.history.replaceState(window.history.state, "", next);
    };
    let written = state.get().filter;
    const stop = state.subscribe(() => {
      if (state.get().filter === written) return;
      written = state.get().filter;
      clearTimeout(timer);
      timer = setTimeout(write, PAUSE);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [state]);
}
