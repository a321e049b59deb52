"use client";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { RadioGroup } from "#components/ui/choice.tsx";
import { Dialog, DialogClose } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { type Category, categoriesIn } from "#core/provenance/codebook.ts";
import styles from "./codebook.module.css";
import type { DraftState } from "./use-draft.ts";
import { counted } from "./words.ts";

type Props = { category: Category; draft: DraftState; claims: number; onClose: () => void };

const ways = [
  { value: "alone", label: "Retire it", hint: "Nothing is named to take its place." },
  {
    value: "merge",
    label: "Merge it into another",
    hint: "Whoever looks again is told what to take instead.",
  },
] as const;
type Way = (typeof ways)[number]["value"];

/** Takes a category out of what is offered, and says what becomes of the claims that have it. */
export function RetireDialog({ category, draft, claims, onClose }: Props) {
  const [way, setWay] = useState<Way>(category.isRetired ? "merge" : "alone");
  const [into, setInto] = useState<string | null>(null);
  const save = () => {
    const { id } = category;
    const isDone =
      way === "alone"
        ? draft.add({ kind: "retire", id })
        : draft.add({ kind: "merge", id, into: into ?? "" });
    if (isDone) onClose();
  };
  const groups = draft.codebook.families.map(({ id, label }) => ({
    label,
    options: categoriesIn(draft.codebook, id)
      .filter((one) => one.id !== category.id)
      .map((one) => ({ value: one.id, label: one.label })),
  }));
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={`Retire “${category.label}”`}
      description={whatHappens(claims)}
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button variant="primary" disabled={way === "merge" && into === null} onClick={save}>
            Keep the change
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {draft.problem ? (
          <Notice tone="danger" title="That cannot be done" live>
            {draft.problem}
          </Notice>
        ) : null}
        {category.isRetired ? null : (
          <RadioGroup label="How" options={ways} value={way} onValueChange={setWay} />
        )}
        {way === "merge" ? (
          <Select
            label="Into"
            placeholder="Choose a category"
            options={groups.filter(({ options }) => options.length > 0)}
            value={into}
            onValueChange={setInto}
          />
        ) : null}
      </div>
    </Dialog>
  );
}

function whatHappens(claims: number): string {
  const kept =
    claims === 0
      ? "No claim that you may see has it."
      : `${counted(claims, "claim has", "claims have")} it and ${claims === 1 ? "keeps" : "keep"} it: no claim is changed.`;
  return `${kept} Once a project is switched to the new version nothing more can be given it there, and claims that have it are listed as worth another look. It can be brought back.`;
}
