"use client";
import { useMemo, useState } from "react";
import { useCodebook } from "#components/codebook/codebook-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { AnnotationImport } from "#lib/contracts/annotation-imports.ts";
import type { Project } from "#lib/contracts/workspaces.ts";
import { formatCount } from "../limits.ts";
import styles from "./annotations.module.css";
import { categoryChoices, type Draft, type LabelRow, LEAVE_OUT, labelRows } from "./choices.ts";

type Props = {
  readonly shown: AnnotationImport;
  readonly draft: Draft;
  readonly project: Project;
  readonly onDraft: (draft: Draft) => void;
};

/** More at once than anybody maps in one go; the rest is a press away. */
const FIRST = 25;

/** Which category each label of the file becomes. */
export function LabelTable({ shown, draft, project, onDraft }: Props) {
  const [isWhole, setIsWhole] = useState(false);
  const codebook = useCodebook();
  const options = useMemo(
    () => categoryChoices(codebook, project.disabledCategories),
    [codebook, project.disabledCategories],
  );
  const rows = labelRows(shown, draft);
  if (rows.length === 0) return null;
  const set = (label: string, chosen: string | undefined) => {
    const { [label]: _, ...others } = draft.labels;
    // Cleared: as it was before anything was chosen here.
    if (chosen === undefined) return onDraft({ ...draft, labels: others });
    onDraft({ ...draft, labels: { ...others, [label]: chosen === LEAVE_OUT ? null : chosen } });
  };
  const columns: readonly Column<LabelRow>[] = [
    { id: "label", header: "Label", cell: ({ label }) => <span className={styles.label}>{label}</span> },
    {
      id: "count",
      header: "Claims",
      cardLabel: "Claims",
      align: "end",
      width: "6rem",
      cell: ({ count }) => formatCount(count),
    },
    {
      id: "example",
      header: "Example",
      cell: ({ example }) => <span className={styles.example}>{example}</span>,
    },
    {
      id: "category",
      header: "Becomes",
      width: "18rem",
      cell: ({ label, category }) => (
        <Combobox
          aria-label={`Category for ${label}`}
          size="sm"
          options={options}
          placeholder="Choose a category"
          value={options.find(({ value }) => value === (category === null ? LEAVE_OUT : category)) ?? null}
          onValueChange={(chosen) => set(label, chosen?.value)}
        />
      ),
    },
  ];
  const seen = isWhole ? rows : rows.slice(0, FIRST);
  return (
    <section className={styles.section} aria-labelledby="import-labels">
      <h3 id="import-labels" className={styles.subheading}>
        Labels
      </h3>
      <p className={styles.quiet}>
        What the file calls things that are no category of this project’s codebook. Choose what each becomes.
      </p>
      <Table caption="Labels" columns={columns} rows={seen} rowKey={({ label }) => label} />
      {seen.length < rows.length ? (
        <Button size="sm" onClick={() => setIsWhole(true)}>
          {`Show all ${formatCount(rows.length)} labels`}
        </Button>
      ) : null}
    </section>
  );
}
