"use client";
import { useNow } from "#components/assignments/use-now.ts";
import styles from "./assignees.module.css";
import { dueOf } from "./due.ts";

const inUtc = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** When something is due. The server and the first paint show the date alone, which both know. */
export function Due({ at }: { at: string }) {
  const now = useNow();
  const due =
    now === null ? { words: `due ${inUtc.format(new Date(at))}`, isOverdue: false } : dueOf(at, now);
  const exact = now === null ? undefined : new Date(at).toLocaleString();
  return (
    <time className={styles.due} data-overdue={due.isOverdue || undefined} dateTime={at} title={exact}>
      {due.words}
    </time>
  );
}
