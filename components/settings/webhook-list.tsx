"use client";
import { Webhook as WebhookIcon } from "lucide-react";
import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Webhook } from "#lib/contracts/webhooks.ts";
import styles from "./settings.module.css";
import { eventsInWords, standOf } from "./webhook-words.ts";

type Props = { readonly workspace: string; readonly webhooks: readonly Webhook[] };

export function WebhookList({ workspace, webhooks }: Props) {
  const columns = [
    {
      id: "url",
      header: "Address",
      cell: (webhook: Webhook) => <Address workspace={workspace} webhook={webhook} />,
    },
    {
      id: "events",
      header: "Told of",
      cardLabel: "Told of",
      width: "13rem",
      cell: ({ events, projectId }: Webhook) =>
        projectId === null ? eventsInWords(events) : `${eventsInWords(events)}, in one project`,
    },
    {
      id: "state",
      header: "State",
      cardLabel: "State",
      width: "7rem",
      cell: (webhook: Webhook) => <Stand webhook={webhook} />,
    },
    {
      id: "waiting",
      header: "Waiting",
      cardLabel: "Waiting",
      width: "5rem",
      align: "end" as const,
      cell: ({ waiting }: Webhook) => waiting,
    },
    {
      id: "last",
      header: "Last delivered",
      cardLabel: "Last delivered",
      width: "8rem",
      cell: ({ lastDeliveredAt }: Webhook) =>
        lastDeliveredAt ? <RelativeTime at={lastDeliveredAt} /> : <span className={styles.quiet}>Never</span>,
    },
  ];
  const empty = (
    <EmptyState compact icon={<WebhookIcon />} title="No webhooks">
      Make one for a program that should hear of claims, reviews and articles as they happen.
    </EmptyState>
  );
  return <Table caption="Webhooks" columns={columns} rows={webhooks} rowKey={({ id }) => id} empty={empty} />;
}

function Address({ workspace, webhook }: { workspace: string; webhook: Webhook }) {
  return (
    <span className={styles.who}>
      <Link href={`/w/${workspace}/settings/webhooks/${webhook.id}`} className={styles.name}>
        {webhook.url}
      </Link>
      {webhook.description ? <span className={styles.quiet}>{webhook.description}</span> : null}
    </span>
  );
}

export function Stand({ webhook }: { webhook: Webhook }) {
  const { tone, label, why } = standOf(webhook);
  return (
    <Badge tone={tone} title={why || undefined}>
      {label}
    </Badge>
  );
}
