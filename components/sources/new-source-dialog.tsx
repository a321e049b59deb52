"use client";
import { useState } from "react";
import { fieldErrors } from "#components/articles/field-errors.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { SourceRow } from "#lib/contracts/sources.ts";
import { SourceFields } from "./source-fields.tsx";
import { emptySource, sourcePatch } from "./source-form.ts";

type Props = { workspace: string; onClose: () => void; onMade: (source: SourceRow) => void };

export function NewSourceDialog({ workspace, onClose, onMade }: Props) {
  const [form, setForm] = useState(emptySource);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const make = async () => {
    setIsBusy(true);
    const { name, type, identification } = form;
    const body = { ...sourcePatch(emptySource, form), name, type, identification };
    const answer = await call<SourceRow>("POST", `/workspaces/${workspace}/sources`, body);
    setIsBusy(false);
    if (answer.ok) return onMade(answer.value);
    setFailure(answer.failure);
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title="New source"
      description="A source without a name is entered in its article, where it is spoken of."
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" busy={isBusy} disabled={form.name.trim() === ""} onClick={make}>
            Enter the source
          </Button>
        </>
      }
    >
      {failure ? (
        <Notice tone="danger" title={failure.title} live>
          {failure.detail}
        </Notice>
      ) : null}
      <SourceFields form={form} onChange={setForm} errors={fieldErrors(failure)} isNew />
    </Dialog>
  );
}
