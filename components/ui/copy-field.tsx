"use client";
import { Check, Copy } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "./button.tsx";
import styles from "./copy-field.module.css";
import { VisuallyHidden } from "./visually-hidden.tsx";

export type CopyFieldProps = { label: string; value: string; hint?: ReactNode };

/** A value to take away: a link or a token shown once. Without clipboard access the text is selected instead. */
export function CopyField({ label, value, hint }: CopyFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<"idle" | "copied" | "selected">("idle");
  useEffect(() => {
    if (outcome === "idle") return;
    const timer = setTimeout(() => setOutcome("idle"), 2500);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setOutcome("copied");
    } catch {
      input.current?.select();
      setOutcome("selected");
    }
  };
  const words = { idle: "", copied: "Copied.", selected: "Selected. Press Ctrl-C to copy." }[outcome];
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.row}>
        <input
          ref={input}
          id={id}
          readOnly
          value={value}
          className={styles.input}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={copy} icon={outcome === "copied" ? <Check /> : <Copy />}>
          Copy
        </Button>
      </div>
      <VisuallyHidden role="status">{words}</VisuallyHidden>
      <p id={`${id}-hint`} className={styles.hint}>
        {outcome === "selected" ? words : hint}
      </p>
    </div>
  );
}
