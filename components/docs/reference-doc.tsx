import { type ApiDocument, fieldsOf, operationsOf, slugOf, typeWords } from "./api-document.ts";
import styles from "./docs.module.css";
import { Fields } from "./fields.tsx";
import { Operation } from "./operation.tsx";

/** The operations of one subject. */
export function ReferenceDoc({ document, tag }: { document: ApiDocument; tag: string }) {
  const own = operationsOf(document).filter(({ operation }) => operation.tags.includes(tag));
  return (
    <>
      <h1 className={styles.title}>{tag}</h1>
      <OperationList operations={own} />
      {own.map((placed) => (
        <Operation key={placed.operation.operationId} {...placed} document={document} />
      ))}
    </>
  );
}

/** Operations in a line each, with a way to them. */
export function OperationList({ operations }: { operations: ReturnType<typeof operationsOf> }) {
  return (
    <ul className={styles.index}>
      {operations.map(({ path, method, operation: { operationId, summary, tags } }) => (
        <li key={operationId}>
          <a href={`/docs/api/${slugOf(tags[0] ?? "")}#${operationId}`} className={styles.indexed}>
            <span className={styles.method} data-method={method}>
              {method}
            </span>
            <span className={styles.indexedPath}>{path.replace("/api/v1", "")}</span>
            <span className={styles.indexedWords}>{summary.replaceAll("`", "")}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Every schema that has a name. Problems have pages of their own. */
export function SchemasDoc({ document }: { document: ApiDocument }) {
  const { schemas } = document.components;
  const shown = Object.entries(schemas).filter(([name]) => !/.Problem$/u.test(name));
  return (
    <>
      <h1 className={styles.title}>Schemas</h1>
      <p className={styles.lead}>What operations take and answer, where it has a name.</p>
      {shown
        .toSorted(([one], [other]) => one.localeCompare(other))
        .map(([name, schema]) => (
          <article key={name} id={name} className={styles.operation}>
            <h2 className={styles.schemaName}>
              <a href={`#${name}`}>{name}</a>
            </h2>
            {schema.description ? <p className={styles.quiet}>{schema.description}</p> : null}
            {schema.oneOf ? (
              schema.oneOf.map((one) => (
                <section key={typeWords(one.properties?.op ?? one)} className={styles.part}>
                  <Fields rows={fieldsOf(one, schemas)} />
                </section>
              ))
            ) : (
              <Fields rows={fieldsOf(schema, schemas)} />
            )}
          </article>
        ))}
    </>
  );
}
