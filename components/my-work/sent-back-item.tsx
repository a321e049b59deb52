import { articlePath } from "#components/articles/paths.ts";
import { TitleLink } from "#components/articles/title-link.tsx";
import { Facts } from "#components/ui/facts.tsx";
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
        <TitleLink href={`${articlePath(workspace, articleId)}?claim=${claimId}`} data-entry>
          {statement || `“${exact}”`}
        </TitleLink>
        {reason ? (
          <p className={styles.note}>
            <span className={styles.who}>{reviewer}:</span> {reason}
          </p>
        ) : null}
        <Facts>
          <span>in {articleTitle}</span>
          <span>
            sent back <RelativeTime at={sentBackAt} />
            {reason ? null : ` by ${reviewer}`}
          </span>
        </Facts>
      </div>
    </li>
  );
}
