"use client";
import { Check, CircleAlert, CloudOff } from "lucide-react";
import { useEffect } from "react";
import { Spinner } from "#components/ui/spinner.tsx";
import { useActions } from "./use-actions.ts";
import { useSnapshot, useWorkspace } from "./workspace-context.tsx";
import styles from "./workspace-header.module.css";

/** Whether one's work is safe: never "saved" while anything is not. */
export function SavingState() {
  const { store } = useWorkspace();
  const { activate } = useActions();
  const { saving } = useSnapshot();
  const isUnsafe = saving.kind !== "saved";
  useEffect(() => {
    if (!isUnsafe) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsafe]);
  switch (saving.kind) {
    case "saved":
      return (
        <span className={styles.saving} data-kind="saved">
          <Check aria-hidden="true" /> Saved
        </span>
      );
    case "saving":
      return (
        <span className={styles.saving} data-kind="saving">
          <Spinner /> Saving…
        </span>
      );
    case "waiting":
      return (
        <button type="button" className={styles.saving} data-kind="waiting" onClick={() => store.retry()}>
          <CloudOff aria-hidden="true" />
          <span className={styles.reason}>Not saved: {saving.reason}. Kept here.</span> <u>Try now</u>
        </button>
      );
    case "refused":
      return (
        <button
          type="button"
          className={styles.saving}
          data-kind="refused"
          title={saving.reason}
          onClick={() => activate(saving.ids[0] ?? null, true)}
        >
          <CircleAlert aria-hidden="true" />
          <span className={styles.reason}>Not saved: {saving.reason}</span>
        </button>
      );
    default:
      return saving satisfies never;
  }
}
