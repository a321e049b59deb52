"use client";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useToast } from "#components/ui/toast.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import { claimApi } from "#lib/client/workspace/claim-api.ts";
import { ClaimStore } from "#lib/client/workspace/claim-store.ts";
import { SourceStore } from "#lib/client/workspace/source-store.ts";
import type { Keep } from "#lib/client/workspace/unsaved.ts";
import { ValueStore } from "#lib/client/workspace/value-store.ts";
import styles from "./article-workspace.module.css";
import { SidePane } from "./workspace/side-pane.tsx";
import { TextPane } from "./workspace/text-pane.tsx";
import { scrollTo } from "./workspace/use-actions.ts";
import { useSpanHotkeys } from "./workspace/use-span-hotkeys.ts";
import { useWorkspaceHotkeys } from "./workspace/use-workspace-hotkeys.ts";
import { useWorkspace, type Workspace, WorkspaceContext } from "./workspace/workspace-context.tsx";
import { ArticleHead, WorkspaceBar } from "./workspace/workspace-header.tsx";
import { initialUi, type WorkspaceProps } from "./workspace/workspace-types.ts";

/** The heart: an article, the claims in it, and how it knows each of them. */
export function ArticleWorkspace(props: WorkspaceProps) {
  const [spoken, setSpoken] = useState("");
  const workspace = useWorkspaceOf(props, setSpoken);
  return (
    <WorkspaceContext value={workspace}>
      <Keys />
      <Arrival />
      <div className={styles.workspace}>
        <WorkspaceBar />
        <div className={styles.columns}>
          <div className={styles.text}>
            <ArticleHead />
            <TextPane />
          </div>
          <SidePane />
        </div>
      </div>
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
    </WorkspaceContext>
  );
}

function useWorkspaceOf(props: WorkspaceProps, announce: (words: string) => void): Workspace {
  const { article, me, project, workspace, initialClaimId } = props;
  const { notify } = useToast();
  const onNotice = useCallback(
    (notice: { title: string; detail?: string; tone: "info" | "danger" }) =>
      notify({ title: notice.title, description: notice.detail ?? "", tone: notice.tone }),
    [notify],
  );
  const layer = ownLayer(props);
  const [made] = useState(() => ({
    store: new ClaimStore(
      {
        api: claimApi(workspace, article.id),
        articleId: article.id,
        layerId: layer?.id ?? null,
        me: me.id,
        onNotice,
        keep: keepOf(`${me.id} ${article.id}`),
      },
      article.claims ?? [],
    ),
    sources: new SourceStore(workspace, article.id, article.sources ?? []),
    ui: new ValueStore(initialUi(initialClaimId)),
  }));
  const index = useMemo(() => new CodePointIndex(article.version.text), [article.version.text]);
  const canWrite = me.role !== "viewer" && article.trashedAt === null;
  return useMemo(
    () => ({
      ...made,
      workspace,
      project,
      article,
      me,
      index,
      codebook: sourceline1,
      switchedOff: new Set(project.disabledCategories),
      canWrite,
      announce,
    }),
    [made, workspace, project, article, me, index, canWrite, announce],
  );
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
  return null;
}

/** Brings the claim of the address into view, and fetches what changed while the page was not looked at. */
function Arrival() {
  const workspace = useWorkspace();
  useEffect(() => {
    const { ui, store } = workspace;
    const go = () => {
      const { activeId, engine } = ui.get();
      if (!engine) return;
      stop();
      if (activeId !== null) scrollTo(workspace, activeId);
    };
    const stop = ui.subscribe(go);
    const look = () => document.visibilityState === "visible" && void store.refresh();
    const online = () => store.retry();
    store.recover();
    window.addEventListener("focus", look);
    window.addEventListener("online", online);
    return () => {
      stop();
      window.removeEventListener("focus", look);
      window.removeEventListener("online", online);
    };
  }, [workspace]);
  return null;
}

/** What is not saved outlives a reload; where the browser keeps nothing for pages, it lives as long as the page. */
function keepOf(key: string): Keep {
  const name = `sl-unsaved ${key}`;
  const attempt = <T,>(run: () => T): T | null => {
    try {
      return run();
    } catch {
      return null;
    }
  };
  return {
    read: () => attempt(() => window.localStorage.getItem(name)),
    write: (text) =>
      void attempt(() =>
        text === null ? window.localStorage.removeItem(name) : window.localStorage.setItem(name, text),
      ),
  };
}
