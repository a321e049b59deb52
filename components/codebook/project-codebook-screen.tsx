"use client";
import Link from "next/link";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { namesOf, type Person } from "#components/review/people.ts";
import type { CodebookAnswer, ProjectCodebook } from "#lib/contracts/codebooks.ts";
import type { Project, Workspace } from "#lib/contracts/workspaces.ts";
import styles from "./codebook.module.css";
import { useCodebook } from "./codebook-context.tsx";
import { LookList } from "./look-list.tsx";
import { SwitchPart } from "./switch-part.tsx";
import { labelsIn } from "./words.ts";

export type ProjectCodebookProps = {
  workspace: Workspace;
  project: Project;
  userId: string;
  people: readonly Person[];
  state: ProjectCodebook;
  answer: CodebookAnswer;
};

/** Which version a project works by, what another one would ask, and the claims that are worth another look. */
export function ProjectCodebookScreen(props: ProjectCodebookProps) {
  const { workspace, project, userId, people, state, answer } = props;
  const labelOf = labelsIn(useCodebook(), answer.codebook);
  return (
    <Page>
      <PageHeader
        eyebrow={<Link href={`/w/${workspace.slug}/settings/codebook`}>All versions</Link>}
        title="Codebook"
        description={`This project works by version ${state.pinned}${state.newest > state.pinned ? `; version ${state.newest} is out` : ", the newest"}.`}
      />
      <div className={styles.parts}>
        <SwitchPart {...{ project, state, answer, labelOf }} workspace={workspace.slug} />
        <section className={styles.part} aria-label="Worth another look">
          <h2 className={styles.title}>Worth another look</h2>
          <p className={styles.about}>
            Claims whose category was chosen by another version, in which it meant something else. None was
            changed. Give a claim another category, or say that it stays as it is.
          </p>
          <LookList
            key={`${state.pinned} ${state.claims}`}
            {...{ state, labelOf }}
            workspace={workspace.slug}
            project={project.slug}
            nameOf={namesOf(people, userId)}
          />
        </section>
      </div>
    </Page>
  );
}
