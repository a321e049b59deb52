"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { type Codebook, categoryOf } from "#core/provenance/codebook.ts";
import type { ClaimRow } from "#lib/contracts/claims.ts";
import styles from "./queue.module.css";

type Props = {
  rows: readonly ClaimRow[];
  /** Those whose text was open at least once. */
  read: ReadonlySet<string>;
  codebook: Codebook;
  isSending: boolean;
  onApprove: () => Promise<unknown>;
  onClear: () => void;
};

/** Several at once, but never unseen: what is chosen is listed before anything happens. */
export function BulkApprove({ rows, read, codebook, isSending, onApprove, onClear }: Props) {
  const [isOpen, setOpen] = useState(false);
  const unread = rows.filter(({ id }) => !read.has(id)).length;
  const claims = rows.length === 1 ? "1 claim" : `${rows.length} claims`;
  return (
    <div className={styles.chosen}>
      <span>{claims} chosen</span>
      <Button size="sm" variant="quiet" onClick={onClear}>
        Clear
      </Button>
      <ConfirmDialog
        open={isOpen}
        onOpenChange={setOpen}
        trigger={
          <Button size="sm" busy={isSending}>
            Approve…
          </Button>
        }
        title={`Approve ${claims}?`}
        description={descriptionOf(unread)}
        confirmLabel={`Approve ${claims}`}
        onConfirm={onApprove}
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
        <ul className={styles.summary} tabIndex={0} aria-label="Claims to approve">
          {rows.map((row) => (
            <li key={row.id}>
              {row.statement || row.exact}
              <span>
                {categoryOf(codebook, row.provenance)?.label ?? row.provenance} · {row.articleTitle}
                {read.has(row.id) ? "" : " · not opened"}
              </span>
            </li>
          ))}
        </ul>
      </ConfirmDialog>
    </div>
  );
}

function descriptionOf(unread: number): string {
  const undo = "Each stands as your own decision; you can take them back together.";
  if (unread === 0) return undo;
  return `You have not opened ${unread === 1 ? "one" : unread} of them. ${undo}`;
}
