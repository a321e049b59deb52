"use client";
import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import type { ControlSize } from "./button-class.ts";
import control from "./control.module.css";
import { cx } from "./cx.ts";
import { Field, type FieldFrame } from "./field.tsx";
import popup from "./popup.module.css";
import styles from "./select.module.css";

export type Option<V extends string = string> = {
  value: V;
  label: string;
  hint?: string | undefined;
  icon?: ReactNode;
  disabled?: boolean | undefined;
};
export type OptionGroup<V extends string = string> = { label: string; options: readonly Option<V>[] };

export type SelectProps<V extends string> = FieldFrame & {
  options: readonly (Option<V> | OptionGroup<V>)[];
  value?: V | null;
  defaultValue?: V | null;
  onValueChange?: (value: V) => void;
  placeholder?: string;
  name?: string;
  size?: ControlSize;
  disabled?: boolean;
  required?: boolean;
  /** Needed when there is no label. */
  "aria-label"?: string;
  className?: string;
};

export function Select<V extends string>(props: SelectProps<V>) {
  const { label, labelHidden, hint, error, aside, reserveMessage, ...own } = props;
  const { options, value, defaultValue, onValueChange, placeholder, size = "md", className, ...rest } = own;
  const flat = options.flatMap((entry) => ("options" in entry ? entry.options : [entry]));
  return (
    <Field
      {...{ label, labelHidden, hint, error, aside, reserveMessage, className }}
      name={rest.name}
      disabled={rest.disabled}
      nativeLabel={false}
    >
      <Base.Root<V>
        items={flat}
        value={value}
        defaultValue={defaultValue}
        onValueChange={(next) => (next === null ? undefined : onValueChange?.(next))}
        disabled={rest.disabled}
        required={rest.required}
        modal={false}
      >
        <Base.Trigger
          className={cx(control.control, control[size], styles.trigger)}
          aria-label={rest["aria-label"]}
        >
          <Base.Value className={styles.value} placeholder={placeholder ?? "Choose"} />
          <Base.Icon className={styles.icon}>
            <ChevronDown />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner className={popup.positioner} sideOffset={4} alignItemWithTrigger={false}>
            <Base.Popup className={popup.popup}>
              <Base.List aria-label={rest["aria-label"] ?? (typeof label === "string" ? label : "Choices")}>
                {options.map(entryOf)}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}

function entryOf(entry: Option | OptionGroup) {
  if (!("options" in entry)) return <Row key={entry.value} option={entry} />;
  return (
    <Base.Group key={entry.label}>
      <Base.GroupLabel className={popup.groupLabel}>{entry.label}</Base.GroupLabel>
      {entry.options.map((option) => (
        <Row key={option.value} option={option} />
      ))}
    </Base.Group>
  );
}

function Row({ option }: { option: Option }) {
  return (
    <Base.Item value={option.value} disabled={option.disabled} className={popup.item}>
      {option.icon}
      <span className={popup.text}>
        <Base.ItemText>{option.label}</Base.ItemText>
        {option.hint ? <span className={popup.hint}>{option.hint}</span> : null}
      </span>
      <span className={popup.check}>
        <Base.ItemIndicator>
          <Check />
        </Base.ItemIndicator>
      </span>
    </Base.Item>
  );
}
