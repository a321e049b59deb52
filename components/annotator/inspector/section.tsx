import { type ReactNode, useState } from "react";
import styles from "./inspector.module.css";

/** A part folded away, with its value in the fold; what is in it is made when it is opened. */
export function Section({ title, value, children }: { title: string; value: string; children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.section} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title}
        {value ? <span className={styles.summaryValue}>{value}</span> : null}
      </summary>
      {isOpen ? <div className={styles.sectionBody}>{children}</div> : null}
    </details>
  );
}
