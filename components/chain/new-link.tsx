"use client";
import { CircleHelp } from "lucide-react";
import { orderOf } from "#components/annotator/tagging/tag.ts";
import { useActions } from "#components/annotator/workspace/use-actions.ts";
import { useWorkspace } from "#components/annotator/workspace/workspace-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { CategoryPicker } from "./category-picker.tsx";
import styles from "./chain-editor.module.css";

/** A link that is about to be: it is stored once its category is chosen, and not before. */
export function NewLink({ claim, at }: { claim: ClaimView; at: number }) {
  const { ui } = useWorkspace();
  const { setCategory } = useActions();
  return (
    <fieldset className={styles.link} data-family="unclear" aria-label="New link">
      <p className={styles.newLink}>
        <b>New link {orderOf(claim, at)}.</b>{" "}
        {at === 0 ? "How did the article get it?" : "How did it get there?"} <Kbd keys="1" />–<Kbd keys="5" />{" "}
        family, then category.
      </p>
      <div className={styles.foot}>
        <CategoryPicker current={null} isForActive onPick={setCategory} />
        <Button
          size="sm"
          variant="quiet"
          icon={<CircleHelp />}
          onClick={() => ui.set({ asking: { kind: "decision", target: { kind: "new-link", at } } })}
        >
          Ask me <Kbd keys="d" />
        </Button>
        <Button size="sm" variant="quiet" onClick={() => ui.set({ newLink: null, familyKey: null })}>
          Cancel
        </Button>
      </div>
    </fieldset>
  );
}
