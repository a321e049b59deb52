import { type ApiDocument, type ApiOperation, fieldsOf, typeWords } from "./api-document.ts";
import styles from "./docs.module.css";
import { withCode } from "./problem-doc.tsx";

type Schemas = ApiDocument["components"]["schemas"];
type Props = { path: string; method: string; operation: ApiOperation; schemas: Schemas };

export function Operation({ path, method, operation, schemas }: Props) {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const body = Object.entries(requestBody?.content ?? {})[0];
  const answer = Object.entries(responses).find(([status]) => status !== "default");
  const answered = Object.entries(answer?.[1].content ?? {});
  return (
    <article id={operationId} className={styles.operation}>
      <h3 className={styles.signature}>
        <span className={styles.method} data-method={method}>
          {method}
        </span>
        <a href={`#${operationId}`} className={styles.path}>
          {path}
        </a>
      </h3>
      <p>{withCode(summary)}</p>
      <p className={styles.quiet}>{withCode(description)}</p>
      {parameters.length > 0 ? (
        <Fields
          title="Parameters"
          rows={parameters.map((one) => ({
            name: one.name,
            about:
              one.in === "path"
                ? (one.description ?? "in the path")
                : (one.description ?? `in the ${one.in}`),
            type: typeWords(one.schema),
            isRequired: one.required,
          }))}
        />
      ) : null}
      {body ? (
        <Fields title={`Body: ${typeName(body[0], body[1].schema)}`} rows={rowsOf(body[1].schema, schemas)} />
      ) : null}
      {answer ? (
        <Fields
          title={`Answer ${answer[0]}: ${answered.map(([type, { schema }]) => typeName(type, schema)).join(", ") || "nothing"}`}
          rows={answered.length === 1 && answered[0] ? rowsOf(answered[0][1].schema, schemas) : []}
        />
      ) : null}
    </article>
  );
}

function typeName(mediaType: string, schema: Parameters<typeof typeWords>[0]): string {
  if (mediaType !== "application/json") return mediaType;
  return schema.properties ? "object" : typeWords(schema);
}

function rowsOf(schema: Parameters<typeof typeWords>[0], schemas: Schemas) {
  return fieldsOf(schema, schemas).map(({ name, field, isRequired }) => ({
    ...{ name, isRequired, type: typeWords(field), about: field.description ?? "" },
  }));
}

type Row = { name: string; type: string; about: string; isRequired: boolean };

function Fields({ title, rows }: { title: string; rows: readonly Row[] }) {
  if (rows.length === 0) return <p className={styles.summary}>{title}</p>;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>{title}</summary>
      <dl className={styles.fields}>
        {rows.map(({ name, type, about, isRequired }) => (
          <div key={name} className={styles.field}>
            <dt>
              <code>{name}</code>
              {isRequired ? null : <span className={styles.quiet}> optional</span>}
            </dt>
            <dd>
              <code className={styles.type}>{type}</code>
              {about ? <span className={styles.quiet}>{withCode(about)}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
