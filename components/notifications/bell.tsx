"use client";
import { Bell as BellIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { Suspense, useState } from "react";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { lazily } from "#components/ui/lazily.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import styles from "./notifications.module.css";
import { useUnread } from "./use-unread.ts";

const NotificationsPopover = lazily(
  async () => (await import("./notifications-popover.tsx")).NotificationsPopover,
);

type Props = { workspace: { id: string; slug: string }; userId: string };

/** How much one has been told and not read; opens the newest of it. */
export function Bell({ workspace, userId }: Props) {
  const router = useRouter();
  const [button, setButton] = useState<HTMLElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const unread = useUnread(workspace.slug, userId);
  useHotkeys([
    {
      id: "go-notifications",
      keys: "g n",
      label: "Go to Notifications",
      group: "Go",
      onPress: () => router.push(`/w/${workspace.slug}/notifications`),
    },
  ]);
  const count = unread > 99 ? "99+" : String(unread);
  const open = (next: boolean) => {
    setOpen(next);
    if (next) setWasOpen(true);
  };
  return (
    <span className={styles.bell}>
      <IconButton
        ref={setButton}
        label={unread > 0 ? `Notifications, ${count} unread` : "Notifications"}
        shortcut="g n"
        icon={<BellIcon />}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => open(!isOpen)}
      />
      {unread > 0 ? (
        <span className={styles.count} aria-hidden="true">
          {count}
        </span>
      ) : null}
      <VisuallyHidden role="status">{unread > 0 ? `${count} unread notifications` : ""}</VisuallyHidden>
      {wasOpen && button ? (
        <Suspense>
          <NotificationsPopover
            workspace={workspace.slug}
            anchor={button}
            open={isOpen}
            unread={unread}
            onOpenChange={setOpen}
          />
        </Suspense>
      ) : null}
    </span>
  );
}
