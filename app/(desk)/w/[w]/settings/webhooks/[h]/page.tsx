import type { Metadata } from "next";
import { DeliveryLog } from "#components/settings/delivery-log.tsx";
import { Section } from "#components/settings/section.tsx";
import { WebhookHead } from "#components/settings/webhook-head.tsx";
import { webhookPageOf } from "#lib/services/webhooks/pages.ts";
import { plainSearch, shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Webhook" };

type Props = {
  params: Promise<{ w: string; h: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function WebhookPage({ params, searchParams }: Props) {
  const { w, h } = await params;
  const { state } = plainSearch(await searchParams);
  const page = shown(await webhookPageOf(await currentCaller(), w, h, state));
  const { webhook, deliveries, ...asked } = page;
  return (
    <>
      <WebhookHead workspace={w} webhook={webhook} projects={page.projects} holder={page.holder} />
      <Section title="Deliveries" about="What was delivered is kept for 30 days, what was given up for 90.">
        <DeliveryLog
          path={`/workspaces/${w}/webhooks/${h}`}
          isActive={webhook.isActive}
          state={asked.state}
          first={deliveries}
        />
      </Section>
    </>
  );
}
