import { articlePath } from "#components/articles/paths.ts";
import { TitleLink } from "#components/articles/title-link.tsx";
import { Button } from "#components/ui/button.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Started } from "#lib/contracts/assignments.ts";
import styles from "./my-work.module.css";

type Props = {
  workspace: string;
  started: Started;
  project: string | undefined;
  onFinish: (started: Started) => Promise<void>;
};

export function StartedItem({ workspace, started, project, onFinish }: Props) {
  return (
    <li className={styles.item}>
      <div className={styles.main}>
        <TitleLink href={articlePath(workspace, started.articleId)} data-entry>
          {started.articleTitle}
        </TitleLink>
        <Facts>
          <span>
            begun <RelativeTime at={started.since} />
          </span>
          {project ? <span>{project}</span> : null}
        </Facts>
      </div>
      <div className={styles.actions}>
        <Button
          size="sm"
          onClick={() => onFinish(started)}
          aria-label={`Mark finished: ${started.articleTitle}`}
        >
          Mark finished
        </Button>
      </div>
    </li>
  );
}
