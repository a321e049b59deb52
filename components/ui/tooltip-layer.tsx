"use client";
import { Tooltip as Base } from "@base-ui/react/tooltip";
import { Kbd } from "./kbd.tsx";
import styles from "./tooltip.module.css";
import type { ShownTooltip, Tooltips } from "./tooltip-state.ts";

type Props = { shown: ShownTooltip; isOpen: boolean; tooltips: Tooltips };

/** The one tooltip of the page, wherever the pointer or the focus is. */
export function TooltipLayer({ shown, isOpen, tooltips }: Props) {
  return (
    <Base.Root open={isOpen} onOpenChange={(open) => (open ? tooltips.keep() : tooltips.close())}>
      <Base.Portal>
        <Base.Positioner
          anchor={shown.element}
          side={shown.side}
          sideOffset={6}
          className={styles.positioner}
        >
          <Base.Popup className={styles.popup} onPointerEnter={tooltips.keep} onPointerLeave={tooltips.leave}>
            {shown.content}
            {shown.shortcut ? <Kbd keys={shown.shortcut} tone="inverse" /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
