import type { ReactNode } from "react";
import { Page, PageHeader } from "#components/layout/page-header.tsx";
import styles from "#components/settings/settings.module.css";
import { SettingsNav } from "#components/settings/settings-nav.tsx";
import { mayManage } from "#lib/services/webhooks/webhooks.ts";
import { shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

type Props = { params: Promise<{ w: string }>; children: ReactNode };

export default async function SettingsLayout({ params, children }: Props) {
  const { w } = await params;
  const base = `/w/${w}/settings`;
  const hooks = shown(await mayManage(await currentCaller(), w));
  const groups = [
    {
      label: "Workspace",
      places: [
        { href: `${base}/members`, label: "Members" },
        { href: `${base}/projects`, label: "Projects" },
        { href: `${base}/codebook`, label: "Codebook" },
        ...(hooks ? [{ href: `${base}/webhooks`, label: "Webhooks" }] : []),
      ],
    },
    {
      label: "You",
      places: [
        { href: `${base}/account`, label: "Account" },
        { href: `${base}/notifications`, label: "Notifications" },
        { href: `${base}/tokens`, label: "Tokens" },
        { href: `${base}/sessions`, label: "Sessions" },
      ],
    },
  ];
  return (
    <Page>
      <PageHeader title="Settings" />
      <div className={styles.frame}>
        <SettingsNav groups={groups} />
        <div className={styles.content}>{children}</div>
      </div>
    </Page>
  );
}
