"use client";
import { Button } from "./button.tsx";
import styles from "./load-more.module.css";

export type LoadMoreProps = {
  shown: number;
  /** Leave off where counting would cost more than it tells. */
  total?: number;
  hasMore: boolean;
  busy?: boolean;
  onLoadMore: () => void;
  /** Plural noun of what is listed. */
  noun: string;
};

const count = new Intl.NumberFormat("en");

export function LoadMore({ shown, total, hasMore, busy = false, onLoadMore, noun }: LoadMoreProps) {
  const of = total === undefined ? "" : ` of ${count.format(total)}`;
  return (
    <div className={styles.more}>
      <p role="status" className={styles.count}>{`${count.format(shown)}${of} ${noun}`}</p>
      {hasMore ? (
        <Button size="sm" busy={busy} onClick={onLoadMore}>
          Load more
        </Button>
      ) : null}
    </div>
  );
}
