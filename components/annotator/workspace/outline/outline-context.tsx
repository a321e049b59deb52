"use client";
import {
  createContext,
  type ReactNode,
  useContext,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import type { Coverage } from "#lib/client/workspace/coverage.ts";
import {
  type ClaimFilter,
  ClaimReader,
  type FacetCounts,
  isFiltering,
} from "#lib/client/workspace/filter.ts";
import { LiveCoverage } from "#lib/client/workspace/live-coverage.ts";
import type { Row } from "#lib/client/workspace/order.ts";
import { ValueStore } from "#lib/client/workspace/value-store.ts";
import { useRows, useStatus, useWorkspace } from "../workspace-context.tsx";
import { initialOutline, type OutlineState } from "./outline-state.ts";
import { useFilterInAddress } from "./use-filter-in-address.ts";
import { useSentences } from "./use-sentences.ts";

/** What follows from the claims and what is asked of them; another object after every change of a claim. */
export type Outline = {
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
  /** Null until text and claims have been read. */
  readonly coverage: Coverage | null;
};

/** Always the same object: whoever needs no more is not drawn anew when a claim changes. */
export type OutlineStore = {
  readonly state: ValueStore<OutlineState>;
  /** The outline as it was last drawn. */
  readonly latest: () => Outline;
};

const StoreContext = createContext<OutlineStore | null>(null);
const OutlineContext = createContext<Outline | null>(null);

/** What list, text and keys share about the article's structure: worked out once for all of them. */
export function OutlineProvider({ children }: { children: ReactNode }) {
  const [state] = useState(() => new ValueStore(initialOutline));
  useFilterInAddress(state);
  const outline = useOutlineOf(state);
  const drawn = useRef(outline);
  useLayoutEffect(() => {
    drawn.current = outline;
  });
  const [store] = useState<OutlineStore>(() => ({ state, latest: () => drawn.current }));
  return (
    <StoreContext value={store}>
      <OutlineContext value={outline}>{children}</OutlineContext>
    </StoreContext>
  );
}

function useOutlineOf(state: ValueStore<OutlineState>): Outline {
  const { codebook, index } = useWorkspace();
  const rows = useRows();
  const asked = useSyncExternalStore(
    state.subscribe,
    () => state.get().filter,
    () => initialOutline.filter,
  );
  // Typing goes ahead of the list: with thousands of claims the list follows a moment later.
  const filter = useDeferredValue(asked);
  const reader = useMemo(() => new ClaimReader(codebook, index), [codebook, index]);
  const filtered = useMemo(
    () => (isFiltering(filter) ? reader.filter(claimsIn(rows), filter) : null),
    [reader, rows, filter],
  );
  const coverage = useCoverage();
  return useMemo(() => {
    const ids = filtered?.ids ?? null;
    const matching = ids ? rows.filter(({ claim }) => ids.has(claim.id)) : rows;
    const counts = () => (filtered ?? reader.filter(claimsIn(rows), filter)).counts;
    return { rows, matching, filter, ids, counts, coverage };
  }, [rows, reader, filter, filtered, coverage]);
}

const claimsIn = (rows: readonly Row[]) => rows.map(({ claim }) => claim);

export function useOutline(): Outline {
  const outline = useContext(OutlineContext);
  if (!outline) throw new Error("This component stands inside an OutlineProvider");
  return outline;
}

export function useOutlineStore(): OutlineStore {
  const store = useContext(StoreContext);
  if (!store) throw new Error("This component stands inside an OutlineProvider");
  return store;
}

/** A part of the outline's state; the selector must answer the same object for the same state. */
export function useOutlineState<T>(select: (state: OutlineState) => T): T {
  const { state } = useOutlineStore();
  return useSyncExternalStore(
    state.subscribe,
    () => select(state.get()),
    () => select(initialOutline),
  );
}

const never = () => () => undefined;
const nothing = () => null;

function useCoverage(): Coverage | null {
  const { index, store, places } = useWorkspace();
  const sentences = useSentences();
  const isLoaded = useStatus("loading") === "loaded";
  const [live, setLive] = useState<LiveCoverage | null>(null);
  useLayoutEffect(() => {
    if (!sentences || !isLoaded) return;
    // In a task of its own: reading it all the first time is work.
    const timer = setTimeout(() =>
      setLive(new LiveCoverage({ index, sentences }, store.claims, places, store.feed)),
    );
    return () => clearTimeout(timer);
  }, [index, sentences, isLoaded, store, places]);
  useLayoutEffect(() => () => live?.stop(), [live]);
  return useSyncExternalStore<Coverage | null>(live?.subscribe ?? never, live?.get ?? nothing, nothing);
}
