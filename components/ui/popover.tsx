"use client";
import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./cx.ts";
import styles from "./popover.module.css";
import popup from "./popup.module.css";

export type PopoverProps = {
  trigger?: ReactElement;
  title?: ReactNode;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: "top" | "bottom" | "left" | "right";
  align?: "start" | "center" | "end";
  /** Answers, on closing, whether the focus goes back to where it was; by default it does. */
  returnsFocus?: () => boolean;
  /** An element, or a virtual one with getBoundingClientRect (a text selection), instead of a trigger. */
  anchor?: Element | { getBoundingClientRect: () => DOMRect } | null;
};

export function Popover({
  trigger,
  title,
  children,
  open,
  onOpenChange,
  side,
  align = "start",
  returnsFocus,
  anchor,
}: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger ? <Base.Trigger render={trigger} /> : null}
      <Base.Portal>
        <Base.Positioner
          className={popup.positioner}
          side={side}
          align={align}
          anchor={anchor}
          sideOffset={6}
          // Above or below, never beside: what is too tall scrolls, and stays under the hand while it fills.
          collisionAvoidance={{ fallbackAxisSide: "none" }}
        >
          <Base.Popup className={cx(popup.popup, styles.popover)} finalFocus={returnsFocus ?? true}>
            {title ? <Base.Title className={styles.title}>{title}</Base.Title> : null}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
