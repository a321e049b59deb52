"use client";
import { CircleAlert, CircleCheck, Clock, Copy } from "lucide-react";
import Link from "next/link";
import { articlePath } from "#components/articles/paths.ts";
import { Button } from "#components/ui/button.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { type FileRow, type FileStatus, useFileQueue } from "./file-queue.ts";
import styles from "./import.module.css";
import { limitWords } from "./limits.ts";

/** Files go in one after the other; each row says what became of one, and a failure stops none of the others. */
export function FilesPanel({ workspace, base }: { workspace: string; base: string }) {
  const queue = useFileQueue(`${base}/imports`);
  const { rows } = queue;
  return (
    <div className={styles.files}>
      <FileDrop
        label="Drop files here"
        hint={`Plain text, Markdown or HTML (.txt, .md, .html). ${limitWords}`}
        accept=".txt,.text,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html"
        multiple
        onFiles={queue.add}
      />
      {rows.length > 0 ? (
        <>
          <p role="status" className={styles.quiet}>
            {wordsOf(rows)}
          </p>
          <ul className={styles.rows}>
            {rows.map((row) => (
              <Row key={row.key} row={row} workspace={workspace} onRetry={() => queue.retry(row.key)} />
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

const looks: Readonly<Record<FileStatus, { label: string; icon: React.ReactNode }>> = {
  waiting: { label: "Waiting", icon: <Clock /> },
  storing: { label: "Storing", icon: <Spinner /> },
  stored: { label: "Stored", icon: <CircleCheck /> },
  duplicate: { label: "Already here", icon: <Copy /> },
  failed: { label: "Not stored", icon: <CircleAlert /> },
};

function Row({ row, workspace, onRetry }: { row: FileRow; workspace: string; onRetry: () => void }) {
  const { label, icon } = looks[row.status];
  return (
    <li className={styles.row} data-status={row.status}>
      <span className={styles.mark} aria-hidden="true">
        {icon}
      </span>
      <div className={styles.what}>
        <p className={styles.name}>
          {row.articleId ? (
            <Link href={articlePath(workspace, row.articleId)}>{row.title ?? row.name}</Link>
          ) : (
            row.name
          )}
        </p>
        <p className={styles.quiet}>
          {[row.title && row.title !== row.name ? row.name : null, row.reason].filter(Boolean).join(" · ")}
        </p>
      </div>
      <span className={styles.status}>{label}</span>
      {row.status === "failed" ? (
        <Button size="sm" onClick={onRetry}>
          Try again
        </Button>
      ) : null}
    </li>
  );
}

function wordsOf(rows: readonly FileRow[]): string {
  const count = (status: FileStatus) => rows.filter((row) => row.status === status).length;
  const open = count("waiting") + count("storing");
  const parts = [
    `${count("stored")} stored`,
    count("duplicate") > 0 ? `${count("duplicate")} already here` : null,
    count("failed") > 0 ? `${count("failed")} not stored` : null,
    open > 0 ? `${open} to go` : null,
  ];
  return parts.filter(Boolean).join(", ");
}
