import type { Metadata } from "next";
import { ExportsScreen } from "#components/exports/exports-screen.tsx";
import { exportCounts } from "#lib/services/exports/counts.ts";
import { list as listKept } from "#lib/services/exports/kept.ts";
import { list as listMembers } from "#lib/services/identity/members.ts";
import { getProject } from "#lib/services/projects/read.ts";
import { readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Exports" };

type Props = { params: Promise<{ w: string; p: string }> };

export default async function ExportsPage({ params }: Props) {
  const { w, p } = await params;
  const [caller, reader] = await Promise.all([currentCaller(), readerIn(w)]);
  const [project, counts, kept, members] = await Promise.all([
    getProject(caller, w, p),
    exportCounts(caller, w, p),
    listKept(caller, w, p, { limit: 20 }),
    listMembers(caller, w, { limit: 500 }),
  ]);
  const people = shown(members).items.map(({ userId, name }) => ({ userId, name }));
  return (
    <ExportsScreen
      {...reader}
      people={people}
      project={shown(project)}
      counts={shown(counts)}
      kept={shown(kept)}
    />
  );
}
