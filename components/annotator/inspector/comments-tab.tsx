"use client";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { call } from "#lib/client/api.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { newId } from "#lib/client/workspace/new-id.ts";
import type { Comment } from "#lib/contracts/comments.ts";
import { useAskedFocus } from "../workspace/use-asked-focus.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./inspector.module.css";
import { usePeople } from "./use-people.ts";
import { useResource } from "./use-resource.ts";

type Comments = { items: readonly Comment[] };

/** What people say about the claim; it stays with the claim, whatever becomes of its words. */
export function CommentsTab({ claim }: { claim: ClaimView }) {
  const { workspace, me } = useWorkspace();
  const path = `/workspaces/${workspace}/claims/${claim.id}/comments`;
  const comments = useResource<Comments>(path);
  const nameOf = usePeople();
  const items = comments.value?.items ?? [];
  return (
    <div className={styles.tab}>
      {comments.failure ? (
        <Notice
          tone="danger"
          title="Comments could not be read"
          action={
            <Button size="sm" onClick={comments.reload}>
              Try again
            </Button>
          }
        >
          {comments.failure.detail}
        </Notice>
      ) : null}
      {!comments.value && !comments.failure ? <SkeletonLines /> : null}
      <ol className={styles.entries} aria-label="Comments">
        {items.map((comment) => (
          <li key={comment.id} className={styles.entry}>
            <p className={styles.entryHead}>
              <b>{nameOf(comment.createdBy)}</b> <RelativeTime at={comment.createdAt} />
            </p>
            <p className={styles.entryBody}>{comment.body}</p>
          </li>
        ))}
      </ol>
      {comments.value && items.length === 0 ? <p className={styles.none}>No comments yet.</p> : null}
      {me.role === "viewer" ? null : (
        <CommentForm path={path} onAdded={(comment) => comments.set({ items: [...items, comment] })} />
      )}
    </div>
  );
}

function CommentForm({ path, onAdded }: { path: string; onAdded: (comment: Comment) => void }) {
  const { announce } = useWorkspace();
  const area = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useAskedFocus("comment", () => area.current);
  const send = async () => {
    setBusy(true);
    const result = await call<Comment>("POST", path, { id: newId(), body: body.trim() });
    setBusy(false);
    if (!result.ok) return setProblem(result.failure.detail ?? result.failure.title);
    setProblem(null);
    setBody("");
    announce("Comment added.");
    onAdded(result.value);
  };
  return (
    <div className={styles.form}>
      <TextArea
        ref={area}
        label="Comment"
        labelHidden
        rows={2}
        maxLength={10_000}
        placeholder="Write a comment"
        value={body}
        {...(problem ? { error: `Not sent: ${problem}` } : {})}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      <div>
        <Button size="sm" busy={busy} disabled={body.trim() === ""} onClick={send}>
          Comment
        </Button>
      </div>
    </div>
  );
}
