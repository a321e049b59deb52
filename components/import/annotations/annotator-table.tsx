"use client";
import { useEffect, useState } from "react";
import { Select } from "#components/ui/select.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { membersOf } from "#lib/client/members.ts";
import type { AnnotationImport } from "#lib/contracts/annotation-imports.ts";
import type { Member, Project } from "#lib/contracts/workspaces.ts";
import { formatCount } from "../limits.ts";
import styles from "./annotations.module.css";
import { type Draft, layerChoices } from "./choices.ts";

type Props = {
  readonly shown: AnnotationImport;
  readonly draft: Draft;
  readonly project: Project;
  readonly workspace: string;
  readonly onDraft: (draft: Draft) => void;
};
type Row = AnnotationImport["preview"]["annotators"][number];

/** Whose layer each annotator's claims go to. Nothing to ask where one annotator marked into the shared one. */
export function AnnotatorTable({ shown, draft, project, workspace, onDraft }: Props) {
  const { annotators } = shown.preview;
  const members = useMembers(workspace, project);
  if (annotators.length === 0 || (annotators.length === 1 && project.mode === "shared")) return null;
  const options = layerChoices(project.mode, members);
  const columns: readonly Column<Row>[] = [
    { id: "name", header: "Annotator", cell: ({ name }) => name || "Not said in the file" },
    {
      id: "count",
      header: "Claims",
      cardLabel: "Claims",
      align: "end",
      width: "6rem",
      cell: ({ count }) => formatCount(count),
    },
    {
      id: "layer",
      header: "Goes to",
      width: "18rem",
      cell: ({ name, layer }) => (
        <Select
          aria-label={`Layer for ${name || "claims without an annotator"}`}
          size="sm"
          options={options}
          value={Object.hasOwn(draft.annotators, name) ? (draft.annotators[name] ?? null) : layer}
          onValueChange={(value) => onDraft({ ...draft, annotators: { ...draft.annotators, [name]: value } })}
        />
      ),
    },
  ];
  return (
    <section className={styles.section} aria-labelledby="import-annotators">
      <h3 id="import-annotators" className={styles.subheading}>
        Annotators
      </h3>
      <Table caption="Annotators" columns={columns} rows={annotators} rowKey={({ name }) => name} />
    </section>
  );
}

/** Only an admin gives claims to others, and only in a blind project. */
function useMembers(workspace: string, { mode, actions }: Project): readonly Member[] | null {
  const [members, setMembers] = useState<readonly Member[] | null>(null);
  const isAsked = mode === "blind" && actions.includes("layer:import");
  useEffect(() => {
    if (isAsked) void membersOf(workspace).then(setMembers);
  }, [workspace, isAsked]);
  return members;
}
