import { useCodebook } from "#components/codebook/codebook-context.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { type Codebook, categoryOf } from "#core/provenance/codebook.ts";
import type { AnnotationImport } from "#lib/contracts/annotation-imports.ts";
import styles from "./annotations.module.css";

type Row = AnnotationImport["preview"]["claims"][number] & { readonly key: number };

const columnsOf = (codebook: Codebook): readonly Column<Row>[] => [
  { id: "words", header: "Words", cell: ({ exact }) => <span className={styles.words}>{exact}</span> },
  {
    id: "provenance",
    header: "Provenance",
    cardLabel: "Provenance",
    width: "13rem",
    cell: ({ provenance }) => categoryOf(codebook, provenance)?.label ?? provenance,
  },
  {
    id: "sources",
    header: "Sources",
    cardLabel: "Sources",
    width: "14rem",
    cell: ({ sources }) => <span className={styles.message}>{sources.join(", ") || "–"}</span>,
  },
];

/** The first claims as they would be stored. */
export function FirstClaims({ shown }: { shown: AnnotationImport }) {
  const columns = columnsOf(useCodebook());
  const rows = shown.preview.claims.map((claim, key) => ({ ...claim, key }));
  if (rows.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="import-first">
      <h3 id="import-first" className={styles.subheading}>
        The first claims
      </h3>
      <Table caption="The first claims" columns={columns} rows={rows} rowKey={({ key }) => String(key)} />
    </section>
  );
}
