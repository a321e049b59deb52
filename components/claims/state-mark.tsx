import { Check, CircleDashed, CircleDot, MessageSquareWarning, X } from "lucide-react";
import { cx } from "#components/ui/cx.ts";
import type { ClaimState } from "#core/review/state.ts";
import styles from "./state-mark.module.css";

const looks = {
  draft: { label: "Draft", Icon: CircleDashed },
  submitted: { label: "Submitted", Icon: CircleDot },
  changes_requested: { label: "Changes requested", Icon: MessageSquareWarning },
  approved: { label: "Approved", Icon: Check },
  rejected: { label: "Rejected", Icon: X },
} as const;

export function stateLabel(state: ClaimState): string {
  return looks[state].label;
}

/** A claim's state: shape first, then colour, then word. `quiet` keeps the word for those who hear it. */
export function StateMark({ state, quiet = false }: { state: ClaimState; quiet?: boolean }) {
  const { label, Icon } = looks[state];
  return (
    <span
      className={cx(styles.mark, quiet && styles.quiet)}
      data-state={state}
      title={quiet ? label : undefined}
    >
      <Icon aria-hidden="true" />
      <span className={styles.word}>{label}</span>
    </span>
  );
}
