"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { Kbd } from "./kbd.tsx";
import popup from "./popup.module.css";

export type MenuProps = {
  /** The Button that opens it. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom" | "left" | "right";
  children: ReactNode;
};

export function Menu({ trigger, align = "start", side = "bottom", children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className={popup.positioner} align={align} side={side} sideOffset={4}>
          <Base.Popup className={popup.popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

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

export function MenuItem({
  children,
  icon,
  hint,
  shortcut,
  danger,
  disabled,
  onSelect,
  link,
}: MenuItemProps) {
  const inside = (
    <>
      {icon}
      <span className={popup.text}>
        {children}
        {hint ? <span className={popup.hint}>{hint}</span> : null}
      </span>
      {shortcut ? <Kbd keys={shortcut} /> : null}
    </>
  );
  if (link) {
    return (
      <Base.LinkItem render={link} closeOnClick className={popup.item} onClick={onSelect}>
        {inside}
      </Base.LinkItem>
    );
  }
  return (
    <Base.Item
      className={popup.item}
      disabled={disabled}
      data-danger={danger || undefined}
      onClick={onSelect}
    >
      {inside}
    </Base.Item>
  );
}

export function MenuSeparator() {
  return <Base.Separator className={popup.separator} />;
}

export function MenuGroup({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <Base.Group>
      <Base.GroupLabel className={popup.groupLabel}>{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export type MenuChoiceProps<V extends string> = {
  label: string;
  value: V;
  options: readonly { value: V; label: string; icon?: ReactNode }[];
  onValueChange: (value: V) => void;
};

/** One of several, inside a menu; choosing leaves the menu open. */
export function MenuChoice<V extends string>({ label, value, options, onValueChange }: MenuChoiceProps<V>) {
  return (
    <Base.RadioGroup value={value} onValueChange={onValueChange}>
      <Base.GroupLabel className={popup.groupLabel}>{label}</Base.GroupLabel>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} className={popup.item}>
          {option.icon}
          <span className={popup.text}>{option.label}</span>
          <span className={popup.check}>
            <Base.RadioItemIndicator>
              <Check />
            </Base.RadioItemIndicator>
          </span>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}
