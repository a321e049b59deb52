import type { Metadata } from "next";
import { ProjectCodebookScreen } from "#components/codebook/project-codebook-screen.tsx";
import { read as readState } from "#lib/services/codebooks/project.ts";
import { read } from "#lib/services/codebooks/read.ts";
import { list as listMembers } from "#lib/services/identity/members.ts";
import { getProject } from "#lib/services/projects/read.ts";
import { readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Codebook" };

type Props = { params: Promise<{ w: string; p: string }> };

export default async function ProjectCodebookPage({ params }: Props) {
  const { w, p } = await params;
  const [caller, reader] = await Promise.all([currentCaller(), readerIn(w)]);
  const project = shown(await getProject(caller, w, p));
  const [state, answer, members] = await Promise.all([
    readState(caller, w, p, undefined),
    read(caller, w, project.codebook.id),
    listMembers(caller, w, { limit: 500 }),
  ]);
  const people = shown(members).items.map(({ userId, name }) => ({ userId, name }));
  const found = { state: shown(state), answer: shown(answer) };
  return <ProjectCodebookScreen {...reader} {...found} project={project} people={people} />;
}
