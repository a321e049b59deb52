"use client";
import { useEffect, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { chordOf } from "./chord.ts";
import { Dialog } from "./dialog.tsx";
import { Kbd } from "./kbd.tsx";
import { keyConflict } from "./key-conflict.ts";
import styles from "./keyboard-help.module.css";

export type ShortcutRow = {
  id: string;
  label: string;
  keys: string;
  changed?: boolean;
  /** Works in fields too. */
  whileTyping?: boolean | undefined;
};
export type ShortcutGroup = { label: string; rows: readonly ShortcutRow[] };
export type KeyboardHelpProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: readonly ShortcutGroup[];
  /** When given, every row can be given other keys. */
  onChange?: (id: string, keys: string) => void;
  onReset?: () => void;
};

export function KeyboardHelp({ open, onOpenChange, groups, onChange, onReset }: KeyboardHelpProps) {
  const [recording, setRecording] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ id: string; reason: string } | null>(null);
  const rows = groups.flatMap((group) => group.rows);
  const record = (id: string | null) => {
    setRefused(null);
    setRecording(id);
  };
  const take = (id: string, keys: string | null) => {
    const reason = keys === null ? null : keyConflict(rows, id, keys);
    record(null);
    if (reason) setRefused({ id, reason });
    else if (keys) onChange?.(id, keys);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        record(null);
        onOpenChange(next);
      }}
      size="lg"
      title="Keyboard"
      description={
        onChange ? "Press Change beside an action to give it other keys, on this device." : undefined
      }
      footer={
        onReset && rows.some((row) => row.changed) ? (
          <Button onClick={onReset}>Use the original keys</Button>
        ) : undefined
      }
    >
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.label} className={styles.group}>
            <h3 className={styles.heading}>{group.label}</h3>
            <dl className={styles.list}>
              {group.rows.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  refused={refused?.id === row.id ? refused.reason : null}
                  isRecording={recording === row.id}
                  onRecord={onChange ? (on) => record(on ? row.id : null) : undefined}
                  onKeys={(keys) => take(row.id, keys)}
                />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

type RowProps = {
  row: ShortcutRow;
  refused: string | null;
  isRecording: boolean;
  onRecord: ((on: boolean) => void) | undefined;
  onKeys: (keys: string | null) => void;
};

function Row({ row, refused, isRecording, onRecord, onKeys }: RowProps) {
  return (
    <div className={styles.row}>
      <dt>
        {row.label}
        <span role="status">{refused ? <span className={styles.refused}>{refused}</span> : null}</span>
      </dt>
      <dd className={styles.keys}>
        {isRecording ? <Recorder onDone={onKeys} /> : <Kbd keys={row.keys} />}
        {onRecord ? (
          <button
            type="button"
            className={styles.change}
            data-shown={isRecording || refused !== null || undefined}
            aria-label={isRecording ? undefined : `Change the keys for ${row.label}`}
            onClick={() => onRecord(!isRecording)}
          >
            {isRecording ? "Cancel" : "Change"}
          </button>
        ) : null}
      </dd>
    </div>
  );
}

const pause = 900;

/** Takes up to two presses; a pause ends it, Escape leaves it. */
function Recorder({ onDone }: { onDone: (keys: string | null) => void }) {
  const [keys, setKeys] = useState<readonly string[]>([]);
  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const chord = chordOf(event);
      if (chord === "Esc") done.current(null);
      else if (chord) setKeys((before) => [...before, chord].slice(0, 2));
    };
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, []);
  useEffect(() => {
    if (keys.length === 0) return;
    const timer = setTimeout(() => done.current(keys.join(" ")), pause);
    return () => clearTimeout(timer);
  }, [keys]);
  return (
    <span role="status" className={styles.recording}>
      {keys.length > 0 ? <Kbd keys={keys.join(" ")} /> : "Press the new keys…"}
    </span>
  );
}
