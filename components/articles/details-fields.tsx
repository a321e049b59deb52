import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import styles from "./details-fields.module.css";
import type { DetailsForm } from "./details-form.ts";

export type DetailsFieldsProps = {
  form: DetailsForm;
  onChange: (form: DetailsForm) => void;
  /** By the name of the field. */
  errors?: Partial<Record<keyof DetailsForm, string | undefined>>;
  /** Words below a field, such as what somebody else wrote there meanwhile. */
  hints?: Partial<Record<keyof DetailsForm, string | undefined>>;
};

const directions = [
  { value: "auto", label: "From the text" },
  { value: "ltr", label: "Left to right" },
  { value: "rtl", label: "Right to left" },
] as const;

/** Title, outlet, byline, address, date, language and direction of an article. */
export function DetailsFields({ form, onChange, errors = {}, hints = {} }: DetailsFieldsProps) {
  const field = (name: keyof DetailsForm) => ({
    value: form[name],
    error: errors[name],
    hint: hints[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...form, [name]: event.currentTarget.value }),
  });
  return (
    <div className={styles.grid}>
      <TextField label="Title" required maxLength={500} {...field("title")} fieldClassName={styles.wide} />
      <TextField label="Outlet" maxLength={200} {...field("outlet")} />
      <TextField label="Byline" maxLength={300} {...field("byline")} />
      <TextField
        label="Address"
        type="url"
        placeholder="https://"
        {...field("url")}
        fieldClassName={styles.wide}
      />
      <TextField label="Published" type="date" {...field("date")} />
      <TextField label="Language" placeholder="en" maxLength={35} {...field("language")} />
      <Select
        label="Text direction"
        options={directions}
        value={form.direction || "auto"}
        onValueChange={(value) => onChange({ ...form, direction: value === "auto" ? "" : value })}
      />
    </div>
  );
}
