"use client";
import { createContext, useContext } from "react";
import type { CommentStore } from "#lib/client/comments/comment-store.ts";
import type { Named } from "#lib/client/comments/mentions.ts";

/** What every part of a list of comments needs to know. */
export type CommentsSetting = {
  readonly store: CommentStore;
  readonly me: string;
  readonly canWrite: boolean;
  /** As far as they are known yet. */
  readonly people: readonly Named[];
  readonly everybody: () => Promise<readonly Named[]>;
  readonly nameOf: (id: string) => string;
  /** Read aloud by screen readers. */
  readonly announce: (words: string) => void;
};

export const CommentsContext = createContext<CommentsSetting | null>(null);

export function useComments(): CommentsSetting {
  const setting = useContext(CommentsContext);
  if (!setting) throw new Error("This component stands inside comments");
  return setting;
}
