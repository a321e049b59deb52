import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { derive } from "#components/annotator/workspace/derived.ts";
import { useWorkspaceHotkeys } from "#components/annotator/workspace/use-workspace-hotkeys.ts";
import {
  useActiveClaim,
  type Workspace,
  WorkspaceContext,
} from "#components/annotator/workspace/workspace-context.tsx";
import { initialUi, type UiState } from "#components/annotator/workspace/workspace-types.ts";
import { HotkeysProvider } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { ToastProvider } from "#components/ui/toast.tsx";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { ok } from "#core/result.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import type { ClaimApi } from "#lib/client/workspace/claim-api.ts";
import { ClaimStore } from "#lib/client/workspace/claim-store.ts";
import { SourceStore } from "#lib/client/workspace/source-store.ts";
import { ValueStore } from "#lib/client/workspace/value-store.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import type { Source } from "#lib/contracts/sources.ts";

export type Stage = {
  readonly workspace: Workspace;
  readonly store: ClaimStore;
  readonly ui: ValueStore<UiState>;
  /** What was said to those who listen, oldest first. */
  readonly heard: readonly string[];
  readonly leave: () => void;
};

/** A part of the workspace on a page of its own, over a server that has not answered yet. */
export async function stage(
  text: string,
  claims: readonly Claim[],
  sources: readonly Source[],
  show: (active: ClaimView | null) => ReactNode,
): Promise<Stage> {
  Reflect.set(globalThis, "IS_REACT_ACT_ENVIRONMENT", true);
  const heard: string[] = [];
  const store = new ClaimStore({
    api: holding(claims),
    articleId: "a1",
    layerId: "l1",
    me: "me",
    drafts: null,
  });
  await store.load();
  const ui = new ValueStore(initialUi(null));
  // Reason for `as`: the parts under test read nothing else of the workspace.
  const workspace = {
    store,
    ui,
    ...derive(store, sourceline1),
    sources: new SourceStore("w", "a1", sources),
    index: new CodePointIndex(text),
    codebook: sourceline1,
    switchedOff: new Set<string>(),
    canWrite: true,
    article: { id: "a1", version: { id: "v1", text } },
    me: { id: "me", name: "Me", role: "editor" },
    announce: (words: string) => heard.push(words),
  } as unknown as Workspace;
  const root = createRoot(document.body.appendChild(document.createElement("main")));
  act(() =>
    root.render(
      <HotkeysProvider>
        <ToastProvider>
          <WorkspaceContext value={workspace}>
            <Keys />
            <Shown show={show} />
          </WorkspaceContext>
        </ToastProvider>
      </HotkeysProvider>,
    ),
  );
  return { workspace, store, ui, heard, leave: () => leave(root) };
}

function leave(root: Root): void {
  act(() => root.unmount());
  document.body.replaceChildren();
}

function Keys() {
  useWorkspaceHotkeys();
  return null;
}

function Shown({ show }: { show: (active: ClaimView | null) => ReactNode }) {
  return show(useActiveClaim());
}

/** Has these claims and answers nothing else: what is shown at once is looked at, and nothing moves while it is. */
const holding = (claims: readonly Claim[]): ClaimApi => ({
  create: () => never(),
  change: () => never(),
  remove: () => never(),
  restore: () => never(),
  transition: () => never(),
  // Reason for `as`: the store reads nothing else of the article.
  read: async () => ok({ claims, lastActivityAt: "", eventNumber: 0, sources: [] }),
  claim: () => never(),
  activity: () => never(),
});

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** A source of the registry, named unless told otherwise. */
export function sourceOf(id: string, name: string, more: Partial<Source> = {}): Source {
  // Reason for `as`: what the screens do not read is left out.
  return {
    id,
    name,
    aliases: [],
    type: "person",
    identification: "named_person",
    articleId: null,
    mergedInto: null,
    revision: 1,
    ...more,
  } as Source;
}
