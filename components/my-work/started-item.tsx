import Link from "next/link";
import { articlePath } from "#components/articles/paths.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Started } from "#lib/contracts/assignments.ts";
import styles from "./my-work.module.css";

type Props = { workspace: string; started: Started; project: string | undefined };

export function StartedItem({ workspace, started, project }: Props) {
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
    </li>
  );
}
