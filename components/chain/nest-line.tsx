"use client";
import { CornerDownRight } from "lucide-react";
import { useState } from "react";
import { nestIn, takeOut } from "#components/annotator/tagging/relate.ts";
import { useActions } from "#components/annotator/workspace/use-actions.ts";
import {
  useClaim,
  useNames,
  useRows,
  useWorkspace,
} from "#components/annotator/workspace/workspace-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { inheritedCount } from "#lib/client/workspace/chain-edit.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { surroundingClaim } from "#lib/client/workspace/nesting.ts";
import editor from "./chain-editor.module.css";
import styles from "./nest-line.module.css";

/** What the claim takes over from the one around it, or that there is one around it. */
export function NestLine({ claim }: { claim: ClaimView }) {
  const { places } = useWorkspace();
  const parent = useClaim(claim.parentId);
  // Others around it come and go.
  useRows();
  const around = claim.parentId === null ? surroundingClaim(claim, places) : null;
  if (parent) return <Nested claim={claim} parent={parent} />;
  return around ? <Around claim={claim} around={around} /> : null;
}

function Nested({ claim, parent }: { claim: ClaimView; parent: ClaimView }) {
  const workspace = useWorkspace();
  const { activate } = useActions();
  const count = inheritedCount(claim);
  const [isAsking, setAsking] = useState(false);
  return (
    <div className={styles.nest}>
      <p className={styles.words}>
        <CornerDownRight className={styles.icon} aria-hidden="true" /> Nested in{" "}
        <Named claim={parent} onOpen={() => activate(parent.id, true)} />
        <Stop after={parent} />
        {count === 0 ? null : ` Its first ${count === 1 ? "link comes" : `${count} links come`} from there.`}
      </p>
      {workspace.canWrite ? (
        <span className={styles.buttons}>
          {isAsking ? (
            <>
              <Button size="sm" onClick={() => takeOut(workspace, claim, "whole")}>
                Keep the whole chain <Kbd keys="Shift-U" />
              </Button>
              <Button size="sm" onClick={() => takeOut(workspace, claim, "own")}>
                Keep its own links
              </Button>
            </>
          ) : (
            <Button size="sm" variant="quiet" onClick={() => setAsking(true)}>
              Take out
            </Button>
          )}
        </span>
      ) : null}
    </div>
  );
}

function Around({ claim, around }: { claim: ClaimView; around: ClaimView }) {
  const workspace = useWorkspace();
  const { activate } = useActions();
  if (!workspace.canWrite) return null;
  return (
    <div className={styles.nest}>
      <p className={styles.words}>
        <CornerDownRight className={styles.icon} aria-hidden="true" /> Lies inside{" "}
        <Named claim={around} onOpen={() => activate(around.id, true)} />
        <Stop after={around} />
      </p>
      <span className={styles.buttons}>
        <Button size="sm" variant="quiet" onClick={() => nestIn(workspace, claim, around)}>
          Nest it there <Kbd keys="Shift-N" />
        </Button>
      </span>
    </div>
  );
}

function Named({ claim, onOpen }: { claim: ClaimView; onOpen: () => void }) {
  const words = useShortWords(claim);
  return (
    <a
      href={`?claim=${claim.id}`}
      className={editor.goThere}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onOpen();
      }}
    >
      {words}
    </a>
  );
}

/** Words that are cut short end in points of their own. */
function Stop({ after }: { after: ClaimView }) {
  return useShortWords(after).endsWith("…") ? null : ".";
}

function useShortWords(claim: ClaimView): string {
  const names = useNames();
  return short(claim.statement || names.words(claim.spans));
}

function short(words: string): string {
  const points = [...words.replace(/\.$/u, "")];
  return points.length > 60 ? `${points.slice(0, 58).join("")}…` : points.join("");
}
