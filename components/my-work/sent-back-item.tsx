import Link from "next/link";
import { articlePath } from "#components/articles/paths.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { SentBack } from "#lib/contracts/assignments.ts";
import styles from "./my-work.module.css";

type Props = { workspace: string; claim: SentBack; reviewer: string };

/** A claim for which changes were asked, with what was asked; it opens where it stands in its article. */
export function SentBackItem({ workspace, claim, reviewer }: Props) {
  const { articleId, articleTitle, claimId, statement, exact, reason, sentBackAt } = claim;
  return (
    <li className={styles.item}>
      <div className={styles.main}>
        <Link
          href={`${articlePath(workspace, articleId)}?claim=${claimId}`}
          className={styles.title}
          data-entry
        >
          {statement || `“${exact}”`}
        </Link>
        {reason ? (
          <p className={styles.note}>
            <span className={styles.who}>{reviewer}:</span> {reason}
          </p>
        ) : null}
        <p className={styles.facts}>
          <span>in {articleTitle}</span>
          <span>
            sent back <RelativeTime at={sentBackAt} />
            {reason ? null : ` by ${reviewer}`}
          </span>
        </p>
      </div>
    </li>
  );
}
