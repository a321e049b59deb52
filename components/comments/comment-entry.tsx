"use client";
import { Ellipsis, History, Pencil, Undo2 } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Comment } from "#lib/contracts/comments.ts";
import { CommentBox } from "./comment-box.tsx";
import { CommentHistory } from "./comment-history.tsx";
import { CommentWords } from "./comment-words.tsx";
import styles from "./comments.module.css";
import { useComments } from "./comments-context.tsx";

/** One comment: who, when, what; its own writer may change it or take it back. */
export function CommentEntry({ comment }: { comment: Comment }) {
  const { store, me, canWrite, nameOf, announce } = useComments();
  const [mode, setMode] = useState<"read" | "edit" | "history">("read");
  const isOwn = canWrite && comment.createdBy === me && comment.removedAt === null;
  const name = nameOf(comment.createdBy);
  const read = () => setMode("read");
  return (
    <div className={styles.comment} data-comment={comment.id}>
      <p className={styles.head}>
        <b>{name}</b> <RelativeTime at={comment.createdAt} />
        {comment.editedAt && comment.removedAt === null ? (
          <button
            type="button"
            className={styles.edited}
            aria-expanded={mode === "history"}
            onClick={() => setMode(mode === "history" ? "read" : "history")}
          >
            edited
          </button>
        ) : null}
        {isOwn && mode !== "edit" ? (
          <OwnActions comment={comment} onEdit={() => setMode("edit")} onHistory={() => setMode("history")} />
        ) : null}
      </p>
      {comment.removedAt ? (
        <p className={styles.none}>Taken back by {name === "You" ? "you" : name}.</p>
      ) : null}
      {mode === "edit" ? (
        <CommentBox
          draft={`edit ${comment.id} ${comment.updatedAt}`}
          label="Change the comment"
          send="Save"
          initial={comment.body}
          autoFocus
          onSend={(written) => store.edit(comment.id, { ...written, mentions: [...written.mentions] })}
          onDone={() => {
            announce("Comment changed.");
            read();
          }}
          onCancel={read}
        />
      ) : comment.removedAt ? null : (
        <CommentWords body={comment.body} mentions={comment.mentions} />
      )}
      {mode === "history" ? <CommentHistory comment={comment} onClose={read} /> : null}
    </div>
  );
}

type OwnProps = { comment: Comment; onEdit: () => void; onHistory: () => void };

function OwnActions({ comment, onEdit, onHistory }: OwnProps) {
  const { store, announce } = useComments();
  const { notify } = useToast();
  const [asks, setAsks] = useState(false);
  const takeBack = async () => {
    const answer = await store.remove(comment.id);
    if (answer.ok) announce("Comment taken back.");
    else notify({ title: "Not taken back", description: answer.failure.detail ?? "", tone: "danger" });
  };
  return (
    <span className={styles.own}>
      <Menu align="end" trigger={<IconButton size="sm" icon={<Ellipsis />} label="Your comment" />}>
        <MenuItem icon={<Pencil />} onSelect={onEdit}>
          Change
        </MenuItem>
        {comment.editedAt ? (
          <MenuItem icon={<History />} onSelect={onHistory}>
            What it said before
          </MenuItem>
        ) : null}
        <MenuItem icon={<Undo2 />} danger onSelect={() => setAsks(true)}>
          Take back
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={asks}
        onOpenChange={setAsks}
        title="Take this comment back?"
        description="Nobody reads its words any more but you and the workspace's admins. Answers to it stay. This cannot be undone."
        confirmLabel="Take back"
        danger
        onConfirm={takeBack}
      />
    </span>
  );
}
