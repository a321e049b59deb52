"use client";
import { Menu as Base } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import { useEffect, useRef } from "react";
import { Kbd } from "./kbd.tsx";
import type { MenuChoiceProps, MenuGroupProps, MenuItemProps, MenuProps } from "./menu-types.ts";
import popup from "./popup.module.css";

type MenuRootProps = MenuProps & {
  /** The first press was a key's: the first item takes the focus, not the menu as a whole. */
  byKeys: boolean;
};

/** Stands in for the trigger at its first press, and is open from the start. */
export function MenuRoot({ trigger, align = "start", side = "bottom", children, byKeys }: MenuRootProps) {
  const button = useRef<HTMLButtonElement>(null);
  const isSettled = useRef(false);
  // The first press was not seen by the menu itself, which opens otherwise by keys than by a pointer.
  useEffect(() => {
    if (!byKeys || isSettled.current) return;
    isSettled.current = true;
    button.current?.focus();
    button.current?.click();
  }, [byKeys]);
  return (
    <Base.Root modal={false} defaultOpen={!byKeys}>
      <Base.Trigger ref={button} render={trigger} />
      <Base.Portal>
        <Base.Positioner className={popup.positioner} align={align} side={side} sideOffset={4}>
          <Base.Popup className={popup.popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

export function Item({ children, icon, hint, shortcut, danger, disabled, onSelect, link }: MenuItemProps) {
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

export function Separator() {
  return <Base.Separator className={popup.separator} />;
}

export function Group({ label, children }: MenuGroupProps) {
  return (
    <Base.Group>
      <Base.GroupLabel className={popup.groupLabel}>{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

export function Choice<V extends string>({ label, value, options, onValueChange }: MenuChoiceProps<V>) {
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
