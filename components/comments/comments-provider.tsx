"use client";
import { type ReactNode, useMemo, useState } from "react";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { CommentStore } from "#lib/client/comments/comment-store.ts";
import { CommentsContext } from "./comments-context.tsx";
import { useMembers } from "./use-members.ts";

type Props = {
  store: CommentStore;
  /** Slug or id. */
  workspace: string;
  me: string;
  canWrite: boolean;
  children: ReactNode;
};

/** Around a place where comments are read and written: whose they are, and who hears what became of them. */
export function CommentsProvider({ store, workspace, me, canWrite, children }: Props) {
  const { people, everybody, nameOf } = useMembers(workspace, me);
  const [spoken, announce] = useState("");
  const setting = useMemo(
    () => ({ store, me, canWrite, people, everybody, nameOf, announce }),
    [store, me, canWrite, people, everybody, nameOf],
  );
  return (
    <CommentsContext value={setting}>
      {children}
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
    </CommentsContext>
  );
}
