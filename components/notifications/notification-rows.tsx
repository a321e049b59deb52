"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { MouseEvent } from "react";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { deedOf, placeOf } from "#lib/contracts/notification-words.ts";
import type { Notification } from "#lib/contracts/notifications.ts";
import styles from "./notifications.module.css";

type Props = {
  /** Slug. */
  workspace: string;
  items: readonly Notification[];
  nameOf: (id: string) => string;
  onRead: (id: string) => void;
};

/** What one was told, a sentence a line; each opens what it speaks of. */
export function NotificationRows({ workspace, items, nameOf, onRead }: Props) {
  return (
    <ol className={styles.rows}>
      {items.map((item) => (
        <li key={item.id} className={styles.row} data-unread={item.readAt === null || undefined}>
          <Row workspace={workspace} item={item} nameOf={nameOf} onRead={onRead} />
        </li>
      ))}
    </ol>
  );
}

function Row({ workspace, item, nameOf, onRead }: Omit<Props, "items"> & { item: Notification }) {
  const here = usePathname();
  const href = placeOf(workspace, item);
  const words = (
    <>
      <span className={styles.sentence}>
        {item.readAt === null ? <VisuallyHidden>Unread: </VisuallyHidden> : null}
        <b>{item.actorId === null ? "Sourceline" : nameOf(item.actorId)}</b> {deedOf(item)}
        {item.articleTitle === null ? null : (
          <>
            {" in "}
            <cite dir="auto">{item.articleTitle}</cite>
          </>
        )}
      </span>
      {item.claimStatement ? (
        <span className={styles.claim} dir="auto">
          {item.claimStatement}
        </span>
      ) : null}
      <span className={styles.when}>
        <RelativeTime at={item.createdAt} />
      </span>
    </>
  );
  if (href === null) return <span className={styles.line}>{words}</span>;
  const follow = (event: MouseEvent) => {
    onRead(item.id);
    const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    // The article that is open looks at its address when it arrives, and only then.
    if (!isPlain || here !== href.split("?")[0]) return;
    event.preventDefault();
    window.location.assign(href);
  };
  return (
    <Link href={href} prefetch={false} className={styles.line} onClick={follow}>
      {words}
    </Link>
  );
}
