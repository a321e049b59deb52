"use client";
import { ArrowLeft } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useRef, useState, useTransition } from "react";
import { useCodebook } from "#components/codebook/codebook-context.tsx";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { Button } from "#components/ui/button.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import type { Codebook } from "#core/provenance/codebook.ts";
import { queryString } from "#lib/client/api.ts";
import type { ClaimsPage } from "#lib/contracts/claims.ts";
import type { ReviewCase } from "#lib/contracts/review-case.ts";
import type { Project, Workspace } from "#lib/contracts/workspaces.ts";
import { BulkApprove } from "./bulk-approve.tsx";
import { CaseView } from "./case-view.tsx";
import { EmptyQueue } from "./empty-queue.tsx";
import { namesOf, type Person } from "./people.ts";
import { QueueFilters } from "./queue-filters.tsx";
import { QueueList } from "./queue-list.tsx";
import styles from "./review-screen.module.css";
import { type ReviewView, searchOf } from "./review-view.ts";
import { useDecisions } from "./use-decisions.ts";
import { useQueue } from "./use-queue.ts";

export type ReviewScreenProps = {
  workspace: Workspace;
  project: Project;
  page: ClaimsPage;
  view: ReviewView;
  userId: string;
  people: readonly Person[];
  first: ReviewCase | null;
};

/** The review queue; another pile or filter is another address, and so begins anew. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { pile, author, provenance, article } = props.view;
  return <Review key={[props.project.id, pile, author, provenance, article].join(" ")} {...props} />;
}

function Review({ workspace, project, page, view, userId, people, first }: ReviewScreenProps) {
  const reader = { userId, role: workspace.role };
  const queue = useQueue({ workspace: workspace.slug, project: project.id, page, view, reader, first });
  const decisions = useDecisions(workspace.slug, queue);
  const [isReading, setReading] = useState(view.claim !== null);
  const router = useRouter();
  const path = usePathname();
  const [isPending, startTransition] = useTransition();
  const nameOf = namesOf(people, userId);
  const change = (next: Partial<ReviewView>) =>
    startTransition(() =>
      router.replace(path + queryString(searchOf({ ...view, ...next, claim: null }, reader.role)), {
        scroll: false,
      }),
    );
  useHotkeys([
    { id: "review-next", keys: "j", label: "Next claim", group: "Review", onPress: () => queue.step(1) },
    {
      id: "review-previous",
      keys: "k",
      label: "Previous claim",
      group: "Review",
      onPress: () => queue.step(-1),
    },
    {
      id: "review-undo",
      keys: "u",
      label: "Take back the last decision",
      group: "Review",
      onPress: () => void decisions.undo(),
    },
  ]);
  const middle = useTopOf(queue.openId);
  const common = { codebook: useCodebook(), nameOf };
  return (
    <div
      className={styles.screen}
      data-reading={(isReading && queue.openId !== null) || undefined}
      data-empty={queue.openId === null || undefined}
    >
      <section className={styles.side} aria-label="Review queue" aria-busy={isPending}>
        <header className={styles.head}>
          <h1>Review</h1>
          <p>{countWords(queue.rows.length, queue.hasMore)}</p>
        </header>
        <QueueFilters {...{ view, reader, people, onChange: change }} {...common} />
        <Pile
          {...{ queue, decisions, view }}
          {...common}
          onOpen={(id) => {
            queue.open(id);
            setReading(true);
          }}
        />
      </section>
      <div className={styles.middle} ref={middle}>
        <div className={styles.back}>
          <Button size="sm" variant="quiet" icon={<ArrowLeft />} onClick={() => setReading(false)}>
            Back to the queue
          </Button>
        </div>
        {queue.openId === null ? (
          <EmptyQueue
            view={view}
            articlesHref={`/w/${workspace.slug}/p/${project.slug}/articles`}
            isReviewOff={project.approvalsNeeded === 0 && view.pile === "awaiting"}
            onChange={change}
          />
        ) : (
          <Open {...{ queue, decisions, reader, workspace: workspace.slug }} {...common} />
        )}
      </div>
    </div>
  );
}

type Parts = {
  queue: ReturnType<typeof useQueue>;
  decisions: ReturnType<typeof useDecisions>;
  codebook: Codebook;
  nameOf: ReturnType<typeof namesOf>;
};

function Pile({
  queue,
  decisions,
  view,
  codebook,
  nameOf,
  onOpen,
}: Parts & { view: ReviewView; onOpen: (id: string) => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const opened = useRef(new Set<string>());
  useEffect(() => {
    if (queue.openId) opened.current.add(queue.openId);
  }, [queue.openId]);
  const picked = queue.rows.filter(({ id }) => chosen.has(id));
  const choose = (id: string, on: boolean) =>
    setChosen((held) => new Set(on ? [...held, id] : [...held].filter((one) => one !== id)));
  return (
    <>
      {picked.length > 0 ? (
        <BulkApprove
          rows={picked}
          read={opened.current}
          codebook={codebook}
          isSending={decisions.isSending}
          onClear={() => setChosen(new Set())}
          onApprove={() => decisions.approveAll(picked).then(() => setChosen(new Set()))}
        />
      ) : null}
      <div className={styles.list}>
        <QueueList
          {...{ codebook, nameOf, onOpen }}
          rows={queue.rows}
          openId={queue.openId}
          chosen={view.pile === "awaiting" ? chosen : null}
          showsState={view.pile !== "awaiting"}
          onChoose={choose}
        />
        {queue.hasMore ? (
          <LoadMore
            shown={queue.rows.length}
            hasMore
            busy={queue.isBusy}
            onLoadMore={() => void queue.loadMore()}
            noun="claims"
          />
        ) : null}
      </div>
    </>
  );
}

type OpenProps = Parts & { reader: Parameters<typeof CaseView>[0]["reader"]; workspace: string };

function Open({ queue, ...rest }: OpenProps) {
  const { read } = queue;
  if (read.case) return <CaseView case={read.case} {...rest} />;
  if (!read.failure) return <SkeletonLines lines={8} label="Reading the claim" />;
  return (
    <Notice
      tone="danger"
      live
      title={read.failure.status === 404 ? "This claim is not here" : "The claim could not be read"}
      action={
        <Button size="sm" onClick={read.reload}>
          Try again
        </Button>
      }
    >
      {read.failure.status === 404
        ? "It was removed, or you may not see it. Choose another from the queue."
        : read.failure.detail}
    </Notice>
  );
}

function countWords(count: number, hasMore: boolean): string {
  if (count === 0) return "Nothing here";
  return `${count}${hasMore ? " or more" : ""} ${count === 1 ? "claim" : "claims"}`;
}

/** The next claim begins at its beginning, wherever the last one was left. */
function useTopOf(id: string | null) {
  const element = useRef<HTMLDivElement>(null);
  const before = useRef(id);
  useEffect(() => {
    if (before.current !== id) {
      element.current?.scrollTo({ top: 0 });
      window.scrollTo({ top: 0 });
    }
    before.current = id;
  }, [id]);
  return element;
}
