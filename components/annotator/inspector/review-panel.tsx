"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { rejectionReasons } from "#core/review/reasons.ts";
import { type ApiResult, call } from "#lib/client/api.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./inspector.module.css";

type Decision = "approve" | "reject" | "request_changes";

/** A reviewer's decision without leaving the article. */
export function ReviewPanel({ claim }: { claim: ClaimView }) {
  const decide = useDecide(claim.id);
  return (
    <>
      <Button size="sm" variant="primary" onClick={() => decide({ decision: "approve" })}>
        Approve
      </Button>
      <ReasonDialog decision="request_changes" title="Request changes" onSend={decide} />
      <ReasonDialog decision="reject" title="Reject" onSend={decide} />
    </>
  );
}

type Body = { decision: Decision; reason?: string; comment?: string };

function useDecide(id: string) {
  const { store, workspace, announce } = useWorkspace();
  const path = `/workspaces/${workspace}/claims/${id}`;
  return async (body: Body): Promise<boolean> => {
    const send = async (revision: number): ApiResult<Claim> => {
      const result = await call("POST", `${path}/reviews`, body, { ifMatch: revision });
      return result.ok ? call<Claim>("GET", path) : result;
    };
    const isDone = await store.perform(id, send);
    if (isDone) announce("Decision saved.");
    return isDone;
  };
}

type ReasonProps = {
  decision: Exclude<Decision, "approve">;
  title: string;
  onSend: (body: Body) => Promise<boolean>;
};

function ReasonDialog({ decision, title, onSend }: ReasonProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<string | null>(null);
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState(false);
  const isReady = reason !== null && (reason !== "other" || comment.trim() !== "");
  const send = async () => {
    if (reason === null) return;
    setBusy(true);
    const isDone = await onSend({ decision, reason, comment: comment.trim() });
    setBusy(false);
    if (isDone) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={title}
      trigger={<Button size="sm">{title}</Button>}
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" busy={busy} disabled={!isReady} onClick={send}>
            {title}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Select
          label="Reason"
          value={reason}
          options={rejectionReasons.map(({ id, label }) => ({ value: id, label }))}
          onValueChange={setReason}
        />
        <TextArea
          label="Words to the author"
          aside={reason === "other" ? "needed" : "optional"}
          value={comment}
          maxLength={5_000}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
      </div>
    </Dialog>
  );
}
