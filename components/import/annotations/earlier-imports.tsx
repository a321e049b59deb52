"use client";
import { useEffect, useState } from "react";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { call } from "#lib/client/api.ts";
import type { AnnotationImportRow, AnnotationImportsPage } from "#lib/contracts/annotation-imports.ts";
import { formatCount } from "../limits.ts";
import styles from "./annotations.module.css";

type Props = { readonly base: string; readonly onOpen: (id: string) => void };
const MOST = 20;

/** What was handed over before, to go on with, to look at again, or to take back. */
export function EarlierImports({ base, onOpen }: Props) {
  const rows = useEarlier(base);
  if (rows.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="earlier-imports">
      <h2 id="earlier-imports" className={styles.heading}>
        Earlier imports
      </h2>
      <ul className={styles.earlier}>
        {rows.map((row) => (
          <li key={row.id}>
            <div className={styles.what}>
              <p className={styles.names}>{row.fileNames.join(", ")}</p>
              <p className={styles.quiet}>
                {wordsOf(row)} · <RelativeTime at={row.createdAt} />
              </p>
            </div>
            <Badge tone={looks[row.state].tone}>{looks[row.state].label}</Badge>
            <Button size="sm" onClick={() => onOpen(row.id)}>
              Open
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useEarlier(base: string): readonly AnnotationImportRow[] {
  const [rows, setRows] = useState<readonly AnnotationImportRow[]>([]);
  useEffect(() => {
    let isOver = false;
    const address = `${base}/annotation-imports?limit=${MOST}`;
    void call<AnnotationImportsPage>("GET", address).then((answer) => {
      if (answer.ok && !isOver) setRows(answer.value.items);
    });
    return () => {
      isOver = true;
    };
  }, [base]);
  return rows;
}

function wordsOf({ result, format, problemCount }: AnnotationImportRow): string {
  if (result) return `${formatCount(result.claims.created)} claims`;
  return problemCount > 0 ? `${format}, ${formatCount(problemCount)} problems` : format;
}

const looks: Readonly<Record<AnnotationImportRow["state"], { label: string; tone: Tone }>> = {
  previewed: { label: "Looked at", tone: "neutral" },
  queued: { label: "Waiting", tone: "info" },
  running: { label: "On its way", tone: "info" },
  done: { label: "Came in", tone: "success" },
  failed: { label: "Did not come in", tone: "danger" },
  discarded: { label: "Discarded", tone: "neutral" },
  undone: { label: "Taken back", tone: "neutral" },
};
