import type { ReactElement, ReactNode } from "react";

export type MenuProps = {
  /** The Button that opens it. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "left" | "right";
  children: ReactNode;
};

export type MenuItemProps = {
  children: ReactNode;
  icon?: ReactNode;
  hint?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect?: () => void;
  /** A link element without content, e.g. `<Link href="/x" />`; the item becomes that link. */
  link?: ReactElement;
};

export type MenuGroupProps = { label: ReactNode; children: ReactNode };

export type MenuChoiceProps<V extends string> = {
  label: string;
  value: V;
  options: readonly { value: V; label: string; icon?: ReactNode }[];
  onValueChange: (value: V) => void;
};
