"use client";
import { Avatar } from "#components/ui/avatar.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { usePeople } from "../inspector/use-people.ts";
import styles from "./presence.module.css";
import { ringOf, usePersonsHere } from "./use-people-here.ts";

/** Somebody else is at this claim: a notice, never a lock. */
export function AlsoHere({ claim }: { claim: ClaimView }) {
  const others = usePersonsHere().filter(({ claimId }) => claimId === claim.id);
  const nameOf = usePeople();
  return (
    <div role="status" className={styles.also} hidden={others.length === 0}>
      {others.map(({ userId, isTyping }) => (
        <p key={userId} className={styles.alsoLine}>
          <Avatar name={nameOf(userId)} size={18} ring={ringOf(userId)} decorative />
          <span>
            <b>{nameOf(userId)}</b> {isTyping ? "is typing here" : "has this claim open, too"}. You can both
            go on: what you each change is put together.
          </span>
        </p>
      ))}
    </div>
  );
}
