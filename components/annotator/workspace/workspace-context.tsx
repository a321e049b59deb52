"use client";
import { createContext, useContext, useMemo, useSyncExternalStore } from "react";
import type { ChainNames } from "#core/attribution/sentence.ts";
import { type Codebook, categoryOf } from "#core/provenance/codebook.ts";
import type { CodePointIndex } from "#core/text/code-point-index.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import type { ClaimStore } from "#lib/client/workspace/claim-store.ts";
import { type Row, rowsOf } from "#lib/client/workspace/order.ts";
import type { SourceStore } from "#lib/client/workspace/source-store.ts";
import type { Snapshot } from "#lib/client/workspace/store-types.ts";
import type { ValueStore } from "#lib/client/workspace/value-store.ts";
import type { UiState, WorkspaceProps } from "./workspace-types.ts";

export type Workspace = Omit<WorkspaceProps, "initialClaimId"> & {
  readonly store: ClaimStore;
  readonly sources: SourceStore;
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

export function useSnapshot(): Snapshot {
  const { store } = useWorkspace();
  return useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
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

export function useRows(): readonly Row[] {
  const { claims } = useSnapshot();
  return useMemo(() => rowsOf(claims.values()), [claims]);
}

export function useActiveClaim(): ClaimView | null {
  const activeId = useUi((state) => state.activeId);
  const { claims } = useSnapshot();
  return activeId === null ? null : (claims.get(activeId) ?? null);
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
