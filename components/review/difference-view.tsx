import type { ReviewCase } from "#lib/contracts/review-case.ts";
import type { DifferenceRow } from "./difference-rows.ts";
import styles from "./difference-view.module.css";
import type { WordRun } from "./word-difference.ts";

/** Fields that changed, each with the words that went and came. */
export function DifferenceList({ rows, label }: { rows: readonly DifferenceRow[]; label: string }) {
  return (
    <dl className={styles.list} aria-label={label}>
      {rows.map((row) => (
        <div key={row.key} className={styles.row}>
          <dt>{row.label}</dt>
          <dd>
            <Runs runs={row.runs} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** `del` and `ins` are read aloud as such; the line through and the line under say it without colour. */
function Runs({ runs }: { runs: readonly WordRun[] }) {
  return runs.map((run, at) => {
    const key = `${at} ${run.kind}`;
    if (run.kind === "same") return <span key={key}>{run.text}</span>;
    if (run.kind === "removed") return <del key={key}>{run.text}</del>;
    const isReplacement = runs.length === 2 && at === 1;
    return (
      <span key={key}>
        {isReplacement ? " " : null}
        <ins>{run.text}</ins>
      </span>
    );
  });
}

type SinceProps = { case: ReviewCase; rows: readonly DifferenceRow[]; by: string };

/** What a second reading is about: what changed since somebody last decided. */
export function SinceReviewed({ case: { reviewed, claim }, rows, by }: SinceProps) {
  if (!reviewed) return null;
  return (
    <section className={styles.since} aria-labelledby="since-reviewed">
      <h3 id="since-reviewed">Changed since the last decision</h3>
      <p className={styles.which}>
        Revision {reviewed.revision} was decided on; {by} made revision {claim.revision}.
      </p>
      {rows.length > 0 ? (
        <DifferenceList rows={rows} label="Difference from the last reviewed revision" />
      ) : (
        <p className={styles.which}>Its content is the same again as in revision {reviewed.revision}.</p>
      )}
    </section>
  );
}
