import type { Metadata } from "next";
import { AgreementScreen } from "#components/agreement/agreement-screen.tsx";
import { read } from "#lib/services/agreement/agreement.ts";
import { list as listMembers } from "#lib/services/identity/members.ts";
import { getProject } from "#lib/services/projects/read.ts";
import { readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Agreement" };

type Props = { params: Promise<{ w: string; p: string }> };

export default async function AgreementPage({ params }: Props) {
  const { w, p } = await params;
  const [caller, reader] = await Promise.all([currentCaller(), readerIn(w)]);
  const [project, agreement, members] = await Promise.all([
    getProject(caller, w, p),
    read(caller, w, p),
    listMembers(caller, w, { limit: 500 }),
  ]);
  const people = shown(members).items.map(({ userId, name }) => ({ userId, name }));
  return (
    <AgreementScreen {...reader} people={people} project={shown(project)} agreement={shown(agreement)} />
  );
}
