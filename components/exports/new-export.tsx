"use client";
import { Archive, Download } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { buttonClass } from "#components/ui/button-class.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { type ApiFailure, call } from "#lib/client/api.ts";
import type { KeptExport } from "#lib/contracts/exports.ts";
import type { Project } from "#lib/contracts/workspaces.ts";
import { type ExportChoice, exportAddress, fieldsOf, states, troubleOf } from "./choices.ts";
import { exportsPath } from "./export-paths.ts";
import { ExportPreview } from "./export-preview.tsx";
import styles from "./exports.module.css";
import { FormatFields } from "./format-fields.tsx";
import { lookOf } from "./format-words.ts";
import { NarrowingFields, type Person } from "./narrowing-fields.tsx";
import { count, type NamesFor, narrowingWords } from "./request-words.ts";

type Props = {
  /** Slug. */
  workspace: string;
  project: Project;
  counts: Readonly<Record<string, number>>;
  people: readonly Person[];
  names: NamesFor;
  choice: ExportChoice;
  onChange: (choice: ExportChoice) => void;
  onKept: (kept: KeptExport) => void;
};

/** So many claims are looked at first. */
const LOOK_AT = 5;

export function NewExport(props: Props) {
  const { workspace, project, counts, people, names, choice, onChange, onKept } = props;
  const set = (change: Partial<ExportChoice>) => onChange({ ...choice, ...change });
  const narrowed = narrowingWords({ ...fieldsOf(choice), layer: null, text: "quoted" }, names);
  const trouble = troubleOf(choice);
  return (
    <div className={styles.screen}>
      <form className={styles.form} onSubmit={(event) => event.preventDefault()}>
        <div className={styles.group}>
          <StateField {...{ counts, project }} state={choice.state} onChange={(state) => set({ state })} />
          {project.mode === "blind" ? (
            <LayerField people={people} layer={choice.layer} onChange={(layer) => set({ layer })} />
          ) : null}
          <NarrowingFields
            {...{ workspace, people, narrowing: choice.narrowing, words: narrowed }}
            project={project.slug}
            onChange={(change) => set({ narrowing: { ...choice.narrowing, ...change } })}
          />
        </div>
        <FormatFields choice={choice} onChange={set} />
        {project.approvalsNeeded === 0 ? (
          <Notice tone="warning" title="This project has no review">
            Submitted claims are exported as they are; every row and the head of the file say “not reviewed”.
          </Notice>
        ) : null}
        {trouble === null ? null : <Notice tone="warning" title={trouble} live />}
        <Take
          {...{ workspace, choice, onKept }}
          project={project.slug}
          isPossible={trouble === null}
          size={narrowed.length === 0 ? claimWords(counts[choice.state]) : "as narrowed down"}
        />
      </form>
      <ExportPreview
        look={lookOf(choice.format, choice.options)}
        address={trouble === null ? exportAddress(workspace, project.slug, choice, LOOK_AT) : null}
      />
    </div>
  );
}

type StateProps = Pick<Props, "counts" | "project"> & {
  state: ExportChoice["state"];
  onChange: (state: ExportChoice["state"]) => void;
};

function StateField({ counts, project, state, onChange }: StateProps) {
  const offered = states.filter(({ value }) => value in counts);
  const holds = whatItHolds(state, project.approvalsNeeded);
  const isOnly = offered.length === 1;
  return (
    <Select
      label="Claims"
      options={offered.map(({ value, label }) => ({ value, label, hint: claimWords(counts[value]) }))}
      value={state}
      onValueChange={onChange}
      hint={isOnly ? `${holds} Reviewers can export other states, too.` : holds}
    />
  );
}

const ALL = "\u0000all";

function LayerField({
  people,
  layer,
  onChange,
}: Pick<Props, "people"> & { layer: string | null; onChange: (layer: string | null) => void }) {
  return (
    <Select
      label="Layer"
      hint="Layers that you may not look into are left out."
      options={[
        { value: ALL, label: "Every layer you may see" },
        { value: "adjudicated", label: "Adjudicated" },
        ...people.map(({ userId, name }) => ({ value: userId, label: name })),
      ]}
      value={layer ?? ALL}
      onValueChange={(value) => onChange(value === ALL ? null : value)}
    />
  );
}

type TakeProps = {
  workspace: string;
  /** Slug. */
  project: string;
  choice: ExportChoice;
  isPossible: boolean;
  /** How much it is, in words. */
  size: string;
  onKept: (kept: KeptExport) => void;
};

function Take({ workspace, project, choice, isPossible, size, onKept }: TakeProps) {
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const keep = async () => {
    setAsking(true);
    const answer = await call<KeptExport>("POST", exportsPath(workspace, project), fieldsOf(choice));
    setAsking(false);
    setFailure(answer.ok ? null : answer.failure);
    if (answer.ok) onKept(answer.value);
  };
  const look = { variant: "primary", size: "lg" } as const;
  return (
    <div className={styles.take}>
      <div className={styles.buttons}>
        {isPossible ? (
          // A plain link: the browser saves the stream itself, however long it gets.
          <a href={exportAddress(workspace, project, choice)} download className={buttonClass(look)}>
            <Download aria-hidden="true" />
            Download now
          </a>
        ) : (
          <Button {...look} disabled icon={<Download aria-hidden="true" />}>
            Download now
          </Button>
        )}
        <Button
          size="lg"
          busy={isAsking}
          disabled={!isPossible}
          icon={<Archive aria-hidden="true" />}
          onClick={keep}
        >
          Keep it
        </Button>
        <span className={styles.size}>{size}</span>
      </div>
      <p className={styles.hint}>
        A kept export is made in the background and signed, so that anyone can verify the file later.
      </p>
      {failure ? (
        <Notice tone="danger" title={failure.title} live>
          {failure.detail}
        </Notice>
      ) : null}
    </div>
  );
}

function claimWords(claims = 0): string {
  return claims === 0 ? "no claims yet" : count(claims, "claim");
}

function whatItHolds(state: ExportChoice["state"], approvalsNeeded: number): string {
  if (state === "all") return "Every claim as it is now, whatever its state.";
  if (state !== "approved") return "Claims in this state now, as they are now.";
  if (approvalsNeeded === 0) return "Submitted claims; nobody reviews them in this project.";
  const by = approvalsNeeded === 1 ? "a reviewer" : "two reviewers";
  return `Each claim’s last revision approved by ${by}, also while a later edit waits for review.`;
}
