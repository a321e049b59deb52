import Link from "next/link";
import { articlePath } from "#components/articles/paths.ts";
import { Button } from "#components/ui/button.tsx";
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
        <Link href={articlePath(workspace, started.articleId)} className={styles.title} data-entry>
          {started.articleTitle}
        </Link>
        <p className={styles.facts}>
          <span>
            begun <RelativeTime at={started.since} />
          </span>
          {project ? <span>{project}</span> : null}
        </p>
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
