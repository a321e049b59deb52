import type { Metadata } from "next";
import { CodebookScreen } from "#components/codebook/codebook-screen.tsx";
import { readOnly } from "#lib/services/codebooks/read.ts";
import { list as listMembers } from "#lib/services/identity/members.ts";
import { readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Codebook" };

export default async function CodebookPage({ params }: { params: Promise<{ w: string }> }) {
  const { w } = await params;
  const [caller, { userId }] = await Promise.all([currentCaller(), readerIn(w)]);
  const answer = shown(await readOnly(caller, w));
  const members = shown(await listMembers(caller, w, { limit: 500 }));
  const people = members.items.map((member) => ({ userId: member.userId, name: member.name }));
  return <CodebookScreen workspace={w} answer={answer} userId={userId} people={people} />;
}
