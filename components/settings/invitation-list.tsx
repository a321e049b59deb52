"use client";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table } from "#components/ui/table.tsx";
import { call } from "#lib/client/api.ts";
import type { Invitation } from "#lib/contracts/workspaces.ts";
import { roleWords } from "./roles.ts";
import styles from "./settings.module.css";
import { useChange } from "./use-change.ts";

type Props = {
  readonly workspace: string;
  readonly invitations: readonly Invitation[];
  readonly now: number;
};

/** Invitations nobody has used yet. */
export function InvitationList({ workspace, invitations, now }: Props) {
  const change = useChange();
  const revoke = (invitation: Invitation) =>
    change(
      call("DELETE", `/workspaces/${workspace}/invitations/${invitation.id}`),
      `The invitation of ${invitation.email} no longer works`,
    );
  const columns = [
    {
      id: "email",
      header: "E-mail",
      cell: (invitation: Invitation) => <span className={styles.name}>{invitation.email}</span>,
    },
    {
      id: "role",
      header: "Role",
      cardLabel: "Role",
      width: "8rem",
      cell: (invitation: Invitation) => <Badge outline>{roleWords[invitation.role].label}</Badge>,
    },
    {
      id: "until",
      header: "Runs out",
      cardLabel: "Runs out",
      width: "9rem",
      cell: (invitation: Invitation) =>
        Date.parse(invitation.expiresAt) < now ? (
          <Badge tone="warning">Has run out</Badge>
        ) : (
          <RelativeTime at={invitation.expiresAt} />
        ),
    },
    {
      id: "actions",
      header: "",
      align: "end" as const,
      width: "8rem",
      cell: (invitation: Invitation) => (
        <Button size="sm" onClick={() => revoke(invitation)}>
          Take back
        </Button>
      ),
    },
  ];
  return <Table caption="Open invitations" columns={columns} rows={invitations} rowKey={({ id }) => id} />;
}
