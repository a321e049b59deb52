"use client";
import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { CommentHistory as Answer, Comment } from "#lib/contracts/comments.ts";
import styles from "./comments.module.css";
import { useComments } from "./comments-context.tsx";

/** What a comment said before each change, newest first. */
export function CommentHistory({ comment, onClose }: { comment: Comment; onClose: () => void }) {
  const { store } = useComments();
  const [items, setItems] = useState<Answer["items"] | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const path = store.historyPath(comment.id);
  const { updatedAt } = comment;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change adds to the history
  useEffect(() => {
    const stop = new AbortController();
    void call<Answer>("GET", path, undefined, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      setFailure(answer.ok ? null : answer.failure);
      if (answer.ok) setItems(answer.value.items);
    });
    return () => stop.abort();
  }, [path, updatedAt]);
  return (
    <section className={styles.history} aria-label="What the comment said before">
      {failure ? <p role="alert">{failure.detail ?? failure.title}</p> : null}
      {!items && !failure ? <SkeletonLines lines={2} /> : null}
      {items?.toReversed().map(({ body, replacedAt }) => (
        <div key={replacedAt}>
          <p className={styles.head}>
            until <RelativeTime at={replacedAt} />
          </p>
          <p className={styles.words} dir="auto">
            {body}
          </p>
        </div>
      ))}
      <Button size="sm" variant="quiet" onClick={onClose}>
        Close
      </Button>
    </section>
  );
}
