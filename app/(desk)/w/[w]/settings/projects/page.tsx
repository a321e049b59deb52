import type { Metadata } from "next";
import { NewProject } from "#components/projects/new-project.tsx";
import { ProjectList } from "#components/projects/project-list.tsx";
import { Section } from "#components/settings/section.tsx";
import { listProjects } from "#lib/services/projects/read.ts";
import { desk } from "#lib/services/workspaces/desk.ts";
import { shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Projects" };

export default async function ProjectsPage({ params }: { params: Promise<{ w: string }> }) {
  const { w } = await params;
  const caller = await currentCaller();
  const { items } = shown(await listProjects(caller, w, { limit: 500 }));
  const { canMakeProject } = shown(await desk(caller, w));
  return (
    <Section
      title="Projects"
      about="A body of articles, worked under one codebook and one set of rules."
      action={canMakeProject ? <NewProject workspace={w} /> : null}
    >
      <ProjectList workspace={w} projects={items} />
    </Section>
  );
}
