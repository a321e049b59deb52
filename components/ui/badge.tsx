import type { ComponentProps, ReactNode } from "react";
import styles from "./badge.module.css";
import { cx } from "./cx.ts";

export type Tone = "neutral" | "accent" | "info" | "success" | "warning" | "danger";
export type BadgeProps = ComponentProps<"span"> & { tone?: Tone; icon?: ReactNode; outline?: boolean };

export function Badge({ tone = "neutral", icon, outline = false, className, children, ...rest }: BadgeProps) {
  return (
    <span {...rest} className={cx(styles.badge, styles[tone], outline && styles.outline, className)}>
      {icon}
      {children}
    </span>
  );
}
