import type { Metadata } from "next";
import { ArticlesScreen } from "#components/articles/articles-screen.tsx";
import { articlesView } from "#components/articles/articles-view.ts";
import { listArticles } from "#lib/services/articles/read.ts";
import { list as listMembers } from "#lib/services/identity/members.ts";
import { getProject } from "#lib/services/projects/read.ts";
import { plainSearch, readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Articles" };

type Props = {
  params: Promise<{ w: string; p: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ArticlesPage({ params, searchParams }: Props) {
  const { w, p } = await params;
  const view = articlesView(plainSearch(await searchParams));
  const caller = await currentCaller();
  const [project, page, members, reader] = await Promise.all([
    getProject(caller, w, p),
    listArticles(caller, w, p, view),
    listMembers(caller, w, { limit: 500 }),
    readerIn(w),
  ]);
  const people = shown(members).items.map(({ userId, name }) => ({ userId, name }));
  return <ArticlesScreen project={shown(project)} page={shown(page)} {...{ view, people }} {...reader} />;
}
