"use client";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/choice.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-field.tsx";
import { type ReasonCode, rejectionReasons } from "#core/review/reasons.ts";
import styles from "./decision-form.module.css";
import type { Decision } from "./review-api.ts";

export type DecisionFormProps = {
  decision: "reject" | "request_changes";
  /** The statement as it stands: what a proposal starts from. */
  statement: string;
  reasons?: readonly ReasonCode[];
  busy: boolean;
  onSend: (decision: Decision) => void;
  onCancel: () => void;
};

const words = {
  reject: { title: "Reject", send: "Reject the claim", hint: "The author sees the reason and these words." },
  request_changes: {
    title: "Request changes",
    send: "Request changes",
    hint: "Say what to change; the author sees it beside the claim.",
  },
} as const;

/** A reason from the list, words beside it, and with a request for changes perhaps a statement of one's own. */
export function DecisionForm(props: DecisionFormProps) {
  const { decision, statement, reasons = rejectionReasons, busy, onSend, onCancel } = props;
  const form = useRef<HTMLFormElement>(null);
  const [reason, setReason] = useState<string | null>(null);
  const [comment, setComment] = useState("");
  const [proposed, setProposed] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const problem = problemOf(reason, comment);
  useEffect(() => form.current?.querySelector<HTMLElement>("[role='combobox']")?.focus(), []);
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    setAsked(true);
    if (problem || busy) return;
    const isProposal = proposed !== null && proposed.trim() !== statement && proposed.trim() !== "";
    onSend({
      decision,
      ...(reason === null ? {} : { reason }),
      comment: comment.trim(),
      ...(isProposal ? { proposal: { statement: proposed.trim() } } : {}),
    });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape" && !event.defaultPrevented) onCancel();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
    else return;
    event.preventDefault();
  };
  return (
    <form
      ref={form}
      className={styles.form}
      onSubmit={send}
      onKeyDown={press}
      aria-label={words[decision].title}
      noValidate
    >
      <Select
        label="Reason"
        value={reason}
        placeholder="Choose the reason that fits best"
        options={reasons.map(({ id, label }) => ({ value: id, label }))}
        onValueChange={setReason}
        {...(isAsked && problem?.field === "reason" ? { error: problem.message } : {})}
      />
      <TextArea
        label="Words to the author"
        aside={reason === "other" ? "needed" : "optional"}
        rows={2}
        maxLength={5_000}
        value={comment}
        hint={words[decision].hint}
        {...(isAsked && problem?.field === "comment" ? { error: problem.message } : {})}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {decision === "request_changes" ? (
        <Proposal statement={statement} proposed={proposed} onChange={setProposed} />
      ) : null}
      <div className={styles.buttons}>
        <Button variant={decision === "reject" ? "danger" : "primary"} type="submit" busy={busy}>
          {words[decision].send}
        </Button>
        <Button variant="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <span className={styles.keys}>
          <Kbd keys="Ctrl-Enter" /> sends, <Kbd keys="Esc" /> leaves
        </span>
      </div>
    </form>
  );
}

type ProposalProps = {
  statement: string;
  proposed: string | null;
  onChange: (proposed: string | null) => void;
};

function Proposal({ statement, proposed, onChange }: ProposalProps) {
  return (
    <div className={styles.proposal}>
      <Checkbox
        label="Propose another statement"
        hint="The author can take it over as it is; that approves the claim."
        checked={proposed !== null}
        onCheckedChange={(on) => onChange(on ? statement : null)}
      />
      {proposed === null ? null : (
        <TextArea
          label="Proposed statement"
          labelHidden
          rows={2}
          maxLength={5_000}
          value={proposed}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

type Problem = { readonly field: "reason" | "comment"; readonly message: string };

function problemOf(reason: string | null, comment: string): Problem | null {
  const hasWords = comment.trim() !== "";
  if (reason === null && !hasWords)
    return { field: "reason", message: "Choose a reason, or give it in words." };
  if (reason === "other" && !hasWords) return { field: "comment", message: "Say what the other reason is." };
  return null;
}
