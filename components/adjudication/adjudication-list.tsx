"use client";
import { Scale } from "lucide-react";
import Link from "next/link";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { namesOf, type Person } from "#components/review/people.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table } from "#components/ui/table.tsx";
import type { ToAdjudicate } from "#lib/contracts/adjudication.ts";
import styles from "./adjudication.module.css";

type Props = {
  workspace: string;
  userId: string;
  people: readonly Person[];
  items: readonly ToAdjudicate[];
  isBlind: boolean;
};

/** Articles whose coders differ, for somebody who has not coded them to settle. */
export function AdjudicationList({ workspace, userId, people, items, isBlind }: Props) {
  const nameOf = namesOf(people, userId);
  const columns = [
    {
      id: "article",
      header: "Article",
      cell: ({ articleId, title, coders }: ToAdjudicate) => (
        <span className={styles.what}>
          <Link href={`/w/${workspace}/articles/${articleId}/adjudication`}>{title}</Link>
          <span className={styles.quiet}>{coders.map(nameOf).join(", ")}</span>
        </span>
      ),
    },
    {
      id: "progress",
      header: "Claims settled",
      cardLabel: "Claims settled",
      width: "14rem",
      cell: ({ claims, decided, title }: ToAdjudicate) => (
        <span className={styles.progress}>
          <progress value={decided} max={Math.max(1, claims)} aria-label={`Settled of ${title}`} />
          {claims > 0 && decided >= claims ? "Done" : `${decided} of ${claims}`}
        </span>
      ),
    },
    {
      id: "last",
      header: "Last settled",
      cardLabel: "Last settled",
      width: "9rem",
      cell: ({ lastAt }: ToAdjudicate) =>
        lastAt ? <RelativeTime at={lastAt} /> : <span className={styles.quiet}>Not begun</span>,
    },
  ];
  const empty = (
    <EmptyState
      icon={<Scale />}
      title={isBlind ? "Nothing waits to be settled" : "There is nothing to settle here"}
    >
      {isBlind
        ? "Articles come here when two people have finished them and an admin has released their layers. Those that you coded yourself are settled by somebody else."
        : "In a shared project everybody works in one layer. Adjudication is for blind projects, where each person has a layer of their own."}
    </EmptyState>
  );
  return (
    <Page>
      <PageHeader
        title="Adjudication"
        description="What people who coded the same article blind differ in, settled by somebody who did not."
      />
      <Table
        caption="Articles to adjudicate"
        columns={columns}
        rows={items}
        rowKey={({ articleId }) => articleId}
        empty={empty}
      />
    </Page>
  );
}
