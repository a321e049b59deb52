import styles from "./agreement.module.css";
import { number, readingOf, whyOf } from "./words.ts";

type Props = {
  figure: {
    readonly value: number | null;
    readonly why: string | null;
    readonly interval?: { readonly low: number; readonly high: number } | null;
  };
  /** An α: read as Krippendorff advises. */
  isAlpha?: boolean;
};

/** A figure with its interval drawn from 0 to 1; without a value, why. */
export function FigureView({ figure, isAlpha = false }: Props) {
  const { value, interval } = figure;
  if (value === null) return <span className={styles.why}>– {whyOf(figure)}</span>;
  return (
    <span className={styles.figure}>
      <span className={styles.number} data-reading={isAlpha ? readingOf(value) : undefined}>
        {number(value)}
      </span>
      <Bar value={value} interval={interval ?? null} />
      {interval ? (
        <span className={styles.interval}>
          {number(interval.low)} to {number(interval.high)}
        </span>
      ) : null}
    </span>
  );
}

const place = (value: number) => Math.min(1, Math.max(0, value)) * 100;

function Bar({ value, interval }: { value: number; interval: { low: number; high: number } | null }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <line x1="0" x2="100" y1="5" y2="5" className={styles.axis} />
      {interval ? (
        <rect
          x={place(interval.low)}
          width={Math.max(1, place(interval.high) - place(interval.low))}
          y="2.5"
          height="5"
          className={styles.span}
        />
      ) : null}
      <rect x={Math.max(0, place(value) - 0.75)} width="1.5" y="0" height="10" className={styles.mark} />
    </svg>
  );
}
