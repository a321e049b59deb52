"use client";
import { Archive, ArchiveRestore, Eye, FolderInput, Trash2, UserPlus, X } from "lucide-react";
import { useState } from "react";
import { isReleasable } from "#components/layers/coding-words.ts";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { ArticleRow } from "#lib/contracts/articles.ts";
import styles from "./selection-bar.module.css";
import type { useBulkActions } from "./use-bulk-actions.ts";
import type { Selection } from "./use-selection.ts";

type Props = {
  rows: readonly ArticleRow[];
  selection: Selection;
  actions: ReturnType<typeof useBulkActions>;
  onAssign: () => void;
  onRelease: () => void;
  onMove: () => void;
};

/** What can be done with the rows that are selected: only what may be done with all of them. */
export function SelectionBar({ rows, selection, actions, onAssign, onRelease, onMove }: Props) {
  const [isBusy, setIsBusy] = useState(false);
  const may = (action: string) => rows.every((row) => row.actions.includes(action));
  const isArchived = rows.some(({ archivedAt }) => archivedAt !== null);
  const clear = () => selection.setAll(false);
  const run = async (work: () => Promise<unknown>) => {
    setIsBusy(true);
    await work();
    setIsBusy(false);
  };
  useHotkeys([
    { id: "selection-clear", keys: "Esc", label: "Select nothing", group: "Articles", onPress: clear },
  ]);
  return (
    <section className={styles.bar} aria-label="Selected articles" aria-busy={isBusy}>
      <p className={styles.count} role="status">
        {rows.length} selected
      </p>
      {selection.isAll ? null : (
        <Button size="sm" variant="quiet" onClick={() => selection.setAll(true)}>
          Select all shown
        </Button>
      )}
      <div className={styles.actions}>
        {may("assignment:manage") ? (
          <Button size="sm" variant="primary" icon={<UserPlus />} onClick={onAssign}>
            Assign…
          </Button>
        ) : null}
        {may("layer:release") && rows.some(isReleasable) ? (
          <Button size="sm" icon={<Eye />} onClick={onRelease}>
            Release…
          </Button>
        ) : null}
        {may("article:edit") ? (
          <>
            <Button size="sm" icon={<FolderInput />} onClick={onMove}>
              Move…
            </Button>
            <Button
              size="sm"
              busy={isBusy}
              icon={isArchived ? <ArchiveRestore /> : <Archive />}
              onClick={() => run(() => actions.archive(rows, !isArchived))}
            >
              {isArchived ? "Bring back" : "Archive"}
            </Button>
          </>
        ) : null}
        {may("article:trash") ? (
          <Button size="sm" busy={isBusy} icon={<Trash2 />} onClick={() => run(() => actions.trash(rows))}>
            Trash
          </Button>
        ) : null}
      </div>
      <IconButton
        size="sm"
        icon={<X />}
        label="Select nothing"
        shortcut="Esc"
        onClick={clear}
        className={styles.close}
      />
    </section>
  );
}
