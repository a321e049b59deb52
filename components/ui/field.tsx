"use client";
import { Field as Base } from "@base-ui/react/field";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";
import styles from "./field.module.css";

export type FieldFrame = {
  label?: ReactNode;
  /** Hides the label from sight, never from assistive technology. */
  labelHidden?: boolean;
  hint?: ReactNode;
  error?: ReactNode;
  /** Words after the label, such as "optional". */
  aside?: ReactNode;
  /** Keeps a line free below, so that an error moves nothing. */
  reserveMessage?: boolean;
};

export type FieldProps = FieldFrame & {
  children: ReactNode;
  name?: string | undefined;
  disabled?: boolean | undefined;
  /** False where the control is a button (Select), so that a click on the label does not press it. */
  nativeLabel?: boolean;
  className?: string | undefined;
};

/** Label, hint and error around one control of the kit; the error takes the hint's place. */
export function Field({ children, name, disabled, nativeLabel = true, className, ...frame }: FieldProps) {
  const { label, labelHidden, hint, error, aside, reserveMessage } = frame;
  const labelProps = nativeLabel ? {} : { nativeLabel: false, render: <div /> };
  return (
    <Base.Root
      className={cx(styles.field, className)}
      name={name}
      disabled={disabled}
      invalid={Boolean(error)}
    >
      {label ? (
        <div className={cx(styles.head, labelHidden && styles.hidden)}>
          <Base.Label className={styles.label} {...labelProps}>
            {label}
          </Base.Label>
          {aside ? <span className={styles.aside}>{aside}</span> : null}
        </div>
      ) : null}
      {children}
      {error ? (
        <Base.Error match className={styles.error}>
          {error}
        </Base.Error>
      ) : null}
      {!error && (hint || reserveMessage) ? (
        <Base.Description className={styles.hint}>{hint ?? "\u00a0"}</Base.Description>
      ) : null}
    </Base.Root>
  );
}
