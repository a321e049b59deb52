"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import { Badge, type Tone } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { AnnotationImport, ImportedProblem } from "#lib/contracts/annotation-imports.ts";
import { formatCount } from "../limits.ts";
import styles from "./annotations.module.css";
import { problemsCsv } from "./problems-csv.ts";

const FIRST = 10;
type Row = ImportedProblem & { readonly key: number };

const looks: Readonly<Record<ImportedProblem["severity"], { label: string; tone: Tone }>> = {
  file: { label: "File left out", tone: "danger" },
  row: { label: "Left out", tone: "warning" },
  note: { label: "Note", tone: "neutral" },
};

const columns: readonly Column<Row>[] = [
  {
    id: "place",
    header: "Where",
    width: "34%",
    cell: ({ file, line, at }) => (
      <span className={styles.place}>
        {file}
        {line === null && at === null ? null : (
          <span className={styles.quiet}>
            {[line === null ? null : `line ${formatCount(line)}`, at].filter(Boolean).join(", ")}
          </span>
        )}
      </span>
    ),
  },
  { id: "message", header: "What", cell: ({ message }) => <span className={styles.message}>{message}</span> },
  {
    id: "severity",
    header: "Comes to",
    width: "8rem",
    cell: ({ severity }) => <Badge tone={looks[severity].tone}>{looks[severity].label}</Badge>,
  },
];

/** What is wrong with the files, for reading here and for mending them. */
export function ProblemTable({ shown }: { shown: AnnotationImport }) {
  const [isWhole, setIsWhole] = useState(false);
  // Labels that wait for a category have a table of their own.
  const problems = shown.problems.filter(({ code }) => code !== "unmapped-label");
  const problemCount = shown.problemCount - (shown.problems.length - problems.length);
  if (problems.length === 0) return null;
  const rows = problems.map((problem, key) => ({ ...problem, key }));
  const seen = isWhole ? rows : rows.slice(0, FIRST);
  const more = problemCount - problems.length;
  return (
    <section className={styles.section} aria-labelledby="import-problems">
      <header className={styles.head}>
        <h3 id="import-problems" className={styles.subheading}>
          {`${formatCount(problemCount)} ${problemCount === 1 ? "problem" : "problems"}`}
        </h3>
        <Button size="sm" icon={<Download />} onClick={() => save(problems)}>
          Download as CSV
        </Button>
      </header>
      <Table caption="Problems" columns={columns} rows={seen} rowKey={({ key }) => String(key)} />
      {seen.length < rows.length ? (
        <Button size="sm" onClick={() => setIsWhole(true)}>
          {`Show ${formatCount(rows.length)} problems`}
        </Button>
      ) : null}
      {more > 0 && isWhole ? (
        <p className={styles.quiet}>{`${formatCount(more)} more are counted and not kept.`}</p>
      ) : null}
    </section>
  );
}

function save(problems: readonly ImportedProblem[]): void {
  const address = URL.createObjectURL(new Blob([problemsCsv(problems)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = "import-problems.csv";
  link.click();
  URL.revokeObjectURL(address);
}
