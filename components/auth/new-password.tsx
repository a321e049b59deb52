"use client";
import { useState } from "react";
import { TextField } from "#components/ui/text-field.tsx";
import styles from "./auth.module.css";

const SHORTEST = 12;

type Props = { error?: string | undefined; label?: string; size?: "md" | "lg" };

/** A new password, which can be looked at while it is typed: no second field to copy it into. */
export function NewPassword({ error, label = "Password", size = "lg" }: Props) {
  const [length, setLength] = useState(0);
  const [shown, setShown] = useState(false);
  return (
    <TextField
      label={label}
      name="password"
      type={shown ? "text" : "password"}
      size={size}
      autoComplete="new-password"
      required
      error={error}
      hint={hintOf(length)}
      onChange={(event) => setLength(Array.from(event.currentTarget.value).length)}
      aside={
        <button type="button" className={styles.show} aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? "Hide" : "Show"}
        </button>
      }
    />
  );
}

function hintOf(length: number): string {
  if (length === 0) return "12 or more characters. Four or five unrelated words are good.";
  return length < SHORTEST ? `${SHORTEST - length} more` : "Long enough.";
}
