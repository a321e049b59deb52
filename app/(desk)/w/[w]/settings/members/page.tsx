import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InvitationList } from "#components/settings/invitation-list.tsx";
import { InviteDialog } from "#components/settings/invite-dialog.tsx";
import { MemberList } from "#components/settings/member-list.tsx";
import { Section } from "#components/settings/section.tsx";
import { membersPageOf } from "#lib/services/identity/members-page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Members" };

export default async function MembersPage({ params }: { params: Promise<{ w: string }> }) {
  const { w } = await params;
  const found = await membersPageOf(await currentCaller(), w);
  if (!found.ok) notFound();
  const { members, invitations, now, ...reader } = found.value;
  const about = reader.manages
    ? "Nobody joins without an invitation. A role is in force with the next click of whoever has it."
    : "Ask an admin to invite somebody or to change a role.";
  return (
    <>
      <Section title="Members" about={about} action={reader.manages ? <InviteDialog workspace={w} /> : null}>
        <MemberList workspace={w} members={members} {...reader} />
      </Section>
      {invitations.length > 0 ? (
        <Section title="Open invitations">
          <InvitationList workspace={w} invitations={invitations} now={now} />
        </Section>
      ) : null}
    </>
  );
}
