"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/choice.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { ArticleRow } from "#lib/contracts/articles.ts";
import type { ReleaseOutcomes } from "#lib/contracts/layers.ts";
import { articleWords, releasePlan } from "./coding-words.ts";
import { LayersOf } from "./layers-of.tsx";
import styles from "./release-dialog.module.css";

export type ReleaseDialogProps = {
  workspace: string;
  /** Slug or id. */
  project: string;
  articles: readonly ArticleRow[];
  onClose: () => void;
  onReleased: (outcomes: ReleaseOutcomes) => void;
};

/** Says what will be shown to whom, and shows it: there is no way back. */
export function ReleaseDialog({ workspace, project, articles, onClose, onReleased }: ReleaseDialogProps) {
  const [isForced, setIsForced] = useState(false);
  const [reason, setReason] = useState("");
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const { ready, unfinished, left } = releasePlan(articles.map(({ coding }) => coding));
  const count = ready + (isForced ? unfinished : 0);
  const isFine = count > 0 && (!isForced || reason.trim() !== "");
  const release = async () => {
    setIsBusy(true);
    const answer = await call<ReleaseOutcomes>(
      "POST",
      `/workspaces/${workspace}/projects/${project}/layers/release`,
      { articleIds: articles.map(({ id }) => id), force: isForced, reason: isForced ? reason.trim() : "" },
    );
    setIsBusy(false);
    if (!answer.ok) return setFailure(answer.failure);
    onReleased(answer.value);
    onClose();
  };
  const [only, ...others] = articles;
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={
        articles.length === 1 ? "Release the layers" : `Release the layers of ${articles.length} articles`
      }
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" busy={isBusy} disabled={!isFine} onClick={release}>
            {count === 0 ? "Release" : `Release ${articleWords(count)}`}
          </Button>
        </>
      }
    >
      {failure ? (
        <Notice tone="danger" title={failure.title} live>
          {failure.detail}
        </Notice>
      ) : null}
      <div className={styles.form}>
        <p>
          Everybody who may read the project’s articles, viewers too, then sees what each editor marked alone,
          with names, comments and assessments. Each layer stays as its editor left it. This cannot be taken
          back.
        </p>
        {only && others.length === 0 ? <LayersOf workspace={workspace} articleId={only.id} /> : null}
        <ul className={styles.counts}>
          {ready > 0 ? <li>{articleWords(ready)} of which everybody has finished</li> : null}
          {unfinished > 0 ? <li>{articleWords(unfinished)} of which somebody has not finished</li> : null}
          {left > 0 ? <li>{articleWords(left)} with nothing to release</li> : null}
        </ul>
        {unfinished > 0 ? (
          <Checkbox
            label="Release what is not finished, too"
            hint="Who has not finished cannot go on, and agreement leaves their work out."
            checked={isForced}
            onCheckedChange={setIsForced}
          />
        ) : null}
        {isForced ? (
          <TextArea
            label="Reason"
            required
            rows={2}
            maxLength={1_000}
            hint="Stays on record"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        ) : null}
      </div>
    </Dialog>
  );
}
