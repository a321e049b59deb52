"use client";
import { Avatar } from "#components/ui/avatar.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import type { Present } from "#lib/contracts/presence.ts";
import { rectOf } from "../dom/rectangles.ts";
import { usePeople } from "../inspector/use-people.ts";
import { useActions } from "../workspace/use-actions.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./presence.module.css";
import { ringOf, usePersonsHere } from "./use-people-here.ts";

const MOST = 5;

/** Who else is in the article. A press goes to where they are. */
export function PresenceBar() {
  const people = usePersonsHere();
  return people.length === 0 ? null : <Faces people={people} />;
}

function Faces({ people }: { people: readonly Present[] }) {
  const nameOf = usePeople();
  const follow = useFollow();
  const more = people.length - MOST;
  return (
    <ul className={styles.faces} aria-label="Also here">
      {people.slice(0, MOST).map((present) => {
        const name = nameOf(present.userId);
        return (
          <li key={present.userId}>
            <Tooltip content={`${name}: ${doing(present)}`}>
              <button type="button" className={styles.face} onClick={() => follow(present)}>
                <Avatar name={name} ring={ringOf(present.userId)} />
                <span className={styles.doing}>{doing(present)}</span>
              </button>
            </Tooltip>
          </li>
        );
      })}
      {more > 0 ? <li className={styles.more}>+{more}</li> : null}
    </ul>
  );
}

function doing({ isTyping, claimId, selection }: Present): string {
  if (isTyping) return "is typing in a claim";
  if (claimId !== null) return "has a claim open";
  return selection ? "has selected words" : "is reading";
}

/** To the claim they have open, else to the words they selected, else to the paragraph they read. */
function useFollow(): (present: Present) => void {
  const { ui, store, announce } = useWorkspace();
  const { activate } = useActions();
  return ({ claimId, selection, paragraph }) => {
    if (claimId !== null && store.get(claimId)) return activate(claimId, true);
    const { engine } = ui.get();
    const span = selection ?? (paragraph === null ? null : { start: paragraph, end: paragraph + 1 });
    const rect = engine && span ? rectOf(engine.map, span) : null;
    if (!rect) return announce("They have not said where they are yet.");
    window.scrollBy({ top: rect.top - window.innerHeight * 0.3 });
  };
}
