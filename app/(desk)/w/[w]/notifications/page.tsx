import type { Metadata } from "next";
import { NotificationsScreen } from "#components/notifications/notifications-screen.tsx";
import { list } from "#lib/services/notifications/notifications.ts";
import { readerIn, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage({ params }: { params: Promise<{ w: string }> }) {
  const { w } = await params;
  const { workspace } = await readerIn(w);
  const page = shown(await list(await currentCaller(), w, { limit: 100 }));
  return <NotificationsScreen workspace={workspace.slug} page={page} />;
}
