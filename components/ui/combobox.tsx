"use client";
import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown, Plus, X } from "lucide-react";
import { useState } from "react";
import type { ControlSize } from "./button-class.ts";
import styles from "./combobox.module.css";
import control from "./control.module.css";
import { cx } from "./cx.ts";
import { Field, type FieldFrame } from "./field.tsx";
import popup from "./popup.module.css";
import type { Option } from "./select.tsx";

export type ComboboxProps = FieldFrame & {
  options: readonly Option[];
  /** The chosen option itself, so that it shows even while `options` holds other search results. */
  value: Option | null;
  onValueChange: (value: Option | null) => void;
  /** When given, the caller searches and `options` are its results; otherwise the kit filters them by label. */
  onQueryChange?: (query: string) => void;
  /** When given, a last row offers to make what was typed. */
  onCreate?: (label: string) => void;
  createLabel?: (label: string) => string;
  loading?: boolean;
  emptyText?: string;
  placeholder?: string;
  size?: ControlSize;
  disabled?: boolean;
  autoFocus?: boolean;
  "aria-label"?: string;
  className?: string;
};

const createValue = "\u0000create";
const sameOption = (a: Option, b: Option) => a.value === b.value;

export function Combobox(props: ComboboxProps) {
  const { options, value, onValueChange, onQueryChange, onCreate, size = "md", disabled } = props;
  const { label, labelHidden, hint, error, aside, reserveMessage, className } = props;
  const [query, setQuery] = useState("");
  const typed = query.trim();
  const known = options.some((option) => option.label.toLowerCase() === typed.toLowerCase());
  const offered = onCreate && typed && !known ? [...options, { value: createValue, label: typed }] : options;
  const search = (next: string, reason: string) => {
    setQuery(reason === "item-press" ? "" : next);
    if (reason !== "item-press") onQueryChange?.(next);
  };
  const choose = (next: Option | null) =>
    next?.value === createValue ? onCreate?.(next.label) : onValueChange(next);
  return (
    <Field {...{ label, labelHidden, hint, error, aside, reserveMessage, disabled, className }}>
      <Base.Root<Option>
        items={offered}
        value={value}
        onValueChange={choose}
        onInputValueChange={(next, { reason }) => search(next, reason)}
        isItemEqualToValue={sameOption}
        filter={onQueryChange ? null : undefined}
        autoHighlight
        disabled={disabled}
      >
        <Base.InputGroup className={cx(control.control, control[size], styles.group)}>
          <Base.Input
            className={styles.input}
            placeholder={props.placeholder}
            aria-label={props["aria-label"]}
            autoFocus={props.autoFocus}
          />
          <Base.Clear className={styles.button} aria-label="Clear">
            <X />
          </Base.Clear>
          <Base.Trigger className={styles.button} aria-label="Show choices">
            <ChevronDown />
          </Base.Trigger>
        </Base.InputGroup>
        <Base.Portal>
          <Base.Positioner className={popup.positioner} sideOffset={4} align="start">
            <Base.Popup className={popup.popup} aria-busy={props.loading || undefined}>
              <Base.Status className={popup.empty}>{props.loading ? "Searching…" : null}</Base.Status>
              <Base.Empty className={popup.empty}>
                {props.loading ? null : (props.emptyText ?? "Nothing matches.")}
              </Base.Empty>
              <Base.List aria-label={props["aria-label"] ?? (typeof label === "string" ? label : "Choices")}>
                {(option: Option) => (
                  <Row key={option.value} option={option} createLabel={props.createLabel} />
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}

function Row({ option, createLabel }: { option: Option; createLabel: ComboboxProps["createLabel"] }) {
  const creates = option.value === createValue;
  const words = creates ? (createLabel ?? ((typed) => `Create “${typed}”`))(option.label) : option.label;
  return (
    <Base.Item value={option} disabled={option.disabled} className={popup.item}>
      {creates ? <Plus /> : option.icon}
      <span className={popup.text}>
        {words}
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
