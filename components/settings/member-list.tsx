"use client";
import { useState } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Select } from "#components/ui/select.tsx";
import { Table } from "#components/ui/table.tsx";
import type { Role } from "#core/review/state.ts";
import { call } from "#lib/client/api.ts";
import type { Member } from "#lib/contracts/workspaces.ts";
import { roleOptions, roleWords } from "./roles.ts";
import styles from "./settings.module.css";
import { useChange } from "./use-change.ts";

type Props = {
  readonly workspace: string;
  readonly members: readonly Member[];
  readonly me: string;
  readonly manages: boolean;
  readonly ownsIt: boolean;
};

type Asked = { readonly what: "remove" | "hand-over"; readonly member: Member };

export function MemberList({ workspace, members, me, manages, ownsIt }: Props) {
  const change = useChange();
  const [asked, setAsked] = useState<Asked | null>(null);
  const path = (member: Member) => `/workspaces/${workspace}/members/${member.userId}`;
  const give = (member: Member, role: Role) =>
    change(
      call("PATCH", path(member), { role }),
      `${member.name} is ${roleWords[role].label.toLowerCase()} now`,
    );
  const columns = [
    {
      id: "who",
      header: "Name",
      cell: (member: Member) => <Who member={member} isMe={member.userId === me} />,
    },
    {
      id: "role",
      header: "Role",
      cardLabel: "Role",
      width: "11rem",
      cell: (member: Member) =>
        manages && member.role !== "owner" && member.userId !== me ? (
          <Select
            aria-label={`Role of ${member.name}`}
            size="sm"
            options={roleOptions}
            value={member.role}
            onValueChange={(role) => void give(member, role)}
          />
        ) : (
          <Badge outline>{roleWords[member.role].label}</Badge>
        ),
    },
    {
      id: "since",
      header: "Joined",
      cardLabel: "Joined",
      width: "9rem",
      cell: (member: Member) => <RelativeTime at={member.createdAt} />,
    },
  ];
  const actions = {
    id: "actions",
    header: "",
    width: "6rem",
    align: "end" as const,
    cell: (member: Member) =>
      member.role === "owner" || member.userId === me ? null : (
        <Menu align="end" trigger={<Button size="sm">More</Button>}>
          {ownsIt ? (
            <MenuItem onSelect={() => setAsked({ what: "hand-over", member })}>Make owner…</MenuItem>
          ) : null}
          <MenuItem danger onSelect={() => setAsked({ what: "remove", member })}>
            Remove…
          </MenuItem>
        </Menu>
      ),
  };
  return (
    <>
      <Table
        caption="Members"
        columns={manages ? [...columns, actions] : columns}
        rows={members}
        rowKey={(member) => member.userId}
      />
      {asked ? (
        <Question
          asked={asked}
          onClose={() => setAsked(null)}
          onHandOver={() => give(asked.member, "owner")}
          onRemove={() =>
            change(call("DELETE", path(asked.member)), `${asked.member.name} is no longer a member`)
          }
        />
      ) : null}
    </>
  );
}

function Who({ member, isMe }: { member: Member; isMe: boolean }) {
  return (
    <span className={styles.who}>
      <span className={styles.name}>
        {member.name}
        {isMe ? <span className={styles.quiet}> (you)</span> : null}
      </span>
      <span className={styles.quiet}>{member.email}</span>
    </span>
  );
}

type QuestionProps = {
  asked: Asked;
  onClose: () => void;
  onHandOver: () => Promise<boolean>;
  onRemove: () => Promise<boolean>;
};

function Question({ asked, onClose, onHandOver, onRemove }: QuestionProps) {
  const { name } = asked.member;
  const shared = { open: true, onOpenChange: (open: boolean) => (open ? undefined : onClose()) };
  if (asked.what === "hand-over") {
    return (
      <ConfirmDialog
        {...shared}
        title={`Make ${name} the owner?`}
        description="A workspace has one owner. You become an admin, and only the new owner can undo it."
        confirmLabel="Make owner"
        danger
        onConfirm={onHandOver}
      />
    );
  }
  return (
    <ConfirmDialog
      {...shared}
      title={`Remove ${name}?`}
      description="Access ends at once. Claims, reviews and comments stay, under their name. They can be invited again."
      confirmLabel="Remove"
      danger
      onConfirm={onRemove}
    />
  );
}
