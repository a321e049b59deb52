"use client";
import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup as BaseRadioGroup } from "@base-ui/react/radio-group";
import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import styles from "./choice.module.css";
import { cx } from "./cx.ts";

type ToggleProps = {
  label: ReactNode;
  labelHidden?: boolean;
  hint?: ReactNode;
  checked?: boolean;
  defaultChecked?: boolean;
  onCheckedChange?: (checked: boolean) => void;
  name?: string;
  disabled?: boolean;
};

function Words({
  id,
  label,
  hint,
  hidden,
}: {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  hidden?: boolean;
}) {
  return (
    <span className={cx(styles.words, hidden && styles.hidden)}>
      {label}
      {hint ? (
        <span id={id} className={styles.hint}>
          {hint}
        </span>
      ) : null}
    </span>
  );
}

export type CheckboxProps = ToggleProps & { indeterminate?: boolean };

export function Checkbox({ label, labelHidden, hint, onCheckedChange, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the kit's checkbox renders its input inside this label
    <label className={styles.row}>
      <BaseCheckbox.Root
        {...rest}
        onCheckedChange={(on) => onCheckedChange?.(on)}
        aria-describedby={hint ? id : undefined}
        className={styles.box}
      >
        <BaseCheckbox.Indicator className={styles.tick}>
          {rest.indeterminate ? <Minus /> : <Check />}
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <Words id={id} label={label} hint={hint} hidden={labelHidden ?? false} />
    </label>
  );
}

export type ChoiceOption<V extends string> = {
  value: V;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
};
export type ChoiceProps<V extends string> = {
  label: string;
  labelHidden?: boolean;
  options: readonly ChoiceOption<V>[];
  value?: V;
  defaultValue?: V;
  onValueChange?: (value: V) => void;
  name?: string;
  disabled?: boolean;
};

export function RadioGroup<V extends string>(props: ChoiceProps<V>) {
  const { label, labelHidden, options, onValueChange, ...rest } = props;
  const id = useId();
  return (
    <BaseRadioGroup<V>
      {...rest}
      onValueChange={(next) => onValueChange?.(next)}
      aria-labelledby={id}
      className={styles.group}
    >
      <span id={id} className={cx(styles.legend, labelHidden && styles.hidden)}>
        {label}
      </span>
      {options.map((option) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the kit's radio renders its input inside this label
        <label key={option.value} className={styles.row}>
          <Radio.Root
            value={option.value}
            disabled={option.disabled}
            aria-describedby={option.hint ? `${id}-${option.value}` : undefined}
            className={styles.radio}
          >
            <Radio.Indicator className={styles.dot} />
          </Radio.Root>
          <Words id={`${id}-${option.value}`} label={option.label} hint={option.hint} />
        </label>
      ))}
    </BaseRadioGroup>
  );
}

/** A RadioGroup in one line, for two to five short choices. */
export function SegmentedControl<V extends string>(props: ChoiceProps<V> & { size?: "sm" | "md" }) {
  const { label, labelHidden = true, options, onValueChange, size = "md", ...rest } = props;
  const id = useId();
  return (
    <div className={styles.group}>
      <span id={id} className={cx(styles.legend, labelHidden && styles.hidden)}>
        {label}
      </span>
      <BaseRadioGroup<V>
        {...rest}
        onValueChange={(next) => onValueChange?.(next)}
        aria-labelledby={id}
        className={cx(styles.segments, size === "sm" && styles.small)}
      >
        {options.map((option) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the kit's radio renders its input inside this label
          <label key={option.value} className={styles.segment}>
            <Radio.Root value={option.value} disabled={option.disabled} className={styles.segmentHit} />
            <span className={styles.segmentText}>{option.label}</span>
          </label>
        ))}
      </BaseRadioGroup>
    </div>
  );
}
