"use client";
import { useCallback, useEffect, useState } from "react";
import { leisure } from "#components/ui/leisure.ts";
import { call } from "#lib/client/api.ts";
import type { NotificationsPage } from "#lib/contracts/notifications.ts";

/** Heard by every part of the page that shows the number. */
const CHANGED = "sl-unread";

/** How much is unread: told live, and looked up again when the page is looked at. */
export function useUnread(workspaceId: string, userId: string) {
  const [unread, setUnread] = useState(0);
  useEffect(() => {
    let isHere = true;
    let giveBack = () => {};
    const look = async () => {
      const path = `/workspaces/${workspaceId}/notifications?limit=1&unread=true`;
      const answer = await call<NotificationsPage>("GET", path);
      if (isHere && answer.ok) setUnread(answer.value.unread);
    };
    const hear = ({ detail }: CustomEvent<number>) => setUnread(detail);
    void leisure().then(async () => {
      if (!isHere) return;
      void look();
      const { takeLink } = await import("#lib/client/live/shared-link.ts");
      if (!isHere) return;
      const taken = takeLink(workspaceId, userId);
      const stop = taken.link.listen({
        onChange: ({ kind }) => void (kind === "notification.created" && look()),
        onReset: look,
      });
      giveBack = () => {
        stop();
        taken.giveBack();
      };
    });
    window.addEventListener("focus", look);
    window.addEventListener(CHANGED, hear as EventListener); // Dispatched below only.
    return () => {
      isHere = false;
      giveBack();
      window.removeEventListener("focus", look);
      window.removeEventListener(CHANGED, hear as EventListener); // As above.
    };
  }, [workspaceId, userId]);
  return { unread, setUnread: useCallback(tellUnread, []) };
}

/** Says to the whole page how much is unread now. */
export function tellUnread(unread: number): void {
  window.dispatchEvent(new CustomEvent(CHANGED, { detail: unread }));
}
