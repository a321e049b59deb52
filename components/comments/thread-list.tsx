"use client";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { Said } from "#lib/client/comments/comment-store.ts";
import type { Thread } from "#lib/client/comments/threads.ts";
import styles from "./comments.module.css";
import { useComments } from "./comments-context.tsx";
import { ThreadView } from "./thread-view.tsx";

type Props = {
  said: Said;
  threads: readonly Thread[];
  none: ReactNode;
  placeOf?: (thread: Thread) => ReactNode;
  askedId?: string | null;
};

export function ThreadList({ said, threads, none, placeOf, askedId = null }: Props) {
  const { store } = useComments();
  const { items, failure } = said;
  return (
    <>
      {failure ? (
        <Notice
          tone="danger"
          title="Comments could not be read"
          action={
            <Button size="sm" onClick={() => void store.load()}>
              Try again
            </Button>
          }
        >
          {failure.detail}
        </Notice>
      ) : null}
      {!items && !failure ? <SkeletonLines /> : null}
      {threads.length > 0 ? (
        <ol className={styles.threads} aria-label="Comments">
          {threads.map((thread) => (
            <ThreadView
              key={thread.id}
              thread={thread}
              place={placeOf?.(thread)}
              isAsked={thread.id === askedId || thread.answers.some(({ id }) => id === askedId)}
            />
          ))}
        </ol>
      ) : null}
      {items && threads.length === 0 ? <p className={styles.none}>{none}</p> : null}
    </>
  );
}
