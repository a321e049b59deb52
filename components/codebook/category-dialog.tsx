"use client";
import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea, TextField } from "#components/ui/text-field.tsx";
import { type Codebook, categoriesIn, type FamilyId } from "#core/provenance/codebook.ts";
import styles from "./codebook.module.css";
import type { Editing } from "./codebook-screen.tsx";
import { type CategoryFields, changesOf, idFor } from "./draft.ts";
import type { DraftState } from "./use-draft.ts";
import { fieldWords } from "./words.ts";

type Props = {
  editing: Exclude<Editing, { kind: "retire" }>;
  draft: DraftState;
  onClose: () => void;
};

const blank: CategoryFields = {
  ...{ label: "", definition: "", example: "", notToBeConfusedWith: "", decisionRule: "" },
  checkRank: null,
};
const NONE = "-";
const ranks = [1, 2, 3, 4, 5, 6, 7, 8].map((rank) => ({
  value: String(rank),
  label: rank === 1 ? "1: a reader can check it best" : rank === 8 ? "8: hardly at all" : String(rank),
}));

/** Writes a category: the words of one that is there, or a new one. */
export function CategoryDialog({ editing, draft, onClose }: Props) {
  const { codebook } = draft;
  const isNew = editing.kind === "add";
  const [fields, setFields] = useState<CategoryFields>(isNew ? blank : fieldsOf(editing.category));
  const [splitFrom, setSplitFrom] = useState(NONE);
  const family = isNew ? editing.family : editing.category.family;
  const set = (more: Partial<CategoryFields>) => setFields((now) => ({ ...now, ...more }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    const split = splitFrom === NONE ? {} : { splitFrom };
    const isDone = isNew
      ? draft.add({ kind: "add", id: idFor(codebook, fields.label), family, ...fields, ...split })
      : draft.add(...changesOf(editing.category, fields));
    if (isDone) onClose();
  };
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={
        isNew ? `New category under ${familyLabel(codebook, family)}` : `Change “${editing.category.label}”`
      }
      description="It is added to the changes that are not published yet."
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" form="category" variant="primary" disabled={fields.label.trim() === ""}>
            {isNew ? "Add it" : "Keep the change"}
          </Button>
        </>
      }
    >
      <form id="category" className={styles.form} onSubmit={save}>
        {draft.problem ? (
          <Notice tone="danger" title="That cannot be done" live>
            {draft.problem}
          </Notice>
        ) : null}
        <Fields {...{ fields, set }} />
        {family === "unclear" ? null : (
          <Select
            label="How well a reader could check it"
            hint="Not how true it is. The weakest link of a chain is told by it."
            options={[{ value: NONE, label: "No rank" }, ...ranks]}
            value={fields.checkRank === null ? NONE : String(fields.checkRank)}
            onValueChange={(value) => set({ checkRank: value === NONE ? null : Number(value) })}
          />
        )}
        {isNew ? <SplitField codebook={codebook} value={splitFrom} onChange={setSplitFrom} /> : null}
      </form>
    </Dialog>
  );
}

type FieldsProps = { fields: CategoryFields; set: (more: Partial<CategoryFields>) => void };

function Fields({ fields, set }: FieldsProps) {
  return (
    <>
      <TextField
        label="Label"
        required
        maxLength={120}
        value={fields.label}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      {(["definition", "decisionRule", "example", "notToBeConfusedWith"] as const).map((name) => (
        <TextArea
          key={name}
          label={fieldWords[name] ?? name}
          aside={name === "definition" ? undefined : "optional"}
          rows={2}
          maxLength={2000}
          value={fields[name]}
          onChange={(event) => set({ [name]: event.currentTarget.value })}
        />
      ))}
    </>
  );
}

type SplitProps = { codebook: Codebook; value: string; onChange: (value: string) => void };

function SplitField({ codebook, value, onChange }: SplitProps) {
  const groups = codebook.families.map(({ id, label }) => ({
    label,
    options: categoriesIn(codebook, id).map((one) => ({ value: one.id, label: one.label })),
  }));
  return (
    <Select
      label="Split from"
      hint="Claims of that one are then listed as worth another look: some may belong here."
      options={[{ value: NONE, label: "None: nothing was called so before" }, ...groups]}
      value={value}
      onValueChange={onChange}
    />
  );
}

function fieldsOf(category: CategoryFields): CategoryFields {
  const { label, definition, example, notToBeConfusedWith, decisionRule, checkRank } = category;
  return { label, definition, example, notToBeConfusedWith, decisionRule, checkRank };
}

const familyLabel = (codebook: Codebook, id: FamilyId) =>
  codebook.families.find((family) => family.id === id)?.label ?? id;
