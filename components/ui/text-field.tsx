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
  const { label, labelHidden, hint, error, aside, reserveMessage, ...own } = uncut(props);
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
  const { label, labelHidden, hint, error, aside, reserveMessage, ...own } = uncut(props);
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

type Limited = Pick<ComponentProps<"input">, "maxLength" | "value"> & Pick<FieldFrame, "error">;

/** A browser cuts what is pasted at `maxLength` without a word: we keep it, and say that it is too long. */
function uncut<P extends Limited>(props: P): P {
  const { maxLength, value, error, ...rest } = props;
  if (maxLength === undefined || typeof value !== "string") return props;
  const said = error || (value.length > maxLength ? tooLong(value.length, maxLength) : undefined);
  // What is left out is put back in; the compiler cannot add up a generic rest.
  return { ...rest, value, error: said } as unknown as P;
}

const number = new Intl.NumberFormat("en");
const tooLong = (length: number, most: number) =>
  `${number.format(length)} characters are more than the ${number.format(most)} that fit. Make it shorter: it is not saved like this.`;
