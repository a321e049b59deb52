"use client";
import { Suspense, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useCodebook } from "#components/codebook/codebook-context.tsx";
import { lazily } from "#components/ui/lazily.ts";
import { leisure } from "#components/ui/leisure.ts";
import { useToast } from "#components/ui/toast.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { Codebook } from "#core/provenance/codebook.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import { CommentStore } from "#lib/client/comments/comment-store.ts";
import { PeopleHere, sayTo } from "#lib/client/live/people-here.ts";
import { claimApi } from "#lib/client/workspace/claim-api.ts";
import { ClaimStore } from "#lib/client/workspace/claim-store.ts";
import { deviceDrafts } from "#lib/client/workspace/device-drafts.ts";
import { newId } from "#lib/client/workspace/new-id.ts";
import { SourceStore } from "#lib/client/workspace/source-store.ts";
import type { StoreNotice } from "#lib/client/workspace/store-types.ts";
import { ValueStore } from "#lib/client/workspace/value-store.ts";
import styles from "./article-workspace.module.css";
import { derive } from "./workspace/derived.ts";
import { OutlineProvider } from "./workspace/outline/outline-context.tsx";
import { useOutlineHotkeys } from "./workspace/outline/use-outline-hotkeys.ts";
import { useShownClaims } from "./workspace/outline/use-shown-claims.ts";
import { useUncoveredPaint } from "./workspace/outline/use-uncovered-paint.ts";
import { ListPane, SidePane } from "./workspace/side-pane.tsx";
import { TextPane } from "./workspace/text-pane.tsx";
import { scrollTo } from "./workspace/use-actions.ts";
import { useAskedComment, useCommentHotkeys } from "./workspace/use-comment-hotkeys.ts";
import { useSpanHotkeys } from "./workspace/use-span-hotkeys.ts";
import { useWorkspaceHotkeys } from "./workspace/use-workspace-hotkeys.ts";
import {
  type Reading,
  useWorkspace,
  type Workspace,
  WorkspaceContext,
} from "./workspace/workspace-context.tsx";
import { ArticleHead, WorkspaceBar } from "./workspace/workspace-header.tsx";
import { initialUi, type WorkspaceProps } from "./workspace/workspace-types.ts";

// Nothing of it shows before a key asks for it.
const Tagging = lazily(async () => {
  await leisure();
  return (await import("./tagging/tagging.tsx")).Tagging;
});

// What others do after the page was made is told from there on, whenever it is listened for.
const Live = lazily(async () => {
  await leisure();
  return (await import("./live/live.tsx")).Live;
});

/** The heart: an article, the claims in it, and how it knows each of them. */
export function ArticleWorkspace(props: WorkspaceProps) {
  const [spoken] = useState(() => new ValueStore({ words: "" }));
  const workspace = useWorkspaceOf(props, spoken);
  return (
    <WorkspaceContext value={workspace}>
      <OutlineProvider>
        <Keys />
        <Arrival />
        <Suspense>
          <Live />
        </Suspense>
        <div className={styles.workspace}>
          <WorkspaceBar />
          <div className={styles.columns}>
            <ListPane />
            <div className={styles.text}>
              <ArticleHead />
              <TextPane />
            </div>
            <SidePane />
          </div>
          <Suspense>
            <Tagging />
          </Suspense>
        </div>
      </OutlineProvider>
      <Spoken spoken={spoken} />
    </WorkspaceContext>
  );
}

function useWorkspaceOf(props: WorkspaceProps, spoken: Words): Workspace {
  const { article, me, project, workspace } = props;
  const { notify } = useToast();
  const codebook = useCodebook();
  const onNotice = useCallback(
    (notice: StoreNotice) =>
      notify({ title: notice.title, description: notice.detail ?? "", tone: notice.tone }),
    [notify],
  );
  const [made] = useState(() => storesOf(props, codebook, onNotice));
  const index = useMemo(() => new CodePointIndex(article.version.text), [article.version.text]);
  // What was released stays as its editors left it, and nobody begins alone any more.
  const isReleased = article.layers.some((layer) => layer.kind === "editor" && layer.isReleased);
  const canWrite = me.role !== "viewer" && article.trashedAt === null && !isReleased;
  return useMemo(
    () => ({
      ...made,
      workspace,
      project,
      article,
      me,
      index,
      codebook,
      switchedOff: new Set(project.disabledCategories),
      canWrite,
      announce: (words: string) => spoken.set({ words }),
    }),
    [made, workspace, project, article, me, index, codebook, canWrite, spoken],
  );
}

type Words = ValueStore<{ readonly words: string }>;

/** By itself, so that what is said draws nothing else anew. */
function Spoken({ spoken }: { spoken: Words }) {
  const words = useSyncExternalStore(
    spoken.subscribe,
    () => spoken.get().words,
    () => "",
  );
  return <VisuallyHidden role="status">{words}</VisuallyHidden>;
}

/** The claims come after the text, by a request of their own: text that is to be read waits for nothing. */
function storesOf(props: WorkspaceProps, codebook: Codebook, onNotice: (notice: StoreNotice) => void) {
  const { article, me, workspace, initialClaimId } = props;
  const sources = new SourceStore(workspace, article.id, []);
  const reading = new ValueStore<Reading>({ eventNumber: null });
  const store = new ClaimStore({
    api: claimApi(workspace, article.id, me.id),
    articleId: article.id,
    layerId: ownLayer(props)?.id ?? null,
    me: me.id,
    onNotice,
    onRead: ({ sources: found, eventNumber }) => {
      sources.add(found);
      reading.set({ eventNumber });
    },
    drafts: deviceDrafts(me.id, article.id),
  });
  const place = { articleId: article.id, length: article.version.length };
  const here = new PeopleHere(place, newId(), sayTo(workspace, article.id));
  const ui = new ValueStore(initialUi(initialClaimId));
  const comments = new CommentStore(workspace, { articleId: article.id });
  return { store, sources, comments, reading, here, ui, ...derive(store, codebook) };
}

/** The shared layer, or in a blind project one's own; null before the first claim makes it. */
function ownLayer({ article, me }: WorkspaceProps) {
  return (
    article.layers.find(({ kind }) => kind === "shared") ??
    article.layers.find(({ ownerId }) => ownerId === me.id) ??
    null
  );
}

function Keys() {
  useWorkspaceHotkeys();
  useSpanHotkeys();
  useCommentHotkeys();
  useAskedComment();
  useOutlineHotkeys();
  useUncoveredPaint();
  useShownClaims();
  return null;
}

/** Fetches the claims, brings the one of the address into view, and keeps up with network, person and colleagues. */
function Arrival() {
  const workspace = useWorkspace();
  const { ui, store } = workspace;
  // Props that come anew from the server are no reason to load anew: the stores stay the same.
  const latest = useRef(workspace);
  latest.current = workspace;
  useEffect(() => {
    const stop = new AbortController();
    const go = () => {
      const { activeId, engine } = ui.get();
      if (stopGoing.length === 0 || !engine || store.status.get().loading !== "loaded") return;
      for (const end of stopGoing.splice(0)) end();
      if (activeId !== null) scrollTo(latest.current, activeId);
    };
    const stopGoing = [ui.subscribe(go), store.status.subscribe(go)];
    void store.load();
    const back = () => void store.resume().then(() => store.refresh());
    window.addEventListener("focus", back, { signal: stop.signal });
    window.addEventListener("online", back, { signal: stop.signal });
    window.addEventListener("pagehide", commitTyped, { signal: stop.signal });
    document.addEventListener("visibilitychange", commitTyped, { signal: stop.signal });
    window.addEventListener(
      "beforeunload",
      (event) => {
        commitTyped();
        if (store.wouldLose()) event.preventDefault();
      },
      { signal: stop.signal },
    );
    return () => {
      for (const end of stopGoing) end();
      stop.abort();
    };
  }, [ui, store]);
  return null;
}

/** What is being typed is given to the store when its field is left; a page that goes away leaves it, too. */
function commitTyped(): void {
  const { activeElement } = document;
  if (activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement) {
    activeElement.blur();
  }
}
