import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "#components/layout/wordmark.tsx";
import styles from "./docs.module.css";

/** Pages that anyone may read, signed in or not. */
export function DocsShell({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.shell}>
      <header className={styles.top}>
        <Link href="/" className={styles.brand} aria-label="Sourceline, start">
          <Wordmark />
        </Link>
        <nav aria-label="Documentation" className={styles.nav}>
          <Link href="/docs/api">API</Link>
          <Link href="/docs/formats">Formats</Link>
          <a href="/api/v1/openapi.json">OpenAPI</a>
        </nav>
      </header>
      <div className={styles.frame} data-aside={aside ? true : undefined}>
        <main className={styles.main}>{children}</main>
        {aside}
      </div>
    </div>
  );
}
