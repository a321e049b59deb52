"use client";
import { useState } from "react";
import type { Person } from "#components/review/people.ts";
import { namesOf } from "#components/review/people.ts";
import { Section } from "#components/settings/section.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Category, FamilyId } from "#core/provenance/codebook.ts";
import type { CodebookAnswer } from "#lib/contracts/codebooks.ts";
import { CategoryDialog } from "./category-dialog.tsx";
import styles from "./codebook.module.css";
import { DraftBar } from "./draft-bar.tsx";
import { FamilyPart } from "./family-part.tsx";
import { ProjectsPart } from "./projects-part.tsx";
import { RetireDialog } from "./retire-dialog.tsx";
import { type DraftState, useDraft } from "./use-draft.ts";
import { VersionsPart } from "./versions-part.tsx";

type Props = {
  /** Slug. */
  workspace: string;
  answer: CodebookAnswer;
  userId: string;
  people: readonly Person[];
};

/** What is being written about: a category that is there, a new one, or which is to go. */
export type Editing =
  | { readonly kind: "change"; readonly category: Category }
  | { readonly kind: "add"; readonly family: FamilyId }
  | { readonly kind: "retire"; readonly category: Category };

/** The workspace's codebook: its categories as they are or would be, its versions, and who works by which. */
export function CodebookScreen({ workspace, answer, userId, people }: Props) {
  const draft = useDraft(workspace, answer.codebook);
  const [editing, setEditing] = useState<Editing | null>(null);
  const uses = new Map(answer.uses.map(({ category, claims }) => [category, claims]));
  const { mayEdit } = answer;
  const open = (next: Editing) => {
    draft.forget();
    setEditing(next);
  };
  return (
    <>
      <Section
        title="Codebook"
        about={
          mayEdit
            ? "Change what you like: nothing counts before you publish it, and projects keep the version they have until they are switched."
            : "The categories that claims are given here. Admins change them."
        }
      >
        {mayEdit ? <DraftBar {...{ workspace, answer, draft }} /> : null}
        {draft.problem && !editing ? (
          <Notice tone="warning" title="That cannot be done" live>
            {draft.problem}
          </Notice>
        ) : null}
        <div className={styles.families}>
          {draft.codebook.families.map((family) => (
            <FamilyPart
              key={family.id}
              {...{ family, uses, draft }}
              before={answer.codebook}
              onEdit={mayEdit ? open : null}
            />
          ))}
        </div>
      </Section>
      <VersionsPart {...{ workspace, answer }} nameOf={namesOf(people, userId)} />
      <ProjectsPart {...{ workspace, answer }} />
      <Open {...{ editing, draft, uses }} onClose={() => setEditing(null)} />
    </>
  );
}

type OpenProps = {
  editing: Editing | null;
  draft: DraftState;
  uses: ReadonlyMap<string, number>;
  onClose: () => void;
};

function Open({ editing, draft, uses, onClose }: OpenProps) {
  if (editing === null) return null;
  if (editing.kind === "retire") {
    const claims = uses.get(editing.category.id) ?? 0;
    return <RetireDialog {...{ draft, claims, onClose }} category={editing.category} />;
  }
  return <CategoryDialog {...{ draft, editing, onClose }} />;
}
