"use client";
import {
  createContext,
  type ReactNode,
  useContext,
  useDeferredValue,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { type Coverage, coverageOf } from "#lib/client/workspace/coverage.ts";
import {
  type ClaimFilter,
  ClaimReader,
  type FacetCounts,
  isFiltering,
} from "#lib/client/workspace/filter.ts";
import type { Row } from "#lib/client/workspace/order.ts";
import { ValueStore } from "#lib/client/workspace/value-store.ts";
import { useRows, useSnapshot, useWorkspace } from "../workspace-context.tsx";
import { initialOutline, type OutlineState } from "./outline-state.ts";
import { useFilterInAddress } from "./use-filter-in-address.ts";
import { useSentences } from "./use-sentences.ts";

export type Outline = {
  readonly state: ValueStore<OutlineState>;
  /** All claims in reading order. */
  readonly rows: readonly Row[];
  /** Those that match; the same array while nothing is asked. */
  readonly matching: readonly Row[];
  /** What `matching` answers; while one types it is a moment behind the state's. */
  readonly filter: ClaimFilter;
  /** Ids of those that match, or null while nothing is asked. */
  readonly ids: ReadonlySet<string> | null;
  /** Counted when asked: with thousands of claims it is work, and the filter is seldom open. */
  readonly counts: () => FacetCounts;
  /** Null until the text has been read. */
  readonly coverage: Coverage | null;
};

const OutlineContext = createContext<Outline | null>(null);

/** What list, text and keys share about the article's structure: worked out once for all of them. */
export function OutlineProvider({ children }: { children: ReactNode }) {
  const { codebook, index } = useWorkspace();
  const [state] = useState(() => new ValueStore(initialOutline));
  useFilterInAddress(state);
  const rows = useRows();
  const { claims } = useSnapshot();
  const asked = useSyncExternalStore(
    state.subscribe,
    () => state.get().filter,
    () => initialOutline.filter,
  );
  // Typing goes ahead of the list: with thousands of claims the list follows a moment later.
  const filter = useDeferredValue(asked);
  const reader = useMemo(() => new ClaimReader(codebook, index), [codebook, index]);
  const filtered = useMemo(
    () => (isFiltering(filter) ? reader.filter(claims.values(), filter) : null),
    [reader, claims, filter],
  );
  const coverage = useCoverage();
  const outline = useMemo(() => {
    const ids = filtered?.ids ?? null;
    const matching = ids ? rows.filter(({ claim }) => ids.has(claim.id)) : rows;
    const counts = () => (filtered ?? reader.filter(claims.values(), filter)).counts;
    return { state, rows, matching, filter, ids, counts, coverage };
  }, [state, rows, claims, reader, filter, filtered, coverage]);
  return <OutlineContext value={outline}>{children}</OutlineContext>;
}

export function useOutline(): Outline {
  const outline = useContext(OutlineContext);
  if (!outline) throw new Error("This component stands inside an OutlineProvider");
  return outline;
}

/** A part of the outline's state; the selector must answer the same object for the same state. */
export function useOutlineState<T>(select: (state: OutlineState) => T): T {
  const { state } = useOutline();
  return useSyncExternalStore(
    state.subscribe,
    () => select(state.get()),
    () => select(initialOutline),
  );
}

function useCoverage(): Coverage | null {
  const { index } = useWorkspace();
  const sentences = useSentences();
  const claims = useDeferredValue(useSnapshot().claims);
  return useMemo(
    () => sentences && coverageOf(index, sentences, claims.values()),
    [index, sentences, claims],
  );
}
