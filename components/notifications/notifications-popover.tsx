"use client";
import Link from "next/link";
import { useEffect, useState } from "react";
import { useMembers } from "#components/comments/use-members.ts";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { SkeletonLines } from "#components/ui/skeleton.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { Notification, NotificationsPage } from "#lib/contracts/notifications.ts";
import { NotificationRows } from "./notification-rows.tsx";
import styles from "./notifications.module.css";
import { useReading } from "./use-reading.ts";
import { tellUnread, unreadTurn } from "./use-unread.ts";

type Props = {
  /** Slug. */
  workspace: string;
  anchor: Element;
  open: boolean;
  unread: number;
  onOpenChange: (open: boolean) => void;
};

const NEWEST = 8;

/** The newest of what one was told and has not read; where nothing is left to read, the newest of all. */
export function NotificationsPopover({ workspace, anchor, open, unread, onOpenChange }: Props) {
  const [items, setItems] = useState<readonly Notification[] | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const { nameOf } = useMembers(workspace, "");
  const { read, readAll, asRead } = useReading(workspace);
  // Another number means that something came.
  useEffect(() => {
    if (!open) return;
    const stop = new AbortController();
    const which = unread > 0 ? "&unread=true" : "";
    const path = `/workspaces/${workspace}/notifications?limit=${NEWEST}${which}`;
    const turn = unreadTurn();
    void call<NotificationsPage>("GET", path, undefined, { signal: stop.signal }).then((answer) => {
      if (stop.signal.aborted) return;
      setFailure(answer.ok ? null : answer.failure);
      if (!answer.ok) return;
      tellUnread(answer.value.unread, turn);
      // What was read elsewhere meanwhile is not shown as nothing: the newest are asked for next.
      if (unread === 0 || answer.value.unread > 0) setItems(answer.value.items);
    });
    return () => stop.abort();
  }, [workspace, open, unread]);
  return (
    <Popover open={open} onOpenChange={onOpenChange} anchor={anchor} align="end" title="Notifications">
      <div className={styles.popover}>
        {failure ? <p role="alert">{failure.detail ?? failure.title}</p> : null}
        {!items && !failure ? <SkeletonLines /> : null}
        {items?.length === 0 ? <p className={styles.none}>Nobody has told you anything yet.</p> : null}
        {items && items.length > 0 ? (
          <NotificationRows
            workspace={workspace}
            items={asRead(items)}
            nameOf={nameOf}
            onRead={(id) => {
              read(id);
              onOpenChange(false);
            }}
          />
        ) : null}
        <div className={styles.foot}>
          <Link href={`/w/${workspace}/notifications`} onClick={() => onOpenChange(false)}>
            All notifications
          </Link>
          {unread > 0 ? (
            <Button size="sm" variant="quiet" onClick={() => void readAll(items ?? [])}>
              Mark all as read
            </Button>
          ) : null}
        </div>
      </div>
    </Popover>
  );
}
