import Link from "next/link";
import {
  type AnswerRow,
  type ApiContent,
  type ApiDocument,
  answersOf,
  fieldsOf,
  namesIn,
  type Placed,
  typeWords,
} from "./api-document.ts";
import { CodeBlock } from "./code-block.tsx";
import styles from "./docs.module.css";
import { Fields, TypeWords } from "./fields.tsx";
import { clientFor, curlFor } from "./operation-examples.ts";
import { prose } from "./prose.tsx";

type Props = Placed & { readonly document: ApiDocument };

/** One operation: how it is asked, what it answers, and both once in full. */
export function Operation({ document, ...placed }: Props) {
  const { path, method, operation } = placed;
  const { operationId, summary, description, parameters, requestBody } = operation;
  const { schemas } = document.components;
  const rows = parameters.map((one) => ({
    ...{ name: one.name, type: typeWords(one.schema), names: namesIn(one.schema), isRequired: one.required },
    about: one.description ?? (one.in === "path" ? "in the path" : `in the ${one.in}`),
  }));
  return (
    <article id={operationId} className={styles.operation}>
      <h2 className={styles.signature}>
        <span className={styles.method} data-method={method}>
          {method}
        </span>
        <a href={`#${operationId}`} className={styles.path}>
          {path}
        </a>
      </h2>
      <p>{prose(summary)}.</p>
      <p className={styles.quiet}>
        {prose(description)} <code>{operationId}</code> in the client.
      </p>
      {rows.length > 0 ? (
        <Part title="Parameters">
          <Fields rows={rows} />
        </Part>
      ) : null}
      {Object.entries(requestBody?.content ?? {}).map(([type, { schema }]) => (
        <Part key={type} title="Body">
          <Content type={type} content={{ schema }} schemas={schemas} />
        </Part>
      ))}
      <Part title="Answers">
        <Answers rows={answersOf(operation, document)} schemas={schemas} />
      </Part>
      <Part title="With curl">
        <CodeBlock code={curlFor(placed)} label={`${operationId} with curl`} />
      </Part>
      <Part title="With the client">
        <CodeBlock code={clientFor(placed)} label={`${operationId} with the client`} />
      </Part>
    </article>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.partTitle}>{title}</h3>
      {children}
    </section>
  );
}

type Schemas = ApiDocument["components"]["schemas"];

/** What a body or an answer is; the fields of an unnamed one at once, an example on demand. */
function Content({ type, content, schemas }: { type: string; content: ApiContent; schemas: Schemas }) {
  const { schema, example } = content;
  const isNamed = schema.$ref !== undefined;
  const rows = fieldsOf(schema, schemas);
  return (
    <>
      <p className={styles.kind}>
        <TypeWords
          type={rows.length > 0 && !isNamed ? "object" : typeWords(schema)}
          names={namesIn(schema)}
        />
        {type === "application/json" ? null : <span className={styles.quiet}> as {type}</span>}
      </p>
      {rows.length > 0 ? (
        isNamed ? (
          <details className={styles.details}>
            <summary className={styles.summary}>Its {rows.length} fields</summary>
            <Fields rows={rows} />
          </details>
        ) : (
          <Fields rows={rows} />
        )
      ) : null}
      {example === undefined ? null : (
        <details className={styles.details}>
          <summary className={styles.summary}>Example</summary>
          <CodeBlock code={JSON.stringify(example, null, 2)} label="Example of an answer" />
        </details>
      )}
    </>
  );
}

function Answers({ rows, schemas }: { rows: readonly AnswerRow[]; schemas: Schemas }) {
  return (
    <dl className={styles.answers}>
      {rows.map(({ status, contents, problems }) => (
        <div key={status} className={styles.answer}>
          <dt>
            <span className={styles.status} data-kind={status.charAt(0)}>
              {status}
            </span>
          </dt>
          <dd>
            {contents.map(([type, content]) => (
              <Content key={type} type={type} content={content} schemas={schemas} />
            ))}
            {contents.length + problems.length === 0 ? <p className={styles.quiet}>Nothing to say.</p> : null}
            {problems.length > 0 ? (
              <p className={styles.problemLinks}>
                {problems.map((slug) => (
                  <Link key={slug} href={`/docs/problems/${slug}`}>
                    {slug}
                  </Link>
                ))}
              </p>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
