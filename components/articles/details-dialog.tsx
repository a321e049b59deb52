"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { Article, ArticleRow } from "#lib/contracts/articles.ts";
import { DetailsFields } from "./details-fields.tsx";
import { type DetailsForm, formOf, patchOf } from "./details-form.ts";
import { fieldErrors } from "./field-errors.ts";
import { isStale } from "./use-article-actions.ts";

type Props = {
  workspace: string;
  article: ArticleRow;
  onClose: () => void;
  onSaved: (article: Article) => void;
};

/** Corrects an article's details. Somebody else's change in between is shown beside one's own, and nothing is lost. */
export function DetailsDialog({ workspace, article, onClose, onSaved }: Props) {
  const [base, setBase] = useState({ form: formOf(article), revision: article.revision });
  const [form, setForm] = useState(base.form);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [theirs, setTheirs] = useState<Partial<DetailsForm>>({});
  const patch = patchOf(base.form, form);
  const save = async () => {
    if (Object.keys(patch).length === 0) return onClose();
    setIsBusy(true);
    const path = `/workspaces/${workspace}/articles/${article.id}`;
    const answer = await call<Article>("PATCH", path, patch, { ifMatch: base.revision });
    setIsBusy(false);
    if (answer.ok) {
      onSaved(answer.value);
      return onClose();
    }
    setFailure(answer.failure);
    if (!isStale(answer.failure)) return;
    const { current } = answer.failure;
    const now = formOf(current);
    setTheirs(differences(base.form, now));
    setForm(merged(base.form, form, now));
    setBase({ form: now, revision: current.revision });
    onSaved(current);
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title="Correct details"
      description="The text itself stays as it is."
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" busy={isBusy} onClick={save} disabled={form.title.trim() === ""}>
            Save
          </Button>
        </>
      }
    >
      {failure ? (
        <Notice tone={isStale(failure) ? "warning" : "danger"} title={failure.title} live>
          {isStale(failure)
            ? "Your words are still here, theirs are in the fields you left alone. Save again to keep it so."
            : failure.detail}
        </Notice>
      ) : null}
      <DetailsFields
        form={form}
        onChange={setForm}
        errors={fieldErrors(failure, { publishedAt: "date" })}
        hints={hintsOf(theirs, form)}
      />
    </Dialog>
  );
}

const names = (form: DetailsForm) => Object.keys(form) as (keyof DetailsForm)[]; // its own keys

function differences(before: DetailsForm, now: DetailsForm): Partial<DetailsForm> {
  return Object.fromEntries(
    names(now)
      .filter((name) => before[name] !== now[name])
      .map((name) => [name, now[name]]),
  );
}

/** Mine where I wrote, theirs where I did not. */
function merged(before: DetailsForm, mine: DetailsForm, now: DetailsForm): DetailsForm {
  const kept = names(mine).filter((name) => mine[name] !== before[name]);
  return { ...now, ...Object.fromEntries(kept.map((name) => [name, mine[name]])) };
}

function hintsOf(theirs: Partial<DetailsForm>, form: DetailsForm) {
  const differing = names(form).filter((name) => theirs[name] !== undefined && theirs[name] !== form[name]);
  return Object.fromEntries(
    differing.map((name) => [name, theirs[name] ? `Theirs: ${theirs[name]}` : "They left it empty."]),
  );
}
