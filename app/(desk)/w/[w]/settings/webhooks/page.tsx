import type { Metadata } from "next";
import { Section } from "#components/settings/section.tsx";
import { NewWebhook } from "#components/settings/webhook-dialog.tsx";
import { WebhookList } from "#components/settings/webhook-list.tsx";
import { webhooksPageOf } from "#lib/services/webhooks/pages.ts";
import { shown } from "#lib/web/page.ts";
import { currentCaller } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage({ params }: { params: Promise<{ w: string }> }) {
  const { w } = await params;
  const { webhooks, projects } = shown(await webhooksPageOf(await currentCaller(), w));
  return (
    <Section
      title="Webhooks"
      about="Other programs that are told what happens here, soon after it did: by ids and states, signed, and never of more than one person may see."
      action={<NewWebhook workspace={w} projects={projects} />}
    >
      <WebhookList workspace={w} webhooks={webhooks} />
    </Section>
  );
}
