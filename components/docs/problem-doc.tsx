import { Fragment } from "react";
import type { ProblemType } from "#lib/contracts/problems.ts";
import styles from "./docs.module.css";
import { DocsShell } from "./docs-shell.tsx";

export function ProblemDoc({ slug, problem }: { slug: string; problem: ProblemType }) {
  return (
    <DocsShell>
      <p className={styles.eyebrow}>
        <code>{slug}</code> · answered with status {problem.status}
      </p>
      <h1 className={styles.title}>{problem.title}</h1>
      <h2 className={styles.small}>What happened</h2>
      <p>{withCode(problem.meaning)}</p>
      <h2 className={styles.small}>What to do</h2>
      <p>{withCode(problem.remedy)}</p>
    </DocsShell>
  );
}

/** Words between backticks are code. */
export function withCode(text: string) {
  return text.split("`").map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one unchanging sentence
    <Fragment key={at}>{at % 2 === 1 ? <code>{part}</code> : part}</Fragment>
  ));
}
