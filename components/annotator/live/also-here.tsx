"use client";
import { Avatar } from "#components/ui/avatar.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { usePeople } from "../inspector/use-people.ts";
import styles from "./presence.module.css";
import { ringOf, usePersonsHere } from "./use-people-here.ts";

/** Somebody else is at this claim: a notice, never a lock. It has its place in the head, so that nothing moves for it. */
export function AlsoHere({ claim }: { claim: ClaimView }) {
  const others = usePersonsHere().filter(({ claimId }) => claimId === claim.id);
  const nameOf = usePeople();
  const [first] = others.toSorted((one, other) => Number(other.isTyping) - Number(one.isTyping));
  const more = others.length > 1 ? ` and ${others.length - 1} more` : "";
  const words = first ? `${nameOf(first.userId)}${more} ${first.isTyping ? "typing" : "here, too"}` : "";
  return (
    <span role="status" className={styles.also}>
      {first ? (
        <span className={styles.alsoWords} title="You can both go on: what each changes is put together.">
          <Avatar name={nameOf(first.userId)} size={18} ring={ringOf(first.userId)} decorative />
          <span>{words}</span>
        </span>
      ) : null}
    </span>
  );
}
