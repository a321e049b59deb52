import type { Metadata } from "next";
import { SourcesScreen } from "#components/sources/sources-screen.tsx";
import { sourcesView } from "#components/sources/sources-view.ts";
import { listSources } from "#lib/services/sources/read.ts";
import { plainSearch, readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Sources" };

type Props = {
  params: Promise<{ w: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function SourcesPage({ params, searchParams }: Props) {
  const { w } = await params;
  const view = sourcesView(plainSearch(await searchParams));
  const page = shown(await listSources(await currentCaller(), w, view));
  const { workspace } = await readerIn(w);
  const mayEdit = workspace.role !== "viewer";
  return <SourcesScreen workspace={workspace.slug} page={page} view={view} mayEdit={mayEdit} />;
}
