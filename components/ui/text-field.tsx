"use client";
import { Field as Base } from "@base-ui/react/field";
import type { ComponentProps, CSSProperties, ReactNode } from "react";
import type { ControlSize } from "./button-class.ts";
import control from "./control.module.css";
import { cx } from "./cx.ts";
import { Field, type FieldFrame } from "./field.tsx";

export type TextFieldProps = Omit<ComponentProps<"input">, "size"> &
  FieldFrame & { size?: ControlSize; icon?: ReactNode; fieldClassName?: string };

export function TextField(props: TextFieldProps) {
  const { label, labelHidden, hint, error, aside, reserveMessage, ...own } = props;
  const { size = "md", icon, fieldClassName, className, name, disabled, ...input } = own;
  const box = <Base.Control {...input} className={cx(control.control, control[size], className)} />;
  return (
    <Field
      {...{ label, labelHidden, hint, error, aside, reserveMessage, name, disabled }}
      className={fieldClassName}
    >
      {icon ? (
        <div className={control.wrap}>
          <span className={control.lead}>{icon}</span>
          {box}
        </div>
      ) : (
        box
      )}
    </Field>
  );
}

export type TextAreaProps = Omit<ComponentProps<"textarea">, "children"> &
  FieldFrame & { fieldClassName?: string };

/** Grows with its text from `rows` lines on; browsers without field-sizing keep the handle. */
export function TextArea(props: TextAreaProps) {
  const { label, labelHidden, hint, error, aside, reserveMessage, ...own } = props;
  const { fieldClassName, className, name, disabled, rows = 3, style, ...area } = own;
  // CSS custom properties are not in React's CSSProperties.
  const sized = { ...style, "--rows": rows } as CSSProperties;
  return (
    <Field
      {...{ label, labelHidden, hint, error, aside, reserveMessage, name, disabled }}
      className={fieldClassName}
    >
      <Base.Control
        render={<textarea {...area} rows={rows} />}
        className={cx(control.control, control.area, className)}
        style={sized}
      />
    </Field>
  );
}
