import type { Metadata } from "next";
import { ExportsScreen } from "#components/exports/exports-screen.tsx";
import { exportCounts } from "#lib/services/exports/counts.ts";
import { getProject } from "#lib/services/projects/read.ts";
import { shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Exports" };

type Props = { params: Promise<{ w: string; p: string }> };

export default async function ExportsPage({ params }: Props) {
  const { w, p } = await params;
  const caller = await currentCaller();
  const [project, counts] = await Promise.all([getProject(caller, w, p), exportCounts(caller, w, p)]);
  return <ExportsScreen workspace={w} project={shown(project)} counts={shown(counts)} />;
}
