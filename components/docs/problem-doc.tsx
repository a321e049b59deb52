import type { ProblemType } from "#lib/contracts/problem-type.ts";
import styles from "./docs.module.css";
import { DocsShell } from "./docs-shell.tsx";
import { prose } from "./prose.tsx";

export function ProblemDoc({ slug, problem }: { slug: string; problem: ProblemType }) {
  return (
    <DocsShell>
      <p className={styles.eyebrow}>
        <code>{slug}</code> · answered with status {problem.status}
      </p>
      <h1 className={styles.title}>{problem.title}</h1>
      <h2 className={styles.small}>What happened</h2>
      <p>{prose(problem.meaning)}</p>
      <h2 className={styles.small}>What to do</h2>
      <p>{prose(problem.remedy)}</p>
    </DocsShell>
  );
}
