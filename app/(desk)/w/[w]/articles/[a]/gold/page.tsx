import type { Metadata } from "next";
import { ComparisonScreen } from "#components/calibration/comparison-screen.tsx";
import { comparison } from "#lib/services/calibration/comparison.ts";
import { list as listMembers } from "#lib/services/identity/members.ts";
import { readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "What differs" };

type Props = { params: Promise<{ w: string; a: string }> };

export default async function GoldPage({ params }: Props) {
  const { w, a } = await params;
  const [caller, { userId }] = await Promise.all([currentCaller(), readerIn(w)]);
  const [found, members] = await Promise.all([
    comparison(caller, w, a),
    listMembers(caller, w, { limit: 500 }),
  ]);
  const people = shown(members).items.map((member) => ({ userId: member.userId, name: member.name }));
  return <ComparisonScreen workspace={w} userId={userId} people={people} comparison={shown(found)} />;
}
