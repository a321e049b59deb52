"use client";
import Link from "next/link";
import { Avatar } from "#components/ui/avatar.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { queryString } from "#lib/client/api.ts";
import { usePages } from "#lib/client/use-pages.ts";
import type { ActivityItem, ActivityPage, ActivityQuery } from "#lib/contracts/activity.ts";
import styles from "./activity.module.css";
import { type Part, sentenceOf } from "./sentence.ts";

type Props = { workspace: string; userId: string; query: ActivityQuery; page: ActivityPage };

export function ActivityList({ workspace, userId, query, page }: Props) {
  const { after: _, ...asked } = query;
  const list = usePages<ActivityItem>(page, `/workspaces/${workspace}/activity${queryString(asked)}`);
  return (
    <>
      <ol className={styles.list} aria-label="What happened, newest first">
        {list.rows.map((item) => (
          <li key={item.id} className={styles.item}>
            <Avatar name={item.actor?.name ?? "Sourceline"} size={24} decorative />
            <p className={styles.sentence}>
              {sentenceOf(item, workspace, userId).map((part, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a sentence's parts have no other name, and stay in order
                <SentencePart key={at} part={part} />
              ))}
            </p>
            <span className={styles.when}>
              <RelativeTime at={item.at} />
            </span>
          </li>
        ))}
      </ol>
      {list.failure ? (
        <Notice tone="danger" title={list.failure.title} live>
          {list.failure.detail}
        </Notice>
      ) : null}
      <LoadMore
        shown={list.rows.length}
        hasMore={list.hasMore}
        busy={list.isBusy}
        onLoadMore={list.loadMore}
        noun={list.rows.length === 1 ? "entry" : "entries"}
      />
    </>
  );
}

function SentencePart({ part }: { part: Part }) {
  if (typeof part === "string") return part;
  return (
    <Link href={part.href} className={styles.title}>
      {part.words}
    </Link>
  );
}
