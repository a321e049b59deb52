import styles from "./stacked-bar.module.css";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type BarSegment = {
  id: string;
  label: string;
  value: number;
  /** A CSS colour, or leave it off and set --segment through `data-*` in the caller's own CSS. */
  color: string;
};

export type StackedBarProps = {
  title: string;
  segments: readonly BarSegment[];
  /** Thin for lists, medium for heads of pages. */
  size?: "thin" | "medium";
  emptyText?: string;
};

/** Proportions of a whole in one thin line; the numbers are always there as text for those who do not see it. */
export function StackedBar({ title, segments, size = "thin", emptyText = "none" }: StackedBarProps) {
  const shown = segments.filter((segment) => segment.value > 0);
  const total = shown.reduce((sum, segment) => sum + segment.value, 0);
  const words = shown.map((segment) => `${segment.label} ${segment.value}`).join(", ") || emptyText;
  return (
    <span className={styles.frame} title={`${title}: ${words}`}>
      <VisuallyHidden>{`${title}: ${words}`}</VisuallyHidden>
      <span className={styles.bar} data-size={size} data-empty={total === 0 || undefined} aria-hidden="true">
        {shown.map((segment) => (
          <span
            key={segment.id}
            className={styles.segment}
            data-segment={segment.id}
            style={{ flexGrow: segment.value, background: segment.color }}
          />
        ))}
      </span>
    </span>
  );
}
