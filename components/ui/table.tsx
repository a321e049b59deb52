import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import styles from "./table.module.css";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type Column<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Short name shown beside the value where rows become cards; leave off for the title column. */
  cardLabel?: string;
  align?: "start" | "end";
  /** CSS width, such as "8rem" or "30%". */
  width?: string;
  sort?: "ascending" | "descending" | "none";
  onSort?: () => void;
};

export type TableProps<Row> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Read aloud as the table's name. */
  caption: string;
  rowProps?: (row: Row) => ComponentProps<"tr"> & { "data-selected"?: boolean };
  /** Below 48 rem: rows as cards, or the table in a sideways scroller. */
  narrow?: "cards" | "scroll";
  empty?: ReactNode;
};

export function Table<Row>(props: TableProps<Row>) {
  const { columns, rows, rowKey, caption, rowProps, narrow = "cards", empty } = props;
  if (rows.length === 0 && empty) return empty;
  const table = (
    <table className={cx(styles.table, styles[narrow])}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.id} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} {...rowProps?.(row)}>
            {columns.map((column) => (
              <td key={column.id} className={alignOf(column.align)} data-label={column.cardLabel}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (narrow === "cards") return table;
  return (
    <section className={styles.scroller} aria-label={caption}>
      {table}
    </section>
  );
}

const alignOf = (align?: "start" | "end") => (align === "end" ? styles.end : undefined);
const arrows = { ascending: "↑", descending: "↓", none: "" } as const;

function Head<Row>({ column }: { column: Column<Row> }) {
  const { header, sort, onSort, width, align } = column;
  return (
    <th scope="col" style={width ? { width } : undefined} className={alignOf(align)} aria-sort={sort}>
      {onSort ? (
        <button type="button" className={styles.sort} onClick={onSort}>
          {header}
          <span aria-hidden="true" className={styles.arrow}>
            {sort ? arrows[sort] : ""}
          </span>
        </button>
      ) : (
        // A column of buttons needs no words above it, but a name when it is read aloud.
        header || <VisuallyHidden>Actions</VisuallyHidden>
      )}
    </th>
  );
}
