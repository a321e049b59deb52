"use client";
import { useEffect, useRef } from "react";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { threadAtCaret } from "./comment-places.ts";
import { openComments } from "./use-actions.ts";
import { useWorkspace } from "./workspace-context.tsx";

/** The comment that the address names is shown once, when the page is opened. */
export function useAskedComment(): void {
  const workspace = useWorkspace();
  const wasAsked = useRef(false);
  useEffect(() => {
    const askedId = new URL(window.location.href).searchParams.get("comment");
    if (askedId === null || wasAsked.current) return;
    wasAsked.current = true;
    openComments(workspace, { askedId });
  }, [workspace]);
}

const group = "Comments";

/** `m` goes to what is said where one is; `Shift-M` to everything said, or to saying something of the selection. */
export function useCommentHotkeys(): void {
  const workspace = useWorkspace();
  const { ui, store, canWrite } = workspace;
  const here = (): unknown => {
    const thread = threadAtCaret(workspace);
    if (thread !== null) return openComments(workspace, { askedId: thread });
    const { activeId } = ui.get();
    if (activeId === null || !store.get(activeId)) return false;
    ui.set({ tab: "comments", comments: null, focus: { field: "comment" }, isSheetOpen: true });
    return true;
  };
  const all = () => openComments(workspace, { span: canWrite ? (ui.get().selection?.span ?? null) : null });
  useHotkeys([
    { id: "comment", keys: "m", label: "What is said of the claim, or at the caret", group, onPress: here },
    { id: "comments", keys: "Shift-M", label: "Comment on the selection; all comments", group, onPress: all },
  ]);
}
