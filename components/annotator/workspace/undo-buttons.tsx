"use client";
import { Redo2, Undo2 } from "lucide-react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useActions } from "./use-actions.ts";
import { useStatus } from "./workspace-context.tsx";
import styles from "./workspace-header.module.css";

export function UndoButtons() {
  const undoLabel = useStatus("undoLabel");
  const redoLabel = useStatus("redoLabel");
  const { undo, redo } = useActions();
  return (
    <span className={styles.undo}>
      <IconButton
        size="sm"
        icon={<Undo2 />}
        label={undoLabel ? `Undo: ${undoLabel}` : "Nothing to undo"}
        shortcut="Ctrl-Z"
        aria-disabled={undoLabel === null}
        onClick={undo}
      />
      <IconButton
        size="sm"
        icon={<Redo2 />}
        label={redoLabel ? `Redo: ${redoLabel}` : "Nothing to redo"}
        shortcut="Ctrl-Shift-Z"
        aria-disabled={redoLabel === null}
        onClick={redo}
      />
    </span>
  );
}
