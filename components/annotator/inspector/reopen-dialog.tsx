"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { TextArea } from "#components/ui/text-field.tsx";

/** Reopening a settled claim says why: the reason stays in its history. */
export function ReopenDialog({ onReopen }: { onReopen: (reason: string) => Promise<boolean> }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const isDone = await onReopen(reason.trim());
    setBusy(false);
    if (isDone) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      trigger={<Button size="sm">Reopen</Button>}
      title="Reopen the claim"
      description="It goes back to review as it stands."
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" busy={busy} disabled={reason.trim() === ""} onClick={send}>
            Reopen
          </Button>
        </>
      }
    >
      <TextArea
        label="Reason"
        value={reason}
        maxLength={2_000}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Dialog>
  );
}
