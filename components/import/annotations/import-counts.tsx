import type { AnnotationImport } from "#lib/contracts/annotation-imports.ts";
import { formatCount } from "../limits.ts";
import styles from "./annotations.module.css";

/** The import in numbers. */
export function ImportCounts({ shown }: { shown: AnnotationImport }) {
  const { articles, claims, sources } = shown.preview.counts;
  const facts: readonly (readonly [name: string, count: number, more: string])[] = [
    ["Claims", claims.ready, partsOf([claims.already, "already here"], [claims.leftOut, "left out"])],
    ["Articles", articles.new, partsOf([articles.known, "known"], [articles.leftOut, "left out"])],
    ["Sources", sources.new, partsOf([sources.matched, "known"])],
    ["Problems", shown.problemCount - shown.problems.filter(isWaiting).length, ""],
  ];
  return (
    <dl className={styles.counts}>
      {facts.map(([name, count, more]) => (
        <div key={name}>
          <dt>{name === "Problems" ? name : `New ${name.toLowerCase()}`}</dt>
          <dd>{formatCount(count)}</dd>
          {more ? <dd className={styles.more}>{more}</dd> : null}
        </div>
      ))}
    </dl>
  );
}

function partsOf(...parts: readonly (readonly [count: number, words: string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${formatCount(count)} ${words}`)
    .join(", ");
}

/** Labels that wait for a category have a table of their own. */
const isWaiting = ({ code }: AnnotationImport["problems"][number]) => code === "unmapped-label";
