"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { useToast } from "#components/ui/toast.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { CodebookAnswer, CodebookPreview } from "#lib/contracts/codebooks.ts";
import { ChangeList } from "./change-list.tsx";
import styles from "./codebook.module.css";
import type { DraftState } from "./use-draft.ts";
import { counted, labelsIn, reasonWords } from "./words.ts";

type Props = { workspace: string; answer: CodebookAnswer; draft: DraftState; onClose: () => void };

/** Shows what the next version would change, and which claims it puts in question, and publishes it with a note. */
export function PublishDialog({ workspace, answer, draft, onClose }: Props) {
  const router = useRouter();
  const { notify } = useToast();
  const [note, setNote] = useState("");
  const [isBusy, setBusy] = useState(false);
  const { preview, failure, setFailure } = usePreview(workspace, answer, draft);
  const next = answer.codebook.version + 1;
  const publish = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const path = `/workspaces/${workspace}/codebooks/${answer.codebook.id}/versions`;
    const body = { changes: draft.draft, note: note.trim() };
    const sent = await call<CodebookAnswer>("POST", path, body, { ifMatch: answer.codebook.version });
    setBusy(false);
    if (sent.ok) {
      draft.clear();
      onClose();
      notify({ tone: "success", title: `Version ${next} is out`, description: "No project has it yet." });
    } else setFailure(sent.failure);
    // After a refusal, too: somebody else's version is what the changes are made of from then on.
    router.refresh();
  };
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`Publish version ${next}`}
      description="Projects keep the version they have until they are switched. A version that is out stays as it is."
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button
            type="submit"
            form="publish"
            variant="primary"
            busy={isBusy}
            disabled={note.trim() === "" || draft.draft.length === 0}
          >
            Publish
          </Button>
        </>
      }
    >
      <form id="publish" className={styles.form} onSubmit={publish}>
        {failure ? <Refused failure={failure} /> : null}
        <TextField
          label="Note"
          required
          maxLength={500}
          value={note}
          hint="What changes and why, for those who work by it."
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {preview ? <Preview {...{ preview, answer, draft }} /> : null}
      </form>
    </Dialog>
  );
}

function Refused({ failure }: { failure: ApiFailure }) {
  if (failure.status === 412) {
    return (
      <Notice tone="warning" title="Somebody else has published a version meanwhile" live>
        Yours was not. Your changes are kept, as far as they fit the new version: look at them and publish
        again.
      </Notice>
    );
  }
  const errors = "errors" in failure ? (failure.errors ?? []) : [];
  return (
    <Notice tone="danger" title={failure.title} live>
      {errors.length > 0 ? errors.map(({ message }) => message).join(" ") : failure.detail}
    </Notice>
  );
}

function usePreview(workspace: string, { codebook }: CodebookAnswer, { draft }: DraftState) {
  const [preview, setPreview] = useState<CodebookPreview | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const { id, version } = codebook;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another preview of the same changes
  useEffect(() => {
    let isGone = false;
    if (draft.length === 0) return;
    const path = `/workspaces/${workspace}/codebooks/${id}/versions/preview`;
    void call<CodebookPreview>("POST", path, { changes: draft }).then((answer) => {
      if (isGone) return;
      if (answer.ok) setPreview(answer.value);
      else setFailure(answer.failure);
    });
    return () => {
      isGone = true;
    };
  }, [workspace, id, version, draft]);
  return { preview, failure, setFailure };
}

type PreviewProps = { preview: CodebookPreview; answer: CodebookAnswer; draft: DraftState };

function Preview({ preview, answer, draft }: PreviewProps) {
  const labelOf = labelsIn(draft.codebook, answer.codebook);
  const uses = new Map(preview.uses.map(({ category, claims }) => [category, claims]));
  const touched = preview.look.filter(({ category }) => uses.has(category));
  return (
    <>
      {touched.length > 0 ? (
        <Notice tone="info" title="Claims that will be worth another look once their project is switched">
          <ul className={styles.touched}>
            {touched.map(({ category, reasons }) => (
              <li key={category}>
                {counted(uses.get(category) ?? 0, "claim")} of “{labelOf(category)}”:{" "}
                {reasons.map((reason) => reasonWords(reason, labelOf)).join(", ")}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <ChangeList changes={preview} labelOf={labelOf} />
    </>
  );
}
