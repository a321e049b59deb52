import styles from "./button.module.css";
import { cx } from "./cx.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ControlSize = "sm" | "md" | "lg";
export type ButtonLook = { variant?: ButtonVariant | undefined; size?: ControlSize | undefined };

/** Lets a link wear a button's look without pretending to be one. */
export function buttonClass({ variant = "secondary", size = "md" }: ButtonLook, extra?: string): string {
  return cx(styles.button, styles[variant], styles[size], extra);
}
