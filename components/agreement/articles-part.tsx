import Link from "next/link";
import { Table } from "#components/ui/table.tsx";
import type { ShownReport } from "#lib/contracts/agreement.ts";
import styles from "./agreement.module.css";
import type { Reading } from "./agreement-screen.tsx";
import { FigureView } from "./figure-view.tsx";
import { number } from "./words.ts";

type Article = ShownReport["articles"][number];
type Moment = ShownReport["time"][number];
type Few = Pick<Article, "overlapF1" | "characterF1" | "provenanceAlpha" | "exactChains">;

const fewColumns = [
  {
    id: "alpha",
    header: "α of provenance",
    cardLabel: "α of provenance",
    width: "18rem",
    cell: ({ provenanceAlpha }: Few) => <FigureView figure={provenanceAlpha} isAlpha />,
  },
  {
    id: "overlap",
    header: "F1, any overlap",
    cardLabel: "F1, any overlap",
    width: "8rem",
    align: "end" as const,
    cell: ({ overlapF1 }: Few) => number(overlapF1.value),
  },
  {
    id: "characters",
    header: "F1, characters",
    cardLabel: "F1, characters",
    width: "8rem",
    align: "end" as const,
    cell: ({ characterF1 }: Few) => number(characterF1.value),
  },
  {
    id: "chains",
    header: "Same chain",
    cardLabel: "Same chain",
    width: "7rem",
    align: "end" as const,
    cell: ({ exactChains }: Few) => number(exactChains.value),
  },
];

/** Where people agree least, and whether it gets better. */
export function ArticlesPart({ report, reading }: { report: ShownReport; reading: Reading }) {
  const rows = report.articles.toSorted(
    (one, other) => (one.characterF1.value ?? 2) - (other.characterF1.value ?? 2),
  );
  const articleColumns = [
    {
      id: "article",
      header: "Article",
      cell: ({ articleId, coders, units }: Article) => (
        <span className={styles.what}>
          <Link href={`/w/${reading.workspace}/articles/${articleId}`}>
            {report.titles[articleId] ?? "An article"}
          </Link>
          <span className={styles.quiet}>
            {coders.map(reading.nameOf).join(", ")}; {units} units
          </span>
        </span>
      ),
    },
    ...fewColumns,
  ];
  const timeColumns = [
    {
      id: "bucket",
      header: "Finished in",
      cell: ({ bucket, articles }: Moment) => (
        <span className={styles.what}>
          {bucket}
          <span className={styles.quiet}>
            {articles} {articles === 1 ? "article" : "articles"}
          </span>
        </span>
      ),
    },
    ...fewColumns,
  ];
  return (
    <div className={styles.parts}>
      <section className={styles.part} aria-label="Over time">
        <h2 className={styles.title}>Over time</h2>
        <Table
          caption="Agreement over time"
          columns={timeColumns}
          rows={report.time}
          rowKey={({ bucket }) => bucket}
        />
      </section>
      <section className={styles.part} aria-label="By article">
        <h2 className={styles.title}>By article, the least alike first</h2>
        <Table
          caption="Agreement by article"
          columns={articleColumns}
          rows={rows}
          rowKey={({ articleId }) => articleId}
        />
      </section>
    </div>
  );
}
