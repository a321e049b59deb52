import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { articlesPath } from "#components/articles/paths.ts";
import { desk } from "#lib/services/workspaces/desk.ts";
import { shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

type Props = { params: Promise<{ w: string }> };

export default async function WorkspacePage({ params }: Props) {
  const { w } = await params;
  const { workspace, projects } = shown(await desk(await currentCaller(), w));
  const last = (await cookies()).get("sl-project")?.value;
  const project = projects.find(({ slug }) => slug === last) ?? projects[0];
  redirect(project ? articlesPath(workspace.slug, project.slug) : `/w/${workspace.slug}/sources`);
}
