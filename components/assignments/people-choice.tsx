"use client";
import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/choice.tsx";
import type { Worker } from "#lib/contracts/assignments.ts";
import styles from "./assign-dialog.module.css";
import { inHandWords } from "./use-workers.ts";

type Props = {
  workers: readonly Worker[] | null;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
  error?: string | undefined;
};

/** Who gets it, in the order of the list, with how much each has in hand. */
export function PeopleChoice({ workers, chosen, onChange, error }: Props) {
  const id = useId();
  const all = (workers ?? []).map(({ userId }) => userId);
  const isAll = all.length > 0 && chosen.length === all.length;
  const set = (userId: string, on: boolean) =>
    onChange(all.filter((one) => (one === userId ? on : chosen.includes(one))));
  return (
    <fieldset className={styles.people} aria-describedby={error ? id : undefined}>
      <legend className={styles.legend}>
        <span>People</span>
        {all.length > 1 ? (
          <Button size="sm" variant="quiet" onClick={() => onChange(isAll ? [] : all)}>
            {isAll ? "Choose none" : "Choose all"}
          </Button>
        ) : null}
      </legend>
      <div className={styles.list} aria-busy={workers === null}>
        {workers === null ? <p className={styles.quiet}>Loading…</p> : null}
        {workers?.length === 0 ? (
          <p className={styles.quiet}>
            Nobody in this project may do this. Invite somebody, or give them a role.
          </p>
        ) : null}
        {workers?.map(({ userId, name, inHand }) => (
          <div key={userId} className={styles.person}>
            <Checkbox
              label={name}
              checked={chosen.includes(userId)}
              onCheckedChange={(on) => set(userId, on)}
            />
            <span className={styles.quiet}>{inHandWords(inHand)}</span>
          </div>
        ))}
      </div>
      <p id={id} className={styles.error} role="alert">
        {error}
      </p>
    </fieldset>
  );
}
