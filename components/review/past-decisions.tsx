import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { rejectionReasons } from "#core/review/reasons.ts";
import type { Review } from "#lib/contracts/claims.ts";
import type { ReviewCase } from "#lib/contracts/review-case.ts";
import styles from "./aside.module.css";
import { differenceRows } from "./difference-rows.ts";
import { DifferenceList } from "./difference-view.tsx";
import type { Means } from "./means.ts";
import type { NameOf } from "./people.ts";

type Props = {
  case: ReviewCase;
  means: Means;
  nameOf: NameOf;
  userId: string;
  onRetract: (reviewId: string) => void;
};

const verbs = { approve: "approved", reject: "rejected", request_changes: "asked for changes" } as const;

/** Who decided what and why, the newest first; one's own last decision can be taken back from here. */
export function PastDecisions({ case: given, means, nameOf, userId, onRetract }: Props) {
  const { reviews, claim } = given;
  const standing = reviews.findLast(({ retractedAt }) => retractedAt === null);
  const mayRetract = standing?.reviewerId === userId && claim.actions.includes("review:retract");
  if (reviews.length === 0) return <p className={styles.none}>Nobody has decided on this claim before.</p>;
  return (
    <ol className={styles.entries}>
      {reviews.toReversed().map((review) => (
        <li
          key={review.id}
          data-decision={review.decision}
          data-retracted={review.retractedAt !== null || undefined}
        >
          <p className={styles.who}>
            <b>{nameOf(review.reviewerId)}</b> {verbs[review.decision]} <RelativeTime at={review.createdAt} />
          </p>
          <Why review={review} />
          <Proposed review={review} case={given} means={means} />
          {review.retractedAt !== null ? <p className={styles.none}>Taken back.</p> : null}
          {mayRetract && review.id === standing?.id ? (
            <Button size="sm" variant="quiet" onClick={() => onRetract(review.id)}>
              Take back
            </Button>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function Why({ review }: { review: Review }) {
  const label = rejectionReasons.find(({ id }) => id === review.reason)?.label ?? review.reason;
  return (
    <>
      {label && review.reason !== "other" ? <p>{label}.</p> : null}
      {review.comment ? <p className={styles.words}>{review.comment}</p> : null}
      <p className={styles.none}>Revision {review.revision}</p>
    </>
  );
}

function Proposed({
  review,
  case: { claim, reviewed },
  means,
}: { review: Review } & Pick<Props, "case" | "means">) {
  if (!review.proposal) return null;
  const base =
    review.revision === claim.revision
      ? claim
      : reviewed?.revision === review.revision
        ? reviewed.content
        : null;
  if (!base) return <p className={styles.words}>Proposed: {review.proposal.statement}</p>;
  return <DifferenceList rows={differenceRows(base, review.proposal, means)} label="Proposed revision" />;
}
