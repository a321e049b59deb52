import Link from "next/link";
import { type ApiDocument, operationsOf, slugOf } from "./api-document.ts";
import styles from "./docs.module.css";
import { guidePages } from "./guide/pages.ts";
import { OperationSearch } from "./operation-search.tsx";

/** What there is to read: the guide, the operations by subject, and a way to find one. */
export function DocsContents({ document, current }: { document: ApiDocument; current?: string | undefined }) {
  const operations = operationsOf(document).map(({ path, method, operation }) => ({
    ...{ id: operation.operationId, method, summary: operation.summary, path: path.replace("/api/v1", "") },
    href: `/docs/api/${slugOf(operation.tags[0] ?? "")}#${operation.operationId}`,
  }));
  const way = (slug: string, words: string) => (
    <Link key={slug} href={`/docs/api/${slug}`} aria-current={slug === current ? "page" : undefined}>
      {words}
    </Link>
  );
  return (
    <div className={styles.aside}>
      <OperationSearch operations={operations} />
      <nav aria-label="Guide" className={styles.contents}>
        <p className={styles.contentsTitle}>Guide</p>
        {guidePages.map(({ slug, title }) => way(slug, title))}
      </nav>
      <nav aria-label="Reference" className={styles.contents}>
        <p className={styles.contentsTitle}>Reference</p>
        {document.tags.map(({ name }) => way(slugOf(name), name))}
        {way("schemas", "Schemas")}
        {way("problems", "Problems")}
      </nav>
    </div>
  );
}
