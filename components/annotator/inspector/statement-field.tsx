"use client";
import { useEffect, useRef, useState } from "react";
import { TextArea } from "#components/ui/text-field.tsx";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { useAskedFocus } from "../workspace/use-asked-focus.ts";
import { useEntry, useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./inspector.module.css";

/** After the last key: long enough not to save every letter, short enough not to lose a sentence. */
const PAUSE = 900;

/** What is claimed, as a plain sentence. Saved at a pause and when the field is left. */
export function StatementField({ claim }: { claim: ClaimView }) {
  const { store, ui, canWrite } = useWorkspace();
  const area = useRef<HTMLTextAreaElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, id: claim.id });
  latest.current = { typed, id: claim.id };
  const given = useRef<string | null>(null);
  const save = () => {
    const { typed: text, id } = latest.current;
    // Given once: a second time would silently write over what a colleague saved in between.
    if (text === null || text === given.current) return;
    given.current = text;
    store.change(id, { statement: text }, "Change the statement");
  };
  const saveRef = useRef(save);
  saveRef.current = save;
  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => saveRef.current(), PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => () => saveRef.current(), []);
  const hasConflict = useEntry(claim.id)?.conflict != null;
  useEffect(() => {
    // Theirs is in the field then, and mine in the notice above it, to choose from.
    if (hasConflict) setTyped(null);
  }, [hasConflict]);
  useAskedFocus("statement", () => area.current);
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
      onKeyDown={(event) => {
        const isDone = event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey;
        if ((event.key !== "Escape" && !isDone) || event.nativeEvent.isComposing) return;
        // One sentence is done with Enter: out of the field, to where the keys of the workspace work. Leaving saves.
        event.preventDefault();
        event.stopPropagation();
        ui.set({ focus: { field: "chain" } });
      }}
      onBlur={() => {
        save();
        given.current = null;
        setTyped(null);
      }}
    />
  );
}
