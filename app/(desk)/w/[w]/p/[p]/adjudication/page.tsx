import type { Metadata } from "next";
import { AdjudicationList } from "#components/adjudication/adjudication-list.tsx";
import { list } from "#lib/services/adjudication/adjudication.ts";
import { list as listMembers } from "#lib/services/identity/members.ts";
import { getProject } from "#lib/services/projects/read.ts";
import { readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Adjudication" };

type Props = { params: Promise<{ w: string; p: string }> };

export default async function AdjudicationPage({ params }: Props) {
  const { w, p } = await params;
  const [caller, { userId, workspace }] = await Promise.all([currentCaller(), readerIn(w)]);
  const [project, found, members] = await Promise.all([
    getProject(caller, w, p),
    list(caller, w, p),
    listMembers(caller, w, { limit: 500 }),
  ]);
  const people = shown(members).items.map((member) => ({ userId: member.userId, name: member.name }));
  const isBlind = shown(project).mode === "blind";
  return (
    <AdjudicationList
      workspace={workspace.slug}
      items={shown(found).items}
      {...{ userId, people, isBlind }}
    />
  );
}
