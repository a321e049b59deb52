"use client";
import { useRef, useState } from "react";
import { describeAssessment } from "#components/annotator/inspector/describe-assessment.ts";
import { ClaimComments } from "#components/comments/claim-comments.tsx";
import type { BoxHandle } from "#components/comments/comment-box.tsx";
import { CommentsProvider } from "#components/comments/comments-provider.tsx";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { CommentStore } from "#lib/client/comments/comment-store.ts";
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

function Comments({ case: { article, claim, comments }, reader, workspace }: Props) {
  const [store] = useState(
    () => new CommentStore(workspace, { articleId: article.id, claimId: claim.id }, comments),
  );
  const box = useRef<BoxHandle>(null);
  useHotkeys([
    {
      id: "review-comment",
      keys: "m",
      label: "Comment",
      group: "Review",
      onPress: () => box.current?.focus(),
    },
  ]);
  return (
    <CommentsProvider
      store={store}
      workspace={workspace}
      me={reader.userId}
      canWrite={reader.role !== "viewer"}
    >
      <ClaimComments claimId={claim.id} box={box} />
    </CommentsProvider>
  );
}
