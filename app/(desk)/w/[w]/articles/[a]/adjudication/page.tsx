import type { Metadata } from "next";
import { AdjudicationRefused } from "#components/adjudication/adjudication-refused.tsx";
import { AdjudicationScreen } from "#components/adjudication/adjudication-screen.tsx";
import { read } from "#lib/services/adjudication/adjudication.ts";
import { list as listMembers } from "#lib/services/identity/members.ts";
import { getProject } from "#lib/services/projects/read.ts";
import { readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Adjudication" };

type Props = { params: Promise<{ w: string; a: string }> };

export default async function ArticleAdjudicationPage({ params }: Props) {
  const { w, a } = await params;
  const [caller, { userId, workspace }] = await Promise.all([currentCaller(), readerIn(w)]);
  const [found, members] = await Promise.all([read(caller, w, a), listMembers(caller, w, { limit: 500 })]);
  if (!found.ok && "detail" in found.failure) {
    return <AdjudicationRefused workspace={workspace.slug} articleId={a} why={found.failure.detail ?? ""} />;
  }
  const adjudication = shown(found);
  const project = shown(await getProject(caller, w, adjudication.projectId));
  const people = shown(members).items.map((member) => ({ userId: member.userId, name: member.name }));
  return (
    <AdjudicationScreen
      workspace={workspace.slug}
      project={project.slug}
      {...{ userId, people, adjudication }}
    />
  );
}
