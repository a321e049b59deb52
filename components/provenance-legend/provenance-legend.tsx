import { cx } from "#components/ui/cx.ts";
import { type FamilyId, type FamilyPaint, families } from "./families.ts";
import styles from "./provenance-legend.module.css";

const reservedMarks = { carried: "Carried over", suggestion: "Suggestion" } as const;

export type ProvenanceLegendProps = {
  /** In a line under a chart or a text, or one below the other in a panel. */
  direction?: "row" | "column";
  /** Shows how many of each; families without any are dimmed, never left out. */
  counts?: Partial<Record<FamilyId, number>>;
  /** Shows the digit that picks the family. */
  keys?: boolean;
  /** Adds the lines that belong to no family, as far as the text beside it can have them. */
  reserved?: readonly (keyof typeof reservedMarks)[];
};

export function ProvenanceLegend({
  direction = "row",
  counts,
  keys = false,
  reserved = [],
}: ProvenanceLegendProps) {
  return (
    <ul
      className={cx(
        styles.legend,
        direction === "column" && styles.column,
        direction === "row" && counts && styles.counted,
      )}
      aria-label="Provenance families"
    >
      {families.map((family) => {
        const count = counts ? (counts[family.id] ?? 0) : undefined;
        return (
          <li
            key={family.id}
            className={styles.entry}
            data-family={family.id}
            data-none={count === 0 || undefined}
          >
            {keys ? <span className={styles.key}>{family.key}</span> : null}
            <FamilySwatch family={family} />
            <span className={styles.label}>{family.label}</span>
            {count === undefined ? null : <span className={styles.count}>{count}</span>}
          </li>
        );
      })}
      {reserved.map((mark) => (
        <li key={mark} className={styles.entry}>
          <span className={cx(styles.swatch, styles[mark])} aria-hidden="true">
            ab
          </span>
          <span className={styles.label}>{reservedMarks[mark]}</span>
        </li>
      ))}
    </ul>
  );
}

/** Two letters painted exactly as the text is. */
export function FamilySwatch({ family }: { family: FamilyPaint }) {
  return (
    <span
      className={cx("family-mark", styles.swatch)}
      data-family={family.id}
      title={family.markLabel}
      aria-hidden="true"
    >
      ab
    </span>
  );
}
