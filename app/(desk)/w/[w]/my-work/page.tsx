import type { Metadata } from "next";
import { cookies } from "next/headers";
import { MyWorkScreen } from "#components/my-work/my-work-screen.tsx";
import { myWork } from "#lib/services/assignments/assignments.ts";
import { list as listMembers } from "#lib/services/identity/members.ts";
import { desk } from "#lib/services/workspaces/desk.ts";
import { readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "My work" };

export default async function MyWorkPage({ params }: { params: Promise<{ w: string }> }) {
  const { w } = await params;
  const caller = await currentCaller();
  const [work, members, around, reader, jar] = await Promise.all([
    myWork(caller, w),
    listMembers(caller, w, { limit: 500 }),
    desk(caller, w),
    readerIn(w),
    cookies(),
  ]);
  const people = shown(members).items.map(({ userId, name }) => ({ userId, name }));
  const { projects } = shown(around);
  const project = projects.find(({ slug }) => slug === jar.get("sl-project")?.value) ?? projects[0] ?? null;
  return <MyWorkScreen work={shown(work)} {...{ people, projects, project }} {...reader} />;
}
