"use client";
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from "react";
import type { ChainNames } from "#core/attribution/sentence.ts";
import { type Codebook, categoryOf } from "#core/provenance/codebook.ts";
import type { CodePointIndex } from "#core/text/code-point-index.ts";
import type { CommentStore } from "#lib/client/comments/comment-store.ts";
import type { PeopleHere } from "#lib/client/live/people-here.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import type { ClaimStore } from "#lib/client/workspace/claim-store.ts";
import type { Entry } from "#lib/client/workspace/entry.ts";
import type { Row } from "#lib/client/workspace/order.ts";
import type { SourceStore } from "#lib/client/workspace/source-store.ts";
import { initialStatus, type Status } from "#lib/client/workspace/store-types.ts";
import type { ValueStore } from "#lib/client/workspace/value-store.ts";
import type { Derived } from "./derived.ts";
import type { UiState, WorkspaceProps } from "./workspace-types.ts";

/** What the shown claims were read at. */
export type Reading = {
  /** Of the workspace's newest event then; null until they are there. */
  readonly eventNumber: number | null;
};

export type Workspace = Omit<WorkspaceProps, "initialClaimId"> &
  Derived & {
    readonly store: ClaimStore;
    readonly sources: SourceStore;
    /** Everything said in the article. */
    readonly comments: CommentStore;
    readonly reading: ValueStore<Reading>;
    readonly here: PeopleHere;
    readonly ui: ValueStore<UiState>;
    readonly index: CodePointIndex;
    readonly codebook: Codebook;
    readonly switchedOff: ReadonlySet<string>;
    /** May mark and revise claims of the layer shown. */
    readonly canWrite: boolean;
    /** Read aloud by screen readers. */
    readonly announce: (words: string) => void;
  };

export const WorkspaceContext = createContext<Workspace | null>(null);

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error("This component stands inside an article workspace");
  return workspace;
}

/**
 * What the server writes, which has no claims yet. A part of the page that comes to life late must begin with it,
 * though the claims are there by then.
 */
const before = {
  rows: [] as readonly Row[],
  counts: {},
} as const;

/** Of the store as a whole: whether it is loaded and saved, what can be undone. */
export function useStatus<K extends keyof Status>(key: K): Status[K] {
  const { status } = useWorkspace().store;
  return useSyncExternalStore(
    status.subscribe,
    () => status.get()[key],
    () => initialStatus[key],
  );
}

/** One claim as it is shown; drawn again when it changes, and for no other. */
export function useClaim(id: string | null): ClaimView | null {
  const { store } = useWorkspace();
  const read = () => (id === null ? null : store.get(id));
  return useSyncExternalStore(useOneOf(id), read, () => null);
}

/** What is unsaved, refused or in conflict of one claim, and what may be done with it. */
export function useEntry(id: string): Entry | undefined {
  const { store } = useWorkspace();
  const read = () => store.entry(id);
  return useSyncExternalStore(useOneOf(id), read, () => undefined);
}

function useOneOf(id: string | null): (listener: () => void) => () => void {
  const { feed } = useWorkspace().store;
  return useCallback(
    (listener) => (id === null ? () => undefined : feed.subscribeTo(id, listener)),
    [feed, id],
  );
}

/** A part of what the person looks at; the selector must answer the same object for the same state. */
export function useUi<T>(select: (state: UiState) => T): T {
  const { ui } = useWorkspace();
  const read = () => select(ui.get());
  return useSyncExternalStore(ui.subscribe, read, read);
}

export function useSources() {
  const { sources } = useWorkspace();
  return useSyncExternalStore(sources.subscribe, sources.snapshot, sources.snapshot);
}

/** All claims in reading order; another list after every change of one. */
export function useRows(): readonly Row[] {
  const { rows } = useWorkspace();
  return useSyncExternalStore(rows.subscribe, rows.get, () => before.rows);
}

export function useTally<K extends "states" | "families">(key: K): ReturnType<Workspace[K]["get"]> {
  const tally = useWorkspace()[key];
  // Reason for `as`: of a union of stores TypeScript keeps only what all of them answer.
  return useSyncExternalStore<unknown>(tally.subscribe, tally.get, () => before.counts) as ReturnType<
    Workspace[K]["get"]
  >;
}

export function useActiveClaim(): ClaimView | null {
  return useClaim(useUi((state) => state.activeId));
}

/** How ids and spans become words on this screen. */
export function useNames(): ChainNames {
  const { index, codebook } = useWorkspace();
  const sources = useSources();
  return useMemo(
    () => ({
      source: (id) => sources.get(id)?.name ?? null,
      words: (spans) => spans.map((span) => index.slice(span)).join(" … "),
      category: (id) => categoryOf(codebook, id)?.label ?? id,
    }),
    [index, codebook, sources],
  );
}
