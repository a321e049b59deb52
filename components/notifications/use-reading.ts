"use client";
import { useState } from "react";
import { useToast } from "#components/ui/toast.tsx";
import { call } from "#lib/client/api.ts";
import type { Notification } from "#lib/contracts/notifications.ts";
import { tellRead, unreadTurn } from "./use-unread.ts";

/** Which of what is shown has been read since, and how it is marked so. */
export function useReading(workspace: string) {
  const { notify } = useToast();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const path = `/workspaces/${workspace}/notifications/read`;
  const send = async (ids: readonly string[] | null): Promise<boolean> => {
    const body = ids === null ? {} : { ids };
    const turn = unreadTurn();
    const answer = await call<{ unread: number }>("POST", path, body, { keepalive: true });
    if (answer.ok) tellRead(answer.value.unread, turn);
    return answer.ok;
  };
  const read = (id: string) => {
    setSeen((before) => new Set([...before, id]));
    void send([id]);
  };
  /** `shown`: what comes after it is told is unread. */
  const readAll = async (shown: readonly Pick<Notification, "id">[]) => {
    const before = seen;
    setSeen(new Set([...before, ...shown.map(({ id }) => id)]));
    if (await send(null)) return;
    setSeen(before);
    notify({ title: "Nothing was marked as read", description: "Try again in a moment.", tone: "danger" });
  };
  const asRead = <T extends Pick<Notification, "id" | "readAt">>(items: readonly T[]): T[] =>
    items.map((item) =>
      item.readAt === null && seen.has(item.id) ? { ...item, readAt: new Date().toISOString() } : item,
    );
  return { read, readAll, asRead };
}
