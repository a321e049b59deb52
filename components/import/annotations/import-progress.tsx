import type { AnnotationImport } from "#lib/contracts/annotation-imports.ts";
import { formatCount } from "../limits.ts";
import styles from "./annotations.module.css";

/** How far it is. The page may be left meanwhile: it goes on. */
export function ImportProgress({ shown }: { shown: AnnotationImport }) {
  const { ready } = shown.preview.counts.claims;
  const words =
    shown.progress > 0 ? `${formatCount(shown.progress)} of ${formatCount(ready)} claims` : "Reading …";
  return (
    <section className={styles.progress} aria-labelledby="import-progress">
      <h2 id="import-progress" className={styles.heading}>
        Taking it in
      </h2>
      <progress max={Math.max(1, ready)} value={shown.progress} aria-labelledby="import-progress" />
      <p role="status" className={styles.quiet}>
        {words}
      </p>
      <p className={styles.quiet}>
        All of it comes in together at the end. You may leave this page; it goes on.
      </p>
    </section>
  );
}
