import type { Metadata } from "next";
import { NotificationsForm } from "#components/settings/notifications-form.tsx";
import { Section } from "#components/settings/section.tsx";
import { canSendLetters } from "#lib/services/identity/letters.ts";
import { preferences } from "#lib/services/notifications/notifications.ts";
import { readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationSettingsPage({ params }: { params: Promise<{ w: string }> }) {
  const { w } = await params;
  const { workspace } = await readerIn(w);
  const given = shown(await preferences(await currentCaller(), w));
  return (
    <Section
      title="Notifications by e-mail"
      about={`How ${workspace.name} tells you by e-mail what you have not read here. A letter says who did what and where; it never holds the words of an article or a comment.`}
    >
      <NotificationsForm workspace={workspace.slug} preferences={given} canSend={canSendLetters()} />
    </Section>
  );
}
