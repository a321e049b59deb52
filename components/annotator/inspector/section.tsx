import type { ReactNode } from "react";
import styles from "./inspector.module.css";

/** A part folded away, with its value in the fold. */
export function Section({ title, value, children }: { title: string; value: string; children: ReactNode }) {
  return (
    <details className={styles.section}>
      <summary>
        {title}
        {value ? <span className={styles.summaryValue}>{value}</span> : null}
      </summary>
      <div className={styles.sectionBody}>{children}</div>
    </details>
  );
}
