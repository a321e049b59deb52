import type { ReactNode } from "react";
import styles from "./message-page.module.css";

type Props = { title: string; children: ReactNode; actions: ReactNode; code?: string | undefined };

/** A page that has only something to say: what happened, what was kept, what to do. */
export function MessagePage({ title, children, actions, code }: Props) {
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{title}</h1>
      <div className={styles.text}>{children}</div>
      <div className={styles.actions}>{actions}</div>
      {code ? <p className={styles.code}>To find it in the log: {code}</p> : null}
    </div>
  );
}
