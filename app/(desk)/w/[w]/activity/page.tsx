import type { Metadata } from "next";
import { ActivityScreen } from "#components/activity/activity-screen.tsx";
import { activityView } from "#components/activity/activity-view.ts";
import { list } from "#lib/services/activity/activity.ts";
import { getArticle } from "#lib/services/articles/read.ts";
import { list as listMembers } from "#lib/services/identity/members.ts";
import { plainSearch, readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Activity" };

type Props = {
  params: Promise<{ w: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ActivityPage({ params, searchParams }: Props) {
  const { w } = await params;
  const { view, query } = activityView(plainSearch(await searchParams));
  const caller = await currentCaller();
  const [page, members, { userId, workspace }, found] = await Promise.all([
    list(caller, w, query),
    listMembers(caller, w, { limit: 500 }),
    readerIn(w),
    query.article ? getArticle(caller, w, query.article) : null,
  ]);
  const people = shown(members).items.map((member) => ({ userId: member.userId, name: member.name }));
  const article = found ? shown(found) : null;
  return (
    <ActivityScreen
      {...{ workspace: workspace.slug, userId, people, view, query }}
      page={shown(page)}
      article={article && { id: article.id, title: article.title }}
    />
  );
}
