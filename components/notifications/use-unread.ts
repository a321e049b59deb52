"use client";
import { useEffect, useState } from "react";
import { leisure } from "#components/ui/leisure.ts";
import { call } from "#lib/client/api.ts";
import type { NotificationsPage } from "#lib/contracts/notifications.ts";
import { Turns } from "./turns.ts";

/** Heard by every part of the page that shows the number. */
const CHANGED = "sl-unread";
/** Heard by the part that looks it up. */
const ASKED = "sl-unread-asked";
const turns = new Turns();

/** How much is unread: told live, and looked up again when the page is looked at. */
export function useUnread(workspace: string, userId: string) {
  const [unread, setUnread] = useState(0);
  useEffect(() => {
    let isHere = true;
    let close = () => {};
    const look = async () => {
      const path = `/workspaces/${workspace}/notifications?limit=1&unread=true`;
      const turn = unreadTurn();
      const answer = await call<NotificationsPage>("GET", path);
      if (isHere && answer.ok) tellUnread(answer.value.unread, turn);
    };
    const hear = ({ detail }: CustomEvent<number>) => setUnread(detail);
    void leisure().then(async () => {
      if (!isHere) return;
      void look();
      const { LiveLink } = await import("#lib/client/live/live-link.ts");
      if (!isHere) return;
      // Links of the same name share one stream, those of one page too.
      const link = new LiveLink(workspace, userId, null);
      link.listen({
        onChange: ({ kind }) => void (kind === "notification.created" && look()),
        onReset: look,
      });
      close = () => link.close();
    });
    window.addEventListener("focus", look);
    window.addEventListener(ASKED, look);
    window.addEventListener(CHANGED, hear as EventListener); // Dispatched below only.
    return () => {
      isHere = false;
      close();
      window.removeEventListener("focus", look);
      window.removeEventListener(ASKED, look);
      window.removeEventListener(CHANGED, hear as EventListener); // As above.
    };
  }, [workspace, userId]);
  return unread;
}

/** Taken before the number is asked for. */
export const unreadTurn = (): number => turns.take();

/** What a change answered; `turn`: taken before it was sent. What was asked meanwhile may know more: it is asked anew. */
export function tellRead(unread: number, turn: number): void {
  if (turns.isLatest(turn)) tellUnread(unread, turns.take());
  else window.dispatchEvent(new Event(ASKED));
}

/** Says to the whole page how much is unread; `turn`: taken before it was asked for. */
export function tellUnread(unread: number, turn: number): void {
  if (turns.isNews(turn)) window.dispatchEvent(new CustomEvent(CHANGED, { detail: unread }));
}
