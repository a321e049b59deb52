"use client";
import { mergeProps } from "@base-ui/react/merge-props";
import { type ButtonHTMLAttributes, cloneElement, type ReactElement, useState } from "react";
import { useDeferred } from "./deferred.ts";
import type { MenuChoiceProps, MenuGroupProps, MenuItemProps, MenuProps } from "./menu-types.ts";
import { overlays } from "./overlays.ts";

/** Until its first press a menu is the plain button that will open it; the press is kept while the rest comes. */
export function Menu(props: MenuProps) {
  const [wanted, setWanted] = useState<"by keys" | "by pointer" | null>(null);
  const parts = useDeferred(overlays)?.menu;
  if (wanted && parts) return <parts.MenuRoot {...props} byKeys={wanted === "by keys"} />;
  const open = (how: "by keys" | "by pointer") => {
    overlays.ask();
    setWanted(how);
  };
  return cloneElement(
    props.trigger,
    mergeProps<"button">(propsOf(props.trigger), {
      "aria-haspopup": "menu",
      "aria-expanded": false,
      "aria-busy": wanted !== null || undefined,
      onPointerEnter: overlays.ask,
      onPointerDown: overlays.ask,
      onFocus: overlays.ask,
      // A key's click counts no presses.
      onClick: (event) => open(event.detail === 0 ? "by keys" : "by pointer"),
      onKeyDown: (event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        open("by keys");
      },
    }),
  );
}

function propsOf(trigger: ReactElement): ButtonHTMLAttributes<HTMLButtonElement> {
  // Reason for `as`: React types the properties of an element it is handed as unknown; a trigger is a button.
  return trigger.props as ButtonHTMLAttributes<HTMLButtonElement>;
}

// What stands in a menu is rendered only once the parts are here.

export function MenuItem(props: MenuItemProps) {
  const parts = useDeferred(overlays)?.menu;
  return parts ? <parts.Item {...props} /> : null;
}

export function MenuSeparator() {
  const parts = useDeferred(overlays)?.menu;
  return parts ? <parts.Separator /> : null;
}

export function MenuGroup(props: MenuGroupProps) {
  const parts = useDeferred(overlays)?.menu;
  return parts ? <parts.Group {...props} /> : null;
}

/** One of several, inside a menu; choosing leaves the menu open. */
export function MenuChoice<V extends string>(props: MenuChoiceProps<V>) {
  const parts = useDeferred(overlays)?.menu;
  return parts ? <parts.Choice {...props} /> : null;
}
