"use client";
import { KeyRound } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table } from "#components/ui/table.tsx";
import { call } from "#lib/client/api.ts";
import type { ApiToken } from "#lib/contracts/workspaces.ts";
import styles from "./settings.module.css";
import { useChange } from "./use-change.ts";

export function TokenList({ tokens }: { tokens: readonly ApiToken[] }) {
  const change = useChange();
  const revoke = (token: ApiToken) =>
    change(call("DELETE", `/tokens/${token.id}`), `${token.name} no longer works`);
  const columns = [
    {
      id: "name",
      header: "Name",
      cell: (token: ApiToken) => (
        <span className={styles.who}>
          <span className={styles.name}>{token.name}</span>
          <code className={styles.quiet}>{token.hint}</code>
        </span>
      ),
    },
    {
      id: "scopes",
      header: "May",
      cardLabel: "May",
      cell: (token: ApiToken) => (
        <span className={styles.badges}>
          {token.scopes.map((scope) => (
            <Badge key={scope} outline>
              {scope}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      id: "used",
      header: "Last used",
      cardLabel: "Last used",
      width: "8rem",
      cell: (token: ApiToken) => (token.lastUsedAt ? <RelativeTime at={token.lastUsedAt} /> : "Never"),
    },
    {
      id: "until",
      header: "Runs out",
      cardLabel: "Runs out",
      width: "8rem",
      cell: (token: ApiToken) => (token.expiresAt ? <RelativeTime at={token.expiresAt} /> : "Never"),
    },
    {
      id: "actions",
      header: "",
      align: "end" as const,
      width: "7rem",
      cell: (token: ApiToken) => (
        <ConfirmDialog
          title={`Revoke ${token.name}?`}
          description="Whatever uses this token stops working at once. It cannot be undone."
          confirmLabel="Revoke"
          danger
          onConfirm={() => revoke(token)}
          trigger={<Button size="sm">Revoke</Button>}
        />
      ),
    },
  ];
  const empty = (
    <EmptyState compact icon={<KeyRound />} title="No tokens">
      Make one for a script or another program that reads or writes here in your name.
    </EmptyState>
  );
  return <Table caption="Tokens" columns={columns} rows={tokens} rowKey={({ id }) => id} empty={empty} />;
}
