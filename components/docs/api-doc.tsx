import Link from "next/link";
import { type ApiDocument, operationsOf, slugOf } from "./api-document.ts";
import styles from "./docs.module.css";
import { guidePages } from "./guide/pages.ts";
import { OperationList } from "./reference-doc.tsx";

export type Problems = readonly { readonly slug: string; readonly title: string; readonly status: number }[];

/** The API for reading: the way in, and every operation by subject. */
export function ApiDoc({ document }: { document: ApiDocument }) {
  const operations = operationsOf(document);
  return (
    <>
      <h1 className={styles.title}>The API</h1>
      <p className={styles.lead}>{document.info.description}</p>
      <ul className={styles.cards}>
        {guidePages.map(({ slug, title, lead }) => (
          <li key={slug}>
            <Link href={`/docs/api/${slug}`} className={styles.card}>
              <span className={styles.cardTitle}>{title}</span>
              <span className={styles.quiet}>{lead}</span>
            </Link>
          </li>
        ))}
      </ul>
      {document.tags.map(({ name }) => (
        <section key={name} id={slugOf(name)} className={styles.group}>
          <h2 className={styles.heading}>
            <Link href={`/docs/api/${slugOf(name)}`}>{name}</Link>
          </h2>
          <OperationList operations={operations.filter(({ operation }) => operation.tags.includes(name))} />
        </section>
      ))}
    </>
  );
}

/** Every type of problem, with its page. */
export function ProblemsDoc({ problems }: { problems: Problems }) {
  return (
    <>
      <h1 className={styles.title}>Problems</h1>
      <p className={styles.lead}>
        What an answer that is no success can be. Its type leads to one of these pages.
      </p>
      <ul className={styles.problems}>
        {problems.map(({ slug, title, status }) => (
          <li key={slug}>
            <Link href={`/docs/problems/${slug}`}>{slug}</Link>
            <span>{status}</span>
            <span>{title}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
