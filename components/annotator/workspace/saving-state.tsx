"use client";
import { Check, CircleAlert, CloudOff, GitFork } from "lucide-react";
import { Spinner } from "#components/ui/spinner.tsx";
import type { Saving } from "#lib/client/workspace/saving.ts";
import { useActions } from "./use-actions.ts";
import { useStatus, useWorkspace } from "./workspace-context.tsx";
import styles from "./workspace-header.module.css";

/** Whether one's work is safe, and where: never "saved" while anything is not, never "kept" where nothing is. */
export function SavingState() {
  const { store } = useWorkspace();
  const { activate } = useActions();
  const saving = useStatus("saving");
  const isLoaded = useStatus("loading") === "loaded";
  // What an earlier page has left unsent is not known before.
  if (!isLoaded && saving.kind === "saved") return null;
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
          <Spinner /> {saving.isKept ? "Saving…" : "Saving… Not kept on this device"}
        </span>
      );
    case "waiting":
      return (
        <button type="button" className={styles.saving} data-kind="waiting" onClick={() => store.retry()}>
          <CloudOff aria-hidden="true" />
          <span className={styles.reason}>
            {keptWords(saving)}. {saving.reason}.
          </span>{" "}
          <u>Try now</u>
        </button>
      );
    case "conflict":
    case "refused":
      return (
        <button
          type="button"
          className={styles.saving}
          data-kind={saving.kind}
          title={saving.reason}
          onClick={() => activate(saving.ids[0] ?? null, true)}
        >
          {saving.kind === "conflict" ? <GitFork aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
          <span className={styles.reason}>
            {saving.kind === "conflict" ? "Conflict" : "Not saved"}: {saving.reason}
          </span>
        </button>
      );
    default:
      return saving satisfies never;
  }
}

function keptWords({ isKept }: Extract<Saving, { kind: "waiting" }>): string {
  return isKept ? "Kept on this device" : "Not saved, and not kept on this device";
}
