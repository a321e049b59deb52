"use client";
import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import { chordOf } from "./chord.ts";
import { Dialog } from "./dialog.tsx";
import { Kbd } from "./kbd.tsx";
import styles from "./keyboard-help.module.css";

export type ShortcutRow = { id: string; label: string; keys: string; changed?: boolean };
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
  const anyChanged = groups.some((group) => group.rows.some((row) => row.changed));
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      size="lg"
      title="Keyboard"
      description={
        onChange ? "Press Change beside an action to give it other keys, on this device." : undefined
      }
      footer={anyChanged && onReset ? <Button onClick={onReset}>Use the original keys</Button> : undefined}
    >
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.label} className={styles.group}>
            <h3 className={styles.heading}>{group.label}</h3>
            <dl className={styles.list}>
              {group.rows.map((row) => (
                <div key={row.id} className={styles.row}>
                  <dt>{row.label}</dt>
                  <dd className={styles.keys}>
                    {recording === row.id ? (
                      <Recorder
                        onDone={(keys) => {
                          setRecording(null);
                          if (keys) onChange?.(row.id, keys);
                        }}
                      />
                    ) : (
                      <Kbd keys={row.keys} />
                    )}
                    {onChange && recording !== row.id ? (
                      <button
                        type="button"
                        className={styles.change}
                        aria-label={`Change the keys for ${row.label}`}
                        onClick={() => setRecording(row.id)}
                      >
                        Change
                      </button>
                    ) : null}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const pause = 900;

/** Takes up to two presses; a pause ends it, Escape leaves it. */
function Recorder({ onDone }: { onDone: (keys: string | null) => void }) {
  const [keys, setKeys] = useState<readonly string[]>([]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      const chord = chordOf(event);
      if (chord === "Esc") onDone(null);
      else if (chord) setKeys((before) => [...before, chord].slice(0, 2));
    };
    window.addEventListener("keydown", press, true);
    return () => window.removeEventListener("keydown", press, true);
  }, [onDone]);
  useEffect(() => {
    if (keys.length === 0) return;
    const timer = setTimeout(() => onDone(keys.join(" ")), pause);
    return () => clearTimeout(timer);
  }, [keys, onDone]);
  return (
    <span role="status" className={styles.recording}>
      {keys.length > 0 ? <Kbd keys={keys.join(" ")} /> : "Press the new keys…"}
    </span>
  );
}
