import Link from "next/link";
import type { ApiDocument } from "./api-document.ts";
import styles from "./docs.module.css";
import { DocsShell } from "./docs-shell.tsx";
import { Operation } from "./operation.tsx";

export type ApiDocProps = {
  document: ApiDocument;
  problems: readonly { slug: string; title: string; status: number }[];
};

/** The API for reading: how to talk to it, then every operation by subject. */
export function ApiDoc({ document, problems }: ApiDocProps) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const groups = document.tags.map(({ name }) => ({
    name,
    operations: operations.filter(({ operation }) => operation.tags.includes(name)),
  }));
  return (
    <DocsShell aside={<Contents groups={groups.map(({ name }) => name)} />}>
      <h1 className={styles.title}>The API</h1>
      <p className={styles.lead}>{document.info.description}</p>
      <Basics />
      {groups.map(({ name, operations: own }) => (
        <section key={name} id={anchorOf(name)} className={styles.group}>
          <h2 className={styles.heading}>{name}</h2>
          {own.map(({ path, method, operation }) => (
            <Operation
              key={operation.operationId}
              {...{ path, method, operation }}
              schemas={document.components.schemas}
            />
          ))}
        </section>
      ))}
      <section id="problems" className={styles.group}>
        <h2 className={styles.heading}>Problems</h2>
        <p>An answer that is no success is a problem (RFC 9457). Its `type` leads to one of these pages.</p>
        <ul className={styles.problems}>
          {problems.map(({ slug, title, status }) => (
            <li key={slug}>
              <Link href={`/docs/problems/${slug}`}>{slug}</Link>
              <span>{status}</span>
              <span>{title}</span>
            </li>
          ))}
        </ul>
      </section>
    </DocsShell>
  );
}

const anchorOf = (name: string) => name.toLowerCase().replaceAll(" ", "-");

function Contents({ groups }: { groups: readonly string[] }) {
  return (
    <nav aria-label="Contents" className={styles.contents}>
      <a href="#basics">Basics</a>
      {groups.map((name) => (
        <a key={name} href={`#${anchorOf(name)}`}>
          {name}
        </a>
      ))}
      <a href="#problems">Problems</a>
    </nav>
  );
}

function Basics() {
  return (
    <section id="basics" className={styles.group}>
      <h2 className={styles.heading}>Basics</h2>
      <p>
        Make a token in the settings and send it with every request. It never may do more than your role does,
        and a workspace is named by its id or its slug.
      </p>
      <pre
        className={styles.example}
      >{`curl -H "Authorization: Bearer $TOKEN" \\\n  "$SOURCELINE/api/v1/me"`}</pre>
      <dl className={styles.facts}>
        <dt>Changing</dt>
        <dd>
          What is read comes with an <code>ETag</code>. Send it back as <code>If-Match</code>: if somebody was
          faster, the answer is 412 with what it is now, and nothing was overwritten.
        </dd>
        <dt>Repeating</dt>
        <dd>
          With an <code>Idempotency-Key</code> a POST takes effect once, however often it is sent.
        </dd>
        <dt>Lists</dt>
        <dd>
          Pages of <code>limit</code> items; <code>next</code> is the cursor for <code>after</code>, also sent
          as a <code>Link</code> header. An unknown parameter is refused.
        </dd>
        <dt>Places in texts</dt>
        <dd>
          Unicode code points, half-open. A span may carry <code>exact</code>; other words there are refused.
        </dd>
      </dl>
    </section>
  );
}
