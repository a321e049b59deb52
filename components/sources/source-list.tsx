"use client";
import { BookMarked, SearchX } from "lucide-react";
import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { queryString } from "#lib/client/api.ts";
import { usePages } from "#lib/client/use-pages.ts";
import type { SourceRow, SourcesPage, SourcesQuery } from "#lib/contracts/sources.ts";
import { identificationLabel, typeLabel } from "./labels.ts";
import { sourcePath } from "./paths.ts";
import styles from "./sources.module.css";

type Props = { workspace: string; page: SourcesPage; view: SourcesQuery; onReset: () => void };

export function SourceList({ workspace, page, view, onReset }: Props) {
  const { after: _, ...asked } = view;
  const list = usePages<SourceRow>(page, `/workspaces/${workspace}/sources${queryString(asked)}`);
  return (
    <>
      <Table
        caption="Sources"
        columns={columnsOf(workspace)}
        rows={list.rows}
        rowKey={({ id }) => id}
        empty={<NoSources isFiltered={Boolean(view.q || view.type)} onReset={onReset} />}
      />
      {list.failure ? (
        <Notice tone="danger" title={list.failure.title} live>
          {list.failure.detail}
        </Notice>
      ) : null}
      {list.rows.length > 0 ? (
        <LoadMore
          shown={list.rows.length}
          hasMore={list.hasMore}
          busy={list.isBusy}
          onLoadMore={list.loadMore}
          noun={list.rows.length === 1 ? "source" : "sources"}
        />
      ) : null}
    </>
  );
}

function columnsOf(workspace: string): Column<SourceRow>[] {
  return [
    {
      id: "name",
      header: "Source",
      cell: (row) => (
        <div className={styles.headline}>
          <Link href={sourcePath(workspace, row.id)} className={styles.name} dir="auto">
            {row.name}
          </Link>
          {row.roleTitle || row.aliases.length > 0 ? (
            <p className={styles.quiet}>{[row.roleTitle, ...row.aliases].filter(Boolean).join(" · ")}</p>
          ) : null}
        </div>
      ),
    },
    { id: "type", header: "Type", width: "11rem", cardLabel: "Type", cell: (row) => typeLabel(row.type) },
    {
      id: "identification",
      header: "How it is named",
      width: "12rem",
      cell: (row) => <span className={styles.quiet}>{identificationLabel(row.identification)}</span>,
    },
    {
      id: "claims",
      header: "Claims",
      cardLabel: "Claims",
      align: "end",
      width: "5rem",
      cell: (row) => row.claimCount,
    },
    {
      id: "articles",
      header: "Articles",
      cardLabel: "Articles",
      align: "end",
      width: "5rem",
      cell: (row) => row.articleCount,
    },
  ];
}

function NoSources({ isFiltered, onReset }: { isFiltered: boolean; onReset: () => void }) {
  return isFiltered ? (
    <EmptyState
      icon={<SearchX />}
      title="Nothing matches"
      action={<Button onClick={onReset}>Show all</Button>}
    >
      No source of this type has these words in its name or aliases.
    </EmptyState>
  ) : (
    <EmptyState icon={<BookMarked />} title="No sources yet">
      Sources are entered while claims are marked: open an article and draw the chain of a claim.
    </EmptyState>
  );
}
