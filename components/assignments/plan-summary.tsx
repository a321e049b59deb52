import { Notice } from "#components/ui/notice.tsx";
import type { AssignmentsPlan, Worker } from "#lib/contracts/assignments.ts";
import styles from "./assign-dialog.module.css";

type Props = { plan: AssignmentsPlan; workers: readonly Worker[]; each: number };

/** Who would get how many articles, and how many articles would lack somebody. */
export function PlanSummary({ plan, workers, each }: Props) {
  const names = new Map(workers.map(({ userId, name }) => [userId, name]));
  const { length: lacking } = plan.lacking;
  return (
    <div className={styles.list} role="status">
      {plan.people.map(({ userId, given }) => (
        <div key={userId} className={styles.person}>
          <span>{names.get(userId) ?? ""}</span>
          <span className={styles.quiet}>{given === 1 ? "1 article" : `${given} articles`}</span>
        </div>
      ))}
      {lacking > 0 ? (
        <Notice tone="warning">
          {lacking === 1 ? "1 article" : `${lacking} articles`} would have fewer than {each}{" "}
          {each === 1 ? "person" : "people"}. Choose more people.
        </Notice>
      ) : null}
    </div>
  );
}
