"use client";
import { FileCheck2 } from "lucide-react";
import { useState } from "react";
import { useCodebook } from "#components/codebook/codebook-context.tsx";
import { LinkButton } from "#components/layout/link-button.tsx";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { Codebook } from "#core/provenance/codebook.ts";
import { categoryOf } from "#core/provenance/codebook.ts";
import { queryString } from "#lib/client/api.ts";
import type { KeptExport, KeptExportsPage } from "#lib/contracts/exports.ts";
import type { Project, Workspace } from "#lib/contracts/workspaces.ts";
import { choiceSince, type ExportChoice, firstChoice, type Named } from "./choices.ts";
import { KeptList } from "./kept-list.tsx";
import type { Person } from "./narrowing-fields.tsx";
import { NewExport } from "./new-export.tsx";
import type { NamesFor } from "./request-words.ts";
import { useKept } from "./use-kept.ts";

export type ExportsScreenProps = {
  workspace: Workspace;
  project: Project;
  userId: string;
  people: readonly Person[];
  /** Claims by what could be asked for; kinds the reader may not ask for are not among them. */
  counts: Readonly<Record<string, number>>;
  kept: KeptExportsPage;
};

/** What is taken away and in which shape, and what was kept of it before. */
export function ExportsScreen(props: ExportsScreenProps) {
  const { workspace, project, userId, people, counts } = props;
  const [choice, setChoice] = useState<ExportChoice>(firstChoice);
  const [shown, setShown] = useState<"new" | "kept">("new");
  const kept = useKept(workspace.slug, project.slug, userId, props.kept);
  const names = namesFor(people, useCodebook());
  const showKept = (one: KeptExport) => {
    kept.put(one);
    setShown("kept");
  };
  const showSince = (request: KeptExport["request"], since: Named) => {
    setChoice(choiceSince(request, since));
    setShown("new");
  };
  const place = { workspace: workspace.slug, project };
  return (
    <Page>
      <PageHeader
        title="Exports"
        description="Each is read from one moment of the project, and says which."
        actions={
          <LinkButton
            href={`/verify${queryString({ w: workspace.slug, p: project.slug })}`}
            icon={<FileCheck2 aria-hidden="true" />}
          >
            Verify a file
          </LinkButton>
        }
      />
      <Tabs
        aria-label="Exports"
        value={shown}
        onValueChange={setShown}
        tabs={[
          {
            value: "new",
            label: "New export",
            content: (
              <NewExport
                {...place}
                {...{ counts, people, names, choice }}
                onChange={setChoice}
                onKept={showKept}
              />
            ),
          },
          {
            value: "kept",
            label: "Kept exports",
            content: (
              <KeptList
                workspace={workspace.slug}
                reader={{ userId, role: workspace.role }}
                {...{ kept, names }}
                onSince={showSince}
                onNew={() => setShown("new")}
              />
            ),
          },
        ]}
      />
    </Page>
  );
}

function namesFor(people: readonly Person[], codebook: Codebook): NamesFor {
  const byId = new Map(people.map(({ userId, name }) => [userId, name]));
  return {
    person: (id) => byId.get(id) ?? "a former colleague",
    category: (id) => categoryOf(codebook, id)?.label ?? id,
  };
}
