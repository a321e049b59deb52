"use client";
import { History } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { useTransition } from "react";
import { articlePath } from "#components/articles/paths.ts";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { queryString } from "#lib/client/api.ts";
import type { ActivityPage, ActivityQuery } from "#lib/contracts/activity.ts";
import styles from "./activity.module.css";
import { ActivityFilters } from "./activity-filters.tsx";
import { ActivityList } from "./activity-list.tsx";
import type { ActivityView } from "./activity-view.ts";

type Props = {
  workspace: string;
  userId: string;
  people: readonly { userId: string; name: string }[];
  view: ActivityView;
  query: ActivityQuery;
  page: ActivityPage;
  /** The one that the view is narrowed to. */
  article: { id: string; title: string } | null;
};

/** What happened, newest first. The address holds what is shown, so that it can be shared. */
export function ActivityScreen({ workspace, userId, people, view, query, page, article }: Props) {
  const router = useRouter();
  const path = usePathname();
  const [isPending, startTransition] = useTransition();
  const show = (next: ActivityView) =>
    startTransition(() => router.replace(path + queryString(next), { scroll: false }));
  const isNarrowed = Object.values(view).some((value) => value !== undefined);
  return (
    <Page width="narrow">
      <PageHeader
        title="Activity"
        eyebrow={article ? <Link href={articlePath(workspace, article.id)}>{article.title}</Link> : undefined}
      />
      <ActivityFilters
        {...{ view, people, userId, article }}
        onChange={(next) => show({ ...view, ...next })}
      />
      <div className={styles.results} data-pending={isPending || undefined} aria-busy={isPending}>
        {page.items.length === 0 ? (
          <EmptyState
            icon={<History />}
            title={isNarrowed ? "Nothing like this happened" : "Nothing has happened yet"}
            action={isNarrowed ? <Button onClick={() => show({})}>Show all</Button> : null}
          >
            {isNarrowed ? "Take away a filter to see more." : "What people do here is listed as they do it."}
          </EmptyState>
        ) : (
          <ActivityList key={JSON.stringify(query)} {...{ workspace, userId, query, page }} />
        )}
      </div>
    </Page>
  );
}
