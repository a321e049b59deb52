import { Select } from "#components/ui/select.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { documentTypeOptions, identificationOptions, isAnonymous, typeOptions } from "./labels.ts";
import type { SourceForm } from "./source-form.ts";
import styles from "./sources.module.css";

export type SourceFieldsProps = {
  form: SourceForm;
  onChange: (form: SourceForm) => void;
  errors: Readonly<Record<string, string>>;
  /** A new entry is never anonymous: those are made inside their article. */
  isNew?: boolean;
  disabled?: boolean;
};

type Text = Exclude<keyof SourceForm, "type" | "documentType" | "identification">;
const NONE = "none";

export function SourceFields({ form, onChange, errors, isNew = false, disabled = false }: SourceFieldsProps) {
  const text = (name: Text) => ({
    value: form[name],
    error: errors[name],
    disabled,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...form, [name]: event.currentTarget.value }),
  });
  const offered = isNew
    ? identificationOptions.filter(({ value }) => !isAnonymous(value))
    : identificationOptions;
  return (
    <div className={styles.fields}>
      <TextField label="Name" required maxLength={300} {...text("name")} fieldClassName={styles.wide} />
      <Select
        label="Type"
        options={typeOptions}
        value={form.type}
        onValueChange={(type) => onChange({ ...form, type })}
        error={errors.type}
        disabled={disabled}
      />
      <Select
        label="How it is named"
        options={offered}
        value={form.identification}
        onValueChange={(identification) => onChange({ ...form, identification })}
        error={errors.identification ?? errors.articleId}
        disabled={disabled}
      />
      {form.type === "document" || form.documentType !== "" ? (
        <Select
          label="Kind of document"
          options={[{ value: NONE, label: "Not said" }, ...documentTypeOptions]}
          value={form.documentType || NONE}
          onValueChange={(value) => onChange({ ...form, documentType: value === NONE ? "" : value })}
          disabled={disabled}
        />
      ) : null}
      <TextField label="Office or role" maxLength={300} {...text("roleTitle")} />
      <TextField label="Affiliation" maxLength={100} {...text("affiliation")} />
      <TextField label="Wikidata" placeholder="Q42" {...text("wikidata")} />
      <TextArea
        label="Also called"
        hint="One a line."
        rows={2}
        {...text("aliases")}
        fieldClassName={styles.wide}
      />
      {isNew ? null : <Judgement text={text} />}
    </div>
  );
}

function Judgement({ text }: { text: (name: Text) => object }) {
  return (
    <>
      <TextField label="Access" hint="How it could know." maxLength={1000} {...text("access")} />
      <TextField label="Motive" hint="Why it may speak." maxLength={1000} {...text("motive")} />
      <TextField label="Expertise" maxLength={1000} {...text("expertise")} fieldClassName={styles.wide} />
      <TextArea label="Notes" rows={3} maxLength={10000} {...text("notes")} fieldClassName={styles.wide} />
    </>
  );
}
