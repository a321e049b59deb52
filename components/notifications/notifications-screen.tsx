"use client";
import { Bell } from "lucide-react";
import { useMembers } from "#components/comments/use-members.ts";
import { LinkButton } from "#components/layout/link-button.tsx";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LoadMore } from "#components/ui/load-more.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { usePages } from "#lib/client/use-pages.ts";
import type { NotificationsPage } from "#lib/contracts/notifications.ts";
import { NotificationRows } from "./notification-rows.tsx";
import { useReading } from "./use-reading.ts";

/** Everything one was told, newest first. */
export function NotificationsScreen({ workspace, page }: { workspace: string; page: NotificationsPage }) {
  const { rows, hasMore, isBusy, failure, loadMore } = usePages(
    page,
    `/workspaces/${workspace}/notifications`,
  );
  const { nameOf } = useMembers(workspace, "");
  const { read, readAll, asRead } = useReading(workspace);
  const items = asRead(rows);
  const hasUnread = items.some(({ readAt }) => readAt === null);
  return (
    <Page width="narrow">
      <PageHeader
        title="Notifications"
        actions={
          <>
            {hasUnread ? <Button onClick={() => void readAll(rows)}>Mark all as read</Button> : null}
            <LinkButton href={`/w/${workspace}/settings/notifications`} variant="quiet">
              E-mail settings
            </LinkButton>
          </>
        }
      />
      {items.length === 0 ? (
        <EmptyState icon={<Bell />} title="Nothing yet">
          You hear of it here when somebody mentions you, answers you, decides on a claim of yours, or gives
          you an article.
        </EmptyState>
      ) : (
        <>
          <NotificationRows workspace={workspace} items={items} nameOf={nameOf} onRead={read} />
          {failure ? (
            <Notice tone="danger" title="The rest could not be read">
              {failure.detail}
            </Notice>
          ) : null}
          <LoadMore
            shown={items.length}
            hasMore={hasMore}
            busy={isBusy}
            onLoadMore={() => void loadMore()}
            noun={items.length === 1 && !hasMore ? "notification" : "notifications"}
          />
        </>
      )}
    </Page>
  );
}
