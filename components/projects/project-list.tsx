"use client";
import Link from "next/link";
import { useState } from "react";
import { articlesPath } from "#components/articles/paths.ts";
import { useChange } from "#components/settings/use-change.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { call } from "#lib/client/api.ts";
import type { Project } from "#lib/contracts/workspaces.ts";
import { ProjectDialog } from "./project-dialog.tsx";
import styles from "./projects.module.css";
import { approvalWords } from "./rules.ts";

type Props = {
  /** Slug. */
  workspace: string;
  projects: readonly Project[];
};

/** Projects of the workspace and the rules they are worked under. */
export function ProjectList({ workspace, projects }: Props) {
  const [open, setOpen] = useState<Project | null>(null);
  const change = useChange();
  const archive = (project: Project, archived: boolean) =>
    change(
      call(
        "PATCH",
        `/workspaces/${workspace}/projects/${project.id}`,
        { archived },
        { ifMatch: project.revision },
      ),
      archived ? `${project.name} is archived` : `${project.name} is back`,
    );
  const columns: Column<Project>[] = [
    { id: "name", header: "Project", cell: (project) => <Name {...{ workspace, project }} /> },
    {
      id: "mode",
      header: "Work",
      cardLabel: "Work",
      width: "7rem",
      cell: ({ mode }) => (mode === "blind" ? "Blind" : "Shared"),
    },
    {
      id: "review",
      header: "Review",
      cardLabel: "Review",
      width: "9rem",
      cell: ({ approvalsNeeded }) => approvalWords(approvalsNeeded),
    },
    {
      id: "actions",
      header: "",
      align: "end",
      width: "12rem",
      cell: (project) =>
        project.actions.includes("project:edit") ? (
          <Actions {...{ project, archive }} onChange={setOpen} />
        ) : null,
    },
  ];
  return (
    <>
      <Table
        caption="Projects"
        columns={columns}
        rows={projects}
        rowKey={({ id }) => id}
        empty={
          <EmptyState compact title="No project yet">
            A project holds articles that are worked under one codebook and one set of rules.
          </EmptyState>
        }
      />
      {open ? <ProjectDialog workspace={workspace} project={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function Name({ workspace, project }: { workspace: string; project: Project }) {
  return (
    <div className={styles.name}>
      <span className={styles.first}>
        <Link href={articlesPath(workspace, project.slug)} className={styles.link}>
          {project.name}
        </Link>
        {project.archivedAt ? <Badge>Archived</Badge> : null}
        {project.restricted ? <Badge outline>Named members only</Badge> : null}
      </span>
      {project.description ? <span className={styles.quiet}>{project.description}</span> : null}
    </div>
  );
}

type ActionsProps = {
  project: Project;
  archive: (project: Project, archived: boolean) => Promise<boolean>;
  onChange: (project: Project) => void;
};

function Actions({ project, archive, onChange }: ActionsProps) {
  return (
    <span className={styles.actions}>
      <Button size="sm" variant="quiet" onClick={() => void archive(project, project.archivedAt === null)}>
        {project.archivedAt ? "Bring back" : "Archive"}
      </Button>
      <Button size="sm" onClick={() => onChange(project)}>
        Change…
      </Button>
    </span>
  );
}
