import { type ReactNode, useState } from "react";
import styles from "./inspector.module.css";

type Props = {
  title: string;
  value: string;
  children: ReactNode;
  /** Opens it from outside too. */
  isAsked?: boolean;
};

/** A part folded away, with its value in the fold; what is in it is made when it is opened. */
export function Section({ title, value, children, isAsked = false }: Props) {
  const [isOpen, setOpen] = useState(false);
  if (isAsked && !isOpen) setOpen(true);
  return (
    <details className={styles.section} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {title}
        {value ? <span className={styles.summaryValue}>{value}</span> : null}
      </summary>
      {isOpen ? <div className={styles.sectionBody}>{children}</div> : null}
    </details>
  );
}
