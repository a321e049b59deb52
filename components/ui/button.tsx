import type { ComponentProps, ReactNode } from "react";
import styles from "./button.module.css";
import { type ButtonLook, buttonClass } from "./button-class.ts";
import { Spinner } from "./spinner.tsx";

export type ButtonProps = ComponentProps<"button"> &
  ButtonLook & {
    /** Keeps its width and its focus, ignores presses. */
    busy?: boolean;
    icon?: ReactNode;
  };

export function Button({
  variant,
  size,
  busy = false,
  icon,
  className,
  children,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={busy ? "button" : type}
      className={buttonClass({ variant, size }, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"]}
      onClick={busy ? undefined : onClick}
    >
      {busy ? (
        <span className={styles.spinner}>
          <Spinner />
        </span>
      ) : null}
      <span className={styles.label}>
        {icon}
        {children}
      </span>
    </button>
  );
}
