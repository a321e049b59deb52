"use client";
import { useState } from "react";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { ImportPreview } from "#lib/contracts/articles.ts";
import type { Project } from "#lib/contracts/workspaces.ts";
import { AnnotationsPanel } from "./annotations/annotations-panel.tsx";
import { type Draft, emptyDraft } from "./draft.ts";
import { FilesPanel } from "./files-panel.tsx";
import { PastePanel } from "./paste-panel.tsx";
import { PreviewPanel } from "./preview-panel.tsx";

export type ImportScreenProps = { workspace: string; project: Project };

/** Text comes in: pasted and looked at before it is stored, or as files; and what others marked in it. */
export function ImportScreen({ workspace, project }: ImportScreenProps) {
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const base = `/workspaces/${workspace}/projects/${project.slug}`;
  return (
    <Page>
      <PageHeader
        title="Import"
        eyebrow={project.name}
        description={
          preview ? "This is the text as it will be stored. It does not change afterwards." : undefined
        }
      />
      {preview ? (
        <PreviewPanel {...{ workspace, project, draft, preview, base }} onBack={() => setPreview(null)} />
      ) : (
        <Tabs
          aria-label="How the text comes in"
          tabs={[
            {
              value: "paste",
              label: "Paste",
              content: <PastePanel {...{ base, draft }} onDraft={setDraft} onPreview={setPreview} />,
            },
            { value: "files", label: "Files", content: <FilesPanel {...{ workspace, base }} /> },
            {
              value: "annotations",
              label: "Annotations",
              content: <AnnotationsPanel {...{ workspace, project, base }} />,
            },
          ]}
        />
      )}
    </Page>
  );
}
