"use client";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Table } from "#components/ui/table.tsx";
import { call } from "#lib/client/api.ts";
import type { Session } from "#lib/contracts/workspaces.ts";
import { deviceOf } from "./device.ts";
import styles from "./settings.module.css";
import { useChange } from "./use-change.ts";

export function SessionList({ sessions }: { sessions: readonly Session[] }) {
  const change = useChange();
  const end = (session: Session) =>
    change(call("DELETE", `/sessions/${session.id}`), "That session has ended");
  const columns = [
    {
      id: "device",
      header: "Where",
      cell: (session: Session) => (
        <span className={styles.who}>
          <span className={styles.name}>{deviceOf(session.userAgent)}</span>
          <span className={styles.quiet}>
            Signed in <RelativeTime at={session.createdAt} />
          </span>
        </span>
      ),
    },
    {
      id: "seen",
      header: "Last seen",
      cardLabel: "Last seen",
      width: "9rem",
      cell: (session: Session) => <RelativeTime at={session.lastSeenAt} />,
    },
    {
      id: "actions",
      header: "",
      align: "end" as const,
      width: "9rem",
      cell: (session: Session) =>
        session.current ? (
          <Badge tone="success">This one</Badge>
        ) : (
          <Button size="sm" onClick={() => end(session)}>
            End
          </Button>
        ),
    },
  ];
  return <Table caption="Sessions" columns={columns} rows={sessions} rowKey={({ id }) => id} />;
}

/** Ends all sessions, this one too. */
export function SignOutEverywhere() {
  const revokeAll = async () => {
    const answer = await call("POST", "/sessions/revoke-all", { keepCurrent: false });
    if (answer.ok) location.assign("/sign-in");
    return answer.ok;
  };
  return (
    <ConfirmDialog
      title="Sign out everywhere?"
      description="Every session ends at once, this one too. Tokens go on working; they are revoked on their own page."
      confirmLabel="Sign out everywhere"
      danger
      onConfirm={revokeAll}
      trigger={<Button>Sign out everywhere</Button>}
    />
  );
}
