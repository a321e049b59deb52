"use client";
import { useRef, useState } from "react";
import { describeAssessment } from "#components/annotator/inspector/describe-assessment.ts";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { call } from "#lib/client/api.ts";
import { newId } from "#lib/client/workspace/new-id.ts";
import type { Comment } from "#lib/contracts/comments.ts";
import type { ReviewCase } from "#lib/contracts/review-case.ts";
import styles from "./aside.module.css";
import { checklistOf } from "./checklist.ts";
import type { Means } from "./means.ts";
import { PastDecisions } from "./past-decisions.tsx";
import type { NameOf } from "./people.ts";
import type { Reader } from "./review-view.ts";

type Props = {
  case: ReviewCase;
  means: Means;
  nameOf: NameOf;
  reader: Reader;
  workspace: string;
  onRetract: (reviewId: string) => void;
  onCommented: () => void;
};

/** What was said of the claim so far: decisions, judgements, comments; and a reading aid. */
export function CaseAside(props: Props) {
  const { case: given, means, nameOf, reader } = props;
  return (
    <aside className={styles.aside} aria-label="What was said of this claim">
      <Checklist case={given} means={means} />
      <section>
        <h3>Decisions</h3>
        <PastDecisions
          case={given}
          means={means}
          nameOf={nameOf}
          userId={reader.userId}
          onRetract={props.onRetract}
        />
      </section>
      <section>
        <h3>Assessments</h3>
        <Assessments case={given} nameOf={nameOf} />
      </section>
      <section>
        <h3>Comments</h3>
        <Comments {...props} />
      </section>
    </aside>
  );
}

function Checklist({ case: given, means }: Pick<Props, "case" | "means">) {
  const items = checklistOf(given, means.codebook);
  if (items.length === 0) return null;
  return (
    <details className={styles.checklist}>
      <summary>Unnamed source: what newsrooms ask</summary>
      <ul className={styles.questions}>
        {items.map(({ question, entered }) => (
          <li key={question}>
            {question}
            {entered ? <span>{entered}</span> : null}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Assessments({ case: { assessments }, nameOf }: Pick<Props, "case" | "nameOf">) {
  if (assessments.length === 0) return <p className={styles.none}>Nobody has assessed it.</p>;
  return (
    <ul className={styles.entries}>
      {assessments.map((given) => (
        <li key={given.userId}>
          <p className={styles.who}>
            <b>{nameOf(given.userId)}</b> <RelativeTime at={given.updatedAt} />
          </p>
          <p>{describeAssessment(given)}</p>
          {given.rationale ? <p className={styles.words}>{given.rationale}</p> : null}
        </li>
      ))}
    </ul>
  );
}

function Comments({ case: { comments, claim }, nameOf, reader, workspace, onCommented }: Props) {
  return (
    <>
      {comments.length === 0 ? <p className={styles.none}>No comments.</p> : null}
      <ol className={styles.entries}>
        {comments.map((comment) => (
          <li key={comment.id}>
            <p className={styles.who}>
              <b>{nameOf(comment.createdBy)}</b> <RelativeTime at={comment.createdAt} />
            </p>
            {comment.removedAt ? (
              <p className={styles.none}>Taken back.</p>
            ) : (
              <p className={styles.words}>{comment.body}</p>
            )}
          </li>
        ))}
      </ol>
      {reader.role === "viewer" ? null : (
        <CommentForm
          path={`/workspaces/${workspace}/claims/${claim.id}/comments`}
          onCommented={onCommented}
        />
      )}
    </>
  );
}

function CommentForm({ path, onCommented }: { path: string; onCommented: () => void }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  useHotkeys([
    {
      id: "review-comment",
      keys: "m",
      label: "Comment",
      group: "Review",
      onPress: () => area.current?.focus(),
    },
  ]);
  const send = async () => {
    if (body.trim() === "") return;
    setBusy(true);
    const answer = await call<Comment>("POST", path, { id: newId(), body: body.trim() });
    setBusy(false);
    if (!answer.ok) return setProblem(answer.failure.detail ?? answer.failure.title);
    setProblem(null);
    setBody("");
    onCommented();
  };
  return (
    <div className={styles.form}>
      <TextArea
        ref={area}
        label="Comment"
        labelHidden
        rows={1}
        placeholder="Write a comment"
        maxLength={10_000}
        value={body}
        {...(problem ? { error: `Not sent: ${problem}` } : {})}
        onChange={(event) => setBody(event.currentTarget.value)}
      />
      {body.trim() === "" ? null : (
        <Button size="sm" busy={isBusy} onClick={() => void send()}>
          Comment
        </Button>
      )}
    </div>
  );
}
