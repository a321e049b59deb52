"use client";
import { useState } from "react";
import { inHandWords, useWorkers } from "#components/assignments/use-workers.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import type { Assignment, AssignmentPatch } from "#lib/contracts/assignments.ts";
import styles from "./my-work.module.css";
import type { Ending } from "./my-work-screen.tsx";

type Props = Ending & {
  workspace: string;
  userId: string;
  onClose: () => void;
  /** `false` keeps the dialog open. */
  onEnd: (assignment: Assignment, patch: AssignmentPatch, told: string) => Promise<boolean>;
};

export function EndDialog(props: Props) {
  return props.how === "give-back" ? <GiveBack {...props} /> : <HandOver {...props} />;
}

type FrameProps = Pick<Props, "onClose"> & {
  title: string;
  description: string;
  label: string;
  busy: boolean;
  onSend: () => void;
  children: React.ReactNode;
};

function Frame({ title, description, label, busy, onSend, onClose, children }: FrameProps) {
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={title}
      description={description}
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" busy={busy} onClick={onSend}>
            {label}
          </Button>
        </>
      }
    >
      <div className={styles.form}>{children}</div>
    </Dialog>
  );
}

function GiveBack({ assignment, onClose, onEnd }: Props) {
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const isMissing = reason.trim() === "";
  const send = async () => {
    setIsTried(true);
    if (isMissing) return;
    setIsBusy(true);
    const patch = { state: "returned", reason: reason.trim() } as const;
    if (await onEnd(assignment, patch, `Given back: ${assignment.articleTitle}`)) return onClose();
    setIsBusy(false);
  };
  return (
    <Frame
      title="Give it back"
      description={`“${assignment.articleTitle}” goes back to whoever assigned it. What you marked stays.`}
      label="Give back"
      busy={isBusy}
      onSend={send}
      onClose={onClose}
    >
      <TextArea
        label="Reason"
        maxLength={1_000}
        autoFocus
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isTried && isMissing ? "Say why, so that they can find somebody else." : undefined}
      />
    </Frame>
  );
}

function HandOver({ assignment, workspace, userId, onClose, onEnd }: Props) {
  const { workers, failure } = useWorkers(workspace, assignment.projectId, assignment.kind);
  const [handTo, setHandTo] = useState<string | null>(null);
  const [reason, setReason] = useState("");
  const [isTried, setIsTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const others = (workers ?? []).filter((worker) => worker.userId !== userId);
  const name = others.find((worker) => worker.userId === handTo)?.name ?? "";
  const send = async () => {
    setIsTried(true);
    if (handTo === null) return;
    setIsBusy(true);
    const patch = { handTo, reason: reason.trim() };
    if (await onEnd(assignment, patch, `${name} has it now: ${assignment.articleTitle}`)) return onClose();
    setIsBusy(false);
  };
  return (
    <Frame
      title="Hand it over"
      description={`A colleague goes on with “${assignment.articleTitle}”, with its note and its due date.`}
      label="Hand over"
      busy={isBusy}
      onSend={send}
      onClose={onClose}
    >
      {failure ? (
        <Notice tone="danger" title={failure.title} live>
          {failure.detail}
        </Notice>
      ) : null}
      {workers !== null && others.length === 0 ? (
        <Notice>Nobody else in this project may do this.</Notice>
      ) : (
        <Select
          label="Colleague"
          placeholder={workers ? "Choose" : "Loading…"}
          options={others.map((worker) => ({
            value: worker.userId,
            label: worker.name,
            hint: inHandWords(worker.inHand),
          }))}
          value={handTo}
          onValueChange={setHandTo}
          disabled={workers === null}
          error={isTried && handTo === null ? "Choose who goes on with it." : undefined}
        />
      )}
      <TextArea
        label="Reason"
        hint="Optional"
        rows={2}
        maxLength={1_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </Frame>
  );
}
