"use client";
import { Check, CornerDownRight, RotateCcw } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { useToast } from "#components/ui/toast.tsx";
import type { Thread } from "#lib/client/comments/threads.ts";
import { newId } from "#lib/client/workspace/new-id.ts";
import { CommentBox } from "./comment-box.tsx";
import { CommentEntry } from "./comment-entry.tsx";
import styles from "./comments.module.css";
import { useComments } from "./comments-context.tsx";

type Props = {
  thread: Thread;
  /** What it is about, where that is not plain from where it stands. */
  place?: ReactNode;
  /** It was asked for: shown open, and set apart. */
  isAsked?: boolean;
};

/** A first comment, its answers, and what can be done with the whole; a resolved one is folded to a line. */
export function ThreadView({ thread, place, isAsked = false }: Props) {
  const [isOpen, setOpen] = useState(isAsked);
  const fold = useRef<HTMLButtonElement>(null);
  const isJustResolved = useRef(false);
  const { first, isResolved } = thread;
  const { nameOf } = useComments();
  const isFolded = isResolved && !isOpen;
  useEffect(() => {
    if (isAsked) setOpen(true);
  }, [isAsked]);
  // The button that resolved it is gone: the focus goes to what stands in its place.
  useEffect(() => {
    if (isFolded && isJustResolved.current) fold.current?.focus();
    isJustResolved.current = false;
  }, [isFolded]);
  const onResolved = () => {
    isJustResolved.current = true;
    setOpen(false);
  };
  return (
    <li
      className={styles.thread}
      data-thread={thread.id}
      data-resolved={isResolved || undefined}
      data-asked={isAsked || undefined}
    >
      {place}
      {isResolved ? (
        <button
          ref={fold}
          type="button"
          className={styles.fold}
          aria-expanded={!isFolded}
          onClick={() => setOpen(isFolded)}
        >
          <Check aria-hidden="true" />
          <span className={styles.foldWords}>{first.removedAt ? "Taken back" : first.body}</span>
          <span className={styles.foldEnd}>
            {first.resolvedBy ? `resolved by ${lower(nameOf(first.resolvedBy))} ` : "resolved "}
            {first.resolvedAt ? <RelativeTime at={first.resolvedAt} /> : null}
          </span>
        </button>
      ) : null}
      {isFolded ? null : <OpenThread thread={thread} onResolved={onResolved} />}
    </li>
  );
}

function OpenThread({ thread, onResolved }: { thread: Thread; onResolved: () => void }) {
  const { store, canWrite, announce } = useComments();
  const [answers, setAnswers] = useState(false);
  const { first } = thread;
  return (
    <>
      <CommentEntry comment={first} />
      {thread.answers.length > 0 ? (
        <ol className={styles.answers} aria-label="Answers">
          {thread.answers.map((answer) => (
            <li key={answer.id}>
              <CommentEntry comment={answer} />
            </li>
          ))}
        </ol>
      ) : null}
      {answers ? (
        <CommentBox
          draft={`answer ${thread.id}`}
          label="Answer"
          send="Answer"
          autoFocus
          onSend={(written) =>
            store.add({ id: newId(), ...written, parentId: thread.id, claimId: first.claimId })
          }
          onDone={() => {
            announce("Answer added.");
            setAnswers(false);
          }}
          onCancel={() => setAnswers(false)}
        />
      ) : canWrite ? (
        <ThreadActions thread={thread} onAnswer={() => setAnswers(true)} onResolved={onResolved} />
      ) : null}
    </>
  );
}

type ActionProps = { thread: Thread; onAnswer: () => void; onResolved: () => void };

function ThreadActions({ thread: { first, isResolved }, onAnswer, onResolved }: ActionProps) {
  const { store, announce } = useComments();
  const { notify } = useToast();
  const [busy, setBusy] = useState(false);
  const isTakenBack = first.removedAt !== null;
  const settle = async () => {
    setBusy(true);
    const answer = await store.edit(first.id, { resolved: !isResolved });
    setBusy(false);
    if (!answer.ok)
      return notify({
        title: "The thread is as it was",
        description: answer.failure.detail ?? "",
        tone: "danger",
      });
    announce(isResolved ? "Thread opened again." : "Thread resolved.");
    if (!isResolved) onResolved();
  };
  return (
    <div className={styles.threadActions}>
      <Button size="sm" variant="quiet" icon={<CornerDownRight />} onClick={onAnswer}>
        Answer
      </Button>
      {isTakenBack ? null : (
        <Button
          size="sm"
          variant="quiet"
          busy={busy}
          icon={isResolved ? <RotateCcw /> : <Check />}
          onClick={() => void settle()}
        >
          {isResolved ? "Open again" : "Resolve"}
        </Button>
      )}
    </div>
  );
}

const lower = (name: string) => (name === "You" ? "you" : name);
