"use client";
import { Archive } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { KeptExport } from "#lib/contracts/exports.ts";
import type { Named } from "./choices.ts";
import styles from "./kept.module.css";
import { KeptRow, type Reader } from "./kept-row.tsx";
import type { NamesFor } from "./request-words.ts";
import type { Kept } from "./use-kept.ts";

type Props = {
  /** Slug. */
  workspace: string;
  reader: Reader;
  names: NamesFor;
  kept: Kept;
  onSince: (request: KeptExport["request"], since: Named) => void;
  onNew: () => void;
};

export function KeptList({ workspace, reader, names, kept, onSince, onNew }: Props) {
  const { rows, hasMore, isBusy, failure, loadMore, put, keepAgain } = kept;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<Archive />}
        title="Nothing is kept yet"
        action={<Button onClick={onNew}>New export</Button>}
      >
        A kept export can be downloaded again, handed on by a link, verified years later, and followed by one
        of only what changed since.
      </EmptyState>
    );
  }
  return (
    <>
      <ul className={styles.list} aria-label="Kept exports">
        {rows.map((one) => (
          <KeptRow
            key={one.id}
            {...{ workspace, reader, names, one, onSince }}
            onChange={put}
            onAgain={keepAgain}
          />
        ))}
      </ul>
      {failure ? <Notice tone="danger" title={failure.title} live /> : null}
      <LoadMore
        shown={rows.length}
        hasMore={hasMore}
        busy={isBusy}
        onLoadMore={loadMore}
        noun={rows.length === 1 ? "kept export" : "kept exports"}
      />
    </>
  );
}
