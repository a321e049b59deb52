"use client";
import { type Ref, useMemo } from "react";
import { threadsOf } from "#lib/client/comments/threads.ts";
import { newId } from "#lib/client/workspace/new-id.ts";
import { type BoxHandle, CommentBox } from "./comment-box.tsx";
import styles from "./comments.module.css";
import { useComments } from "./comments-context.tsx";
import { ThreadList } from "./thread-list.tsx";
import { useSaid } from "./use-said.ts";

type Props = { claimId: string; askedId?: string | null; box?: Ref<BoxHandle> };

/** What people say about one claim; it stays with the claim, whatever becomes of its words. */
export function ClaimComments({ claimId, askedId = null, box }: Props) {
  const { store, canWrite, announce } = useComments();
  const said = useSaid(store);
  const threads = useMemo(
    () => threadsOf((said.items ?? []).filter((one) => one.claimId === claimId)),
    [said.items, claimId],
  );
  return (
    <div className={styles.place}>
      <ThreadList said={said} threads={threads} none="No comments yet." askedId={askedId} />
      {canWrite ? (
        <CommentBox
          ref={box ?? null}
          draft={`claim ${claimId}`}
          label="Comment"
          send="Comment"
          placeholder="Write a comment; @ mentions somebody"
          onSend={(written) => store.add({ id: newId(), ...written, claimId })}
          onDone={() => announce("Comment added.")}
        />
      ) : null}
    </div>
  );
}
