"use client";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { contentDiff } from "#core/attribution/difference.ts";
import { call } from "#lib/client/api.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import type { ClaimDetail, Review, Revision } from "#lib/contracts/claims.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import { describeValue, fieldNames } from "./describe-change.ts";
import { describeReview } from "./describe-review.ts";
import styles from "./inspector.module.css";
import { usePeople } from "./use-people.ts";
import { useResource } from "./use-resource.ts";

type Event = { at: string; who: string } & (
  | { revision: Revision; before: Revision | null }
  | { review: Review }
);

/** Every revision and decision, newest first, with what changed; any revision can be made the newest again. */
export function HistoryTab({ claim }: { claim: ClaimView }) {
  const { workspace, canWrite, store } = useWorkspace();
  const path = `/workspaces/${workspace}/claims/${claim.id}`;
  const key = `${claim.revision} ${claim.state}`;
  const revisions = useResource<{ items: readonly Revision[] }>(`${path}/revisions`, key);
  const reviews = useResource<{ items: readonly Review[] }>(`${path}/reviews`, key);
  const nameOf = usePeople();
  const failure = revisions.failure ?? reviews.failure;
  const restore = (revision: number) =>
    store.perform(claim.id, (current) =>
      call<ClaimDetail>("POST", `${path}/restore`, { revision }, { ifMatch: current }),
    );
  return (
    <div className={styles.tab}>
      {failure ? (
        <Notice
          tone="danger"
          title="The history could not be read"
          action={
            <Button
              size="sm"
              onClick={() => {
                revisions.reload();
                reviews.reload();
              }}
            >
              Try again
            </Button>
          }
        >
          {failure.detail}
        </Notice>
      ) : null}
      {!revisions.value && !failure ? <SkeletonLines /> : null}
      <ol className={styles.entries} aria-label="History, newest first">
        {eventsOf(revisions.value?.items ?? [], reviews.value?.items ?? []).map((event) => (
          <li key={"review" in event ? event.review.id : event.revision.revision} className={styles.entry}>
            <p className={styles.entryHead}>
              <b>{nameOf(event.who)}</b> <RelativeTime at={event.at} />
            </p>
            {"review" in event ? (
              <p>{describeReview(event.review)}</p>
            ) : (
              <RevisionEntry
                {...event}
                {...(canWrite && event.revision.revision !== claim.revision ? { onRestore: restore } : {})}
              />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function eventsOf(revisions: readonly Revision[], reviews: readonly Review[]): Event[] {
  const sorted = revisions.toSorted((one, other) => one.revision - other.revision);
  const changes = sorted.map(
    (revision, at): Event => ({
      at: revision.createdAt,
      who: revision.createdBy,
      revision,
      before: sorted[at - 1] ?? null,
    }),
  );
  const decisions = reviews.map(
    (review): Event => ({ at: review.createdAt, who: review.reviewerId, review }),
  );
  return [...changes, ...decisions].sort((one, other) =>
    one.at < other.at ? 1 : one.at > other.at ? -1 : 0,
  );
}

type EntryProps = { revision: Revision; before: Revision | null; onRestore?: (revision: number) => void };

function RevisionEntry({ revision, before, onRestore }: EntryProps) {
  const { index, codebook } = useWorkspace();
  const means = { index, codebook };
  return (
    <>
      <p>{before ? `Revision ${revision.revision}` : "Marked the claim"}</p>
      {before ? (
        <ul className={styles.diff}>
          {contentDiff(before.content, revision.content).map((change, at) =>
            change.field === "chain" ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: several links of one chain may change
              <li key={`chain ${at}`}>{linkWords(change)}</li>
            ) : (
              <li key={change.field}>
                {fieldNames[change.field]}:{" "}
                <del>{describeValue(change.field, change.before as never, means)}</del>{" "}
                <ins>{describeValue(change.field, change.after as never, means)}</ins>
              </li>
            ),
          )}
        </ul>
      ) : null}
      {onRestore ? (
        <div>
          <Button size="sm" variant="quiet" onClick={() => onRestore(revision.revision)}>
            Restore this revision
          </Button>
        </div>
      ) : null}
    </>
  );
}

type LinkChange = Extract<ReturnType<typeof contentDiff>[number], { field: "chain" }>;

function linkWords({ before, after, indexAfter, indexBefore, facets }: LinkChange): string {
  if (!before) return `link ${(indexAfter ?? 0) + 1} added`;
  if (!after) return `link ${(indexBefore ?? 0) + 1} removed`;
  return `link ${(indexAfter ?? 0) + 1} changed: ${facets.join(", ")}`;
}
