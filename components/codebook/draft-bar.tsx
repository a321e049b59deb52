"use client";
import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import type { CodebookAnswer } from "#lib/contracts/codebooks.ts";
import styles from "./codebook.module.css";
import { PublishDialog } from "./publish-dialog.tsx";
import type { DraftState } from "./use-draft.ts";
import { changeWords, counted, labelsIn } from "./words.ts";

type Props = { workspace: string; answer: CodebookAnswer; draft: DraftState };

/** "3 changes not published": what they are, taking one back, letting all of them go, publishing. */
export function DraftBar({ workspace, answer, draft }: Props) {
  const [isPublishing, setPublishing] = useState(false);
  const count = draft.draft.length;
  if (count === 0) return null;
  return (
    <div className={styles.bar}>
      <details className={styles.barWords}>
        <summary>
          <span role="status">{counted(count, "change")} not published</span>
        </summary>
        <ol className={styles.draft}>
          {draft.draft.map((change, at) => {
            const words = changeWords(change, draft.codebook, labelsIn(draft.codebook));
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a change is known by its place among them
              <li key={at}>
                {words}
                <IconButton
                  size="sm"
                  label={`Take back: ${words}`}
                  icon={<X />}
                  onClick={() => draft.drop(at)}
                />
              </li>
            );
          })}
        </ol>
      </details>
      <span className={styles.barActions}>
        <ConfirmDialog
          trigger={<Button size="sm">Discard</Button>}
          title={`Discard ${counted(count, "change")}?`}
          description={`The codebook stays as version ${answer.codebook.version} has it. This cannot be undone.`}
          confirmLabel="Discard"
          danger
          onConfirm={draft.clear}
        />
        <Button size="sm" variant="primary" onClick={() => setPublishing(true)}>
          Publish…
        </Button>
      </span>
      {isPublishing ? (
        <PublishDialog {...{ workspace, answer, draft }} onClose={() => setPublishing(false)} />
      ) : null}
    </div>
  );
}
