import Link from "next/link";
import { Section } from "#components/settings/section.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import type { CodebookAnswer } from "#lib/contracts/codebooks.ts";
import styles from "./codebook.module.css";

type Props = { workspace: string; answer: CodebookAnswer };
type Row = CodebookAnswer["projects"][number];

/** Which version each project works by. */
export function ProjectsPart({ workspace, answer }: Props) {
  const newest = answer.codebook.version;
  const columns: Column<Row>[] = [
    {
      id: "project",
      header: "Project",
      cell: ({ slug, name, archived }) => (
        <span className={styles.inLine}>
          <Link href={`/w/${workspace}/p/${slug}/codebook`}>{name}</Link>
          {archived ? <Badge>Archived</Badge> : null}
        </span>
      ),
    },
    {
      id: "version",
      header: "Version",
      cardLabel: "Version",
      width: "16rem",
      cell: ({ version }) => (
        <span className={styles.inLine}>
          {version}
          {version < newest ? <Badge tone="info">Version {newest} is out</Badge> : null}
        </span>
      ),
    },
  ];
  return (
    <Section title="Projects" about="A project works by one version, until somebody switches it.">
      <Table
        caption="Projects and their version of the codebook"
        columns={columns}
        rows={answer.projects}
        rowKey={({ id }) => id}
        empty={<EmptyState compact title="No project of yours works by it" />}
      />
    </Section>
  );
}
