"use client";
import { mergeProps } from "@base-ui/react/merge-props";
import { type ButtonHTMLAttributes, cloneElement, type ReactElement, useState } from "react";
import { deferred, useDeferred } from "./deferred.ts";
import type { MenuChoiceProps, MenuGroupProps, MenuItemProps, MenuProps } from "./menu-types.ts";

/** How menus behave and where they stand: most of the kit's weight, and needed by nobody who only reads. */
export const menuParts = deferred(() => import("./menu-parts.tsx"));

/** Until its first press a menu is the plain button that will open it; the press is kept while the rest comes. */
export function Menu(props: MenuProps) {
  const [isWanted, setWanted] = useState(false);
  const parts = useDeferred(menuParts);
  if (isWanted && parts) return <parts.MenuRoot {...props} />;
  const open = () => {
    menuParts.ask();
    setWanted(true);
  };
  return cloneElement(
    props.trigger,
    mergeProps<"button">(propsOf(props.trigger), {
      "aria-haspopup": "menu",
      "aria-expanded": false,
      "aria-busy": isWanted || undefined,
      onPointerEnter: menuParts.ask,
      onPointerDown: menuParts.ask,
      onFocus: menuParts.ask,
      onClick: open,
      onKeyDown: (event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        open();
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
  const parts = useDeferred(menuParts);
  return parts && <parts.Item {...props} />;
}

export function MenuSeparator() {
  const parts = useDeferred(menuParts);
  return parts && <parts.Separator />;
}

export function MenuGroup(props: MenuGroupProps) {
  const parts = useDeferred(menuParts);
  return parts && <parts.Group {...props} />;
}

/** One of several, inside a menu; choosing leaves the menu open. */
export function MenuChoice<V extends string>(props: MenuChoiceProps<V>) {
  const parts = useDeferred(menuParts);
  return parts && <parts.Choice {...props} />;
}
