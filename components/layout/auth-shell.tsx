import type { ReactNode } from "react";
import styles from "./auth-shell.module.css";
import { ChainDrawing } from "./chain-drawing.tsx";
import { Wordmark } from "./wordmark.tsx";

export type AuthShellProps = {
  title: ReactNode;
  description?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
};

/** Sign-in, first run, invitations: one column to act in, and what the place is for beside it. */
export function AuthShell({ title, description, children, footer }: AuthShellProps) {
  return (
    <div className={styles.shell}>
      <main className={styles.main}>
        <div className={styles.brand}>
          <Wordmark size="lg" />
        </div>
        <div className={styles.column}>
          <h1 className={styles.title}>{title}</h1>
          {description ? <p className={styles.description}>{description}</p> : null}
          <div className={styles.body}>{children}</div>
        </div>
        {footer ? <div className={styles.footer}>{footer}</div> : <span />}
      </main>
      <aside className={styles.aside} aria-hidden="true">
        <ChainDrawing />
        <p className={styles.motto}>How does the article know?</p>
      </aside>
    </div>
  );
}
