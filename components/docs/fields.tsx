import Link from "next/link";
import type { FieldRow } from "./api-document.ts";
import styles from "./docs.module.css";
import { prose } from "./prose.tsx";

/** Names with their types, a way to each named schema, and what they are. */
export function Fields({ rows }: { rows: readonly FieldRow[] }) {
  return (
    <dl className={styles.fields}>
      {rows.map(({ name, type, names, about, isRequired }) => (
        <div key={name} className={styles.field}>
          <dt>
            <code>{name}</code>
            {isRequired ? null : <span className={styles.quiet}> optional</span>}
          </dt>
          <dd>
            <TypeWords type={type} names={names} />
            {about ? <span className={styles.quiet}>{prose(about)}</span> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A type; the schemas it names lead to where they are described. */
export function TypeWords({ type, names }: { type: string; names: readonly string[] }) {
  const pattern = new RegExp(`\\b(${names.join("|")})\\b`, "u");
  const parts = names.length === 0 ? [type] : type.split(pattern);
  return (
    <code className={styles.type}>
      {parts.map((part) =>
        names.includes(part) ? (
          <Link key={part} href={`/docs/api/schemas#${part}`}>
            {part}
          </Link>
        ) : (
          part
        ),
      )}
    </code>
  );
}
