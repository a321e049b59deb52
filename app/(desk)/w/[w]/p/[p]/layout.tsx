import type { ReactNode } from "react";
import { CodebookProvider } from "#components/codebook/codebook-context.tsx";
import { codebookFor } from "#lib/services/codebooks/pinned.ts";
import { currentCaller } from "#lib/web/session.ts";

type Props = { params: Promise<{ w: string; p: string }>; children: ReactNode };

export default async function ProjectLayout({ params, children }: Props) {
  const { w, p: project } = await params;
  const codebook = await codebookFor(await currentCaller(), w, { project });
  return <CodebookProvider codebook={codebook.ok ? codebook.value : null}>{children}</CodebookProvider>;
}
