import { Avatar } from "#components/ui/avatar.tsx";
import type { Assignee } from "#lib/contracts/articles.ts";
import styles from "./assignees.module.css";
import { Due } from "./due.tsx";

const SHOWN = 3;

/** Who works on an article: each person once, with the date that comes first. */
export function Assignees({ assignees }: { assignees: readonly Assignee[] }) {
  const people = [...new Map(assignees.map((one) => [one.userId, one.name])).entries()];
  const dueAt = assignees.find((one) => one.dueAt !== null)?.dueAt;
  if (people.length === 0) return <span className={styles.nobody}>Nobody</span>;
  const over = people.slice(SHOWN).map(([, name]) => name);
  return (
    <span className={styles.assignees}>
      <span className={styles.faces}>
        {people.slice(0, SHOWN).map(([id, name]) => (
          <Avatar key={id} name={name} size={24} />
        ))}
        {over.length > 0 ? (
          <span className={styles.over} title={over.join(", ")}>
            +{over.length}
          </span>
        ) : null}
      </span>
      {dueAt ? <Due at={dueAt} /> : null}
    </span>
  );
}
