"use client";
import { mergeProps } from "@base-ui/react/merge-props";
import {
  cloneElement,
  type FocusEvent,
  type HTMLAttributes,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useSyncExternalStore,
} from "react";
import { useDeferred } from "./deferred.ts";
import { overlays } from "./overlays.ts";
import { createTooltips, type TooltipState } from "./tooltip-state.ts";

export type TooltipProps = {
  content: ReactNode;
  shortcut?: string | undefined;
  side?: "top" | "bottom" | "left" | "right";
  /** One focusable element that takes a ref; it must have its own accessible name. */
  children: ReactElement;
};

/** Of the page: there is one pointer and one focus. Only events of the browser reach it. */
const tooltips = createTooltips();
const none: TooltipState = { shown: null, isOpen: false };

export function Tooltip({ content, shortcut, side = "bottom", children }: TooltipProps) {
  useEffect(() => tooltips.closeIfGone, []);
  const shownAt = (element: Element) => ({ element, content, shortcut, side });
  // Reason for `as`: React types the properties of an element it is handed as unknown.
  const own = children.props as HTMLAttributes<HTMLElement>;
  return cloneElement(
    children,
    mergeProps<"button">(own, {
      onPointerEnter: (event: PointerEvent) => {
        if (event.pointerType === "touch") return;
        overlays.ask();
        tooltips.showSoon(shownAt(event.currentTarget));
      },
      onPointerLeave: tooltips.leave,
      onFocus: (event: FocusEvent) => {
        if (!event.currentTarget.matches(":focus-visible")) return;
        overlays.ask();
        tooltips.show(shownAt(event.currentTarget));
      },
      onBlur: tooltips.close,
      onPointerDown: tooltips.close,
      onClick: tooltips.close,
    }),
  );
}

/** Once on the page: where tooltips appear. */
export function TooltipHost() {
  const layer = useDeferred(overlays);
  const { shown, isOpen } = useSyncExternalStore(tooltips.subscribe, tooltips.get, () => none);
  if (!layer || !shown) return null;
  return <layer.TooltipLayer shown={shown} isOpen={isOpen} tooltips={tooltips} />;
}
