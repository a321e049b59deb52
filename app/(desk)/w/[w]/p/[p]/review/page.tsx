import type { Metadata } from "next";
import { ReviewScreen } from "#components/review/review-screen.tsx";
import { queryOf, reviewView } from "#components/review/review-view.ts";
import { list as listClaims } from "#lib/services/claims/list.ts";
import { list as listMembers } from "#lib/services/identity/members.ts";
import { getProject } from "#lib/services/projects/read.ts";
import { caseOf } from "#lib/services/reviews/queue.ts";
import { plainSearch, readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Review" };

type Props = {
  params: Promise<{ w: string; p: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ReviewPage({ params, searchParams }: Props) {
  const { w, p } = await params;
  const [caller, { userId, workspace }] = await Promise.all([currentCaller(), readerIn(w)]);
  const view = reviewView(plainSearch(await searchParams), workspace.role);
  const [project, members] = await Promise.all([
    getProject(caller, w, p),
    listMembers(caller, w, { limit: 500 }),
  ]);
  const { id } = shown(project);
  const page = await listClaims(caller, w, {
    ...queryOf(view, id, { userId, role: workspace.role }),
    limit: 100,
  });
  const people = shown(members).items.map((member) => ({ userId: member.userId, name: member.name }));
  const openId = view.claim ?? (page.ok ? page.value.items[0]?.id : undefined);
  const first = openId === undefined ? null : await caseOf(caller, w, openId);
  return (
    <ReviewScreen
      {...{ workspace, userId, view, people }}
      first={first?.ok ? first.value : null}
      project={shown(project)}
      page={shown(page)}
    />
  );
}
