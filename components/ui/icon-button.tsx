import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./button.tsx";
import { cx } from "./cx.ts";
import styles from "./icon-button.module.css";
import { Tooltip } from "./tooltip.tsx";

export type IconButtonProps = Omit<ButtonProps, "icon" | "children" | "aria-label"> & {
  /** The name: read aloud, and shown as the tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: string;
};

export function IconButton({
  label,
  icon,
  shortcut,
  className,
  variant = "quiet",
  ...rest
}: IconButtonProps) {
  const button = (
    <Button
      {...rest}
      variant={variant}
      className={cx(styles.square, className)}
      aria-label={label}
      icon={icon}
    />
  );
  return (
    <Tooltip content={label} shortcut={shortcut}>
      {button}
    </Tooltip>
  );
}
