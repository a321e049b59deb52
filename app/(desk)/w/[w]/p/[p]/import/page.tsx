import type { Metadata } from "next";
import { ImportScreen } from "#components/import/import-screen.tsx";
import { getProject } from "#lib/services/projects/read.ts";
import { shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Import" };

type Props = { params: Promise<{ w: string; p: string }> };

export default async function ImportPage({ params }: Props) {
  const { w, p } = await params;
  return <ImportScreen workspace={w} project={shown(await getProject(await currentCaller(), w, p))} />;
}
