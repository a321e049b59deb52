import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ArticleWorkspace } from "#components/annotator/article-workspace.tsx";
import { getArticle } from "#lib/services/articles/read.ts";
import { getProject } from "#lib/services/projects/read.ts";
import { currentCaller, currentUser } from "#lib/web/session.ts";

type Props = { params: Promise<{ w: string; a: string }>; searchParams: Promise<{ claim?: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { w, a } = await params;
  const article = await getArticle(await currentCaller(), w, a);
  return article.ok ? { title: article.value.title } : {};
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const { w, a } = await params;
  const [caller, user] = await Promise.all([currentCaller(), currentUser()]);
  const article = await getArticle(caller, w, a);
  const project = article.ok ? await getProject(caller, w, article.value.projectId) : null;
  const member = user?.workspaces.find(({ id, slug }) => id === w || slug === w);
  if (!article.ok || !project?.ok || !user || !member) notFound();
  const me = { id: user.id, name: user.name, role: member.role };
  const claim = (await searchParams).claim ?? null;
  return (
    <ArticleWorkspace
      workspace={w}
      project={project.value}
      article={article.value}
      me={me}
      initialClaimId={claim}
    />
  );
}
