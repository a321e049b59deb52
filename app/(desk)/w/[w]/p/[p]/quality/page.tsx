import type { Metadata } from "next";
import { QualityScreen } from "#components/calibration/quality-screen.tsx";
import { list as listGold } from "#lib/services/calibration/gold.ts";
import { quality } from "#lib/services/calibration/quality.ts";
import { list as listMembers } from "#lib/services/identity/members.ts";
import { getProject } from "#lib/services/projects/read.ts";
import { readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Quality" };

type Props = { params: Promise<{ w: string; p: string }> };

export default async function QualityPage({ params }: Props) {
  const { w, p } = await params;
  const [caller, reader] = await Promise.all([currentCaller(), readerIn(w)]);
  const [project, found, gold, members] = await Promise.all([
    getProject(caller, w, p),
    quality(caller, w, p),
    listGold(caller, w, p),
    listMembers(caller, w, { limit: 500 }),
  ]);
  const people = shown(members).items.map(({ userId, name }) => ({ userId, name }));
  const managed = gold.ok ? gold.value.items : null;
  return (
    <QualityScreen
      {...reader}
      people={people}
      project={shown(project)}
      quality={shown(found)}
      gold={managed}
    />
  );
}
