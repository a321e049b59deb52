"use client";
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { ApiFailure, ApiResult } from "#lib/client/api.ts";
import { mentionedIn, type Named } from "#lib/client/comments/mentions.ts";
import { LONGEST_COMMENT } from "#lib/contracts/comment-limit.ts";
import type { Comment } from "#lib/contracts/comments.ts";
import styles from "./comments.module.css";
import { useComments } from "./comments-context.tsx";
import { useDraft } from "./use-draft.ts";
import { useMentionList } from "./use-mention-list.ts";

export type Written = { readonly body: string; readonly mentions: readonly string[] };
export type BoxHandle = Pick<HTMLElement, "focus">;
type Props = {
  /** Names the place, so that what is typed there is found again after a reload. */
  draft: string;
  label: string;
  send: string;
  placeholder?: string;
  /** The words to change. */
  initial?: string;
  rows?: number;
  autoFocus?: boolean;
  onSend: (written: Written) => ApiResult<Comment>;
  onDone?: () => void;
  onCancel?: () => void;
  ref?: Ref<BoxHandle>;
};

/** Where a comment is written. `@` offers the workspace's people; Ctrl-Enter sends. */
export function CommentBox(props: Props) {
  const { label, send, placeholder, initial = "", rows = 2, onSend, onDone, onCancel, ref } = props;
  const { me, people, everybody, announce } = useComments();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useDraft(`${me} ${props.draft}`, initial);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const others = people.filter(({ userId }) => userId !== me);
  const list = useMentionList(area, others, setText);
  useImperativeHandle(ref, () => ({ focus: (options) => area.current?.focus(options) }));
  // Who changes a comment goes on where it ends.
  useEffect(() => {
    const field = area.current;
    if (field && field === document.activeElement)
      field.setSelectionRange(field.value.length, field.value.length);
  }, []);
  const submit = async () => {
    if (text.trim() === "" || busy) return;
    // The field says so by itself.
    if (text.length > LONGEST_COMMENT) return;
    setBusy(true);
    const spokenTo = mentionedIn(text, text.includes("@") ? await everybody() : []);
    const answer = await onSend({ body: text.trim(), mentions: spokenTo.map(({ userId }) => userId) });
    setBusy(false);
    if (!answer.ok) return setProblem(problemOf(answer.failure, spokenTo));
    setProblem(null);
    // The field may be gone by now; while it is there, it alone knows what was written during the sending.
    if (area.current && area.current.value !== text)
      return announce("Sent. What you wrote since is kept here.");
    setText(initial);
    onDone?.();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside, where they belong to its list
    <div
      className={styles.box}
      onKeyDown={(event) => {
        if (list.onKey(event)) return;
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          void submit();
        } else if (event.key === "Escape" && onCancel) {
          event.stopPropagation();
          onCancel();
        }
      }}
    >
      <TextArea
        ref={area}
        {...list.field}
        label={label}
        labelHidden
        rows={rows}
        maxLength={LONGEST_COMMENT}
        placeholder={placeholder ?? ""}
        value={text}
        autoFocus={props.autoFocus}
        {...(problem ? { error: problem } : {})}
        onChange={(event) => {
          setText(event.currentTarget.value);
          list.look();
        }}
        onSelect={list.look}
        onBlur={list.close}
      />
      <MentionList {...list} />
      {text.trim() === "" && !onCancel ? null : (
        <div className={styles.boxActions}>
          <Button
            size="sm"
            variant="primary"
            busy={busy}
            disabled={text.trim() === ""}
            onClick={() => void submit()}
          >
            {send}
          </Button>
          {onCancel ? (
            <Button size="sm" variant="quiet" onClick={onCancel}>
              Cancel
            </Button>
          ) : null}
        </div>
      )}
    </div>
  );
}

type ListProps = Pick<
  ReturnType<typeof useMentionList>,
  "offered" | "chosen" | "choose" | "listId" | "optionId"
>;

function MentionList({ offered, chosen, choose, listId, optionId }: ListProps) {
  const count = offered.length === 1 ? "1 person" : `${offered.length} people`;
  return (
    <>
      <VisuallyHidden role="status">
        {chosen ? `${count}. Arrow keys move, Enter takes ${chosen.name}.` : ""}
      </VisuallyHidden>
      {chosen ? (
        <div id={listId} role="listbox" aria-label="People to mention" className={styles.people}>
          {offered.map((person) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text field, as in every combobox
            // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the text field's
            <div
              key={person.userId}
              id={optionId(person)}
              role="option"
              aria-selected={person === chosen}
              className={styles.person}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(person)}
            >
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
    </>
  );
}

/** Not everybody can see every place: who cannot is named. */
function problemOf(failure: ApiFailure, spokenTo: readonly Named[]): string {
  const errors = "errors" in failure ? (failure.errors ?? []) : [];
  const unseen = errors.flatMap(({ pointer }) => {
    const place = /^\/mentions\/(\d+)$/u.exec(pointer)?.[1];
    return (place !== undefined && spokenTo[Number(place)]?.name) || [];
  });
  if (unseen.length > 0) {
    const who = new Intl.ListFormat("en").format(unseen);
    return `Not sent: ${who} cannot see what is said here, so would never hear of it. Take the @ out, then send again.`;
  }
  return `Not sent, and kept here: ${failure.detail ?? failure.title}`;
}
