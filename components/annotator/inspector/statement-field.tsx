"use client";
import { useEffect, useRef, useState } from "react";
import { TextArea } from "#components/ui/text-field.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { useUi, useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./inspector.module.css";

/** After the last key: long enough not to save every letter, short enough not to lose a sentence. */
const PAUSE = 900;

/** What is claimed, as a plain sentence. Saved at a pause and when the field is left. */
export function StatementField({ claim }: { claim: ClaimView }) {
  const { store, canWrite } = useWorkspace();
  const asked = useUi((state) => state.focus);
  const area = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, id: claim.id });
  latest.current = { typed, id: claim.id };
  const save = () => {
    const { typed: text, id } = latest.current;
    if (text !== null) store.change(id, { statement: text }, "Change the statement");
  };
  const saveRef = useRef(save);
  saveRef.current = save;
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => saveRef.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => saveRef.current(), []);
  useEffect(() => {
    if (asked?.field === "statement" && Date.now() - asked.at < 1_000)
      area.current?.focus({ preventScroll: true });
  }, [asked]);
  if (!canWrite) {
    return (
      <div className={styles.readField}>
        <p className={styles.label}>Statement</p>
        <p>{claim.statement || "Not written yet."}</p>
      </div>
    );
  }
  return (
    <TextArea
      ref={area}
      label="Statement"
      aside="one plain sentence"
      rows={2}
      maxLength={5_000}
      placeholder="What is claimed, in plain words"
      value={typed ?? claim.statement}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        save();
        setTyped(null);
      }}
    />
  );
}
