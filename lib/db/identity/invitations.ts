import type { Role } from "#core/review/state.ts";
import type { Permit } from "#lib/authz/authorize.ts";
import type { Tx } from "../client.ts";
import { inIdentity } from "../transaction.ts";

export type InvitationRow = {
  readonly id: string;
  readonly workspaceId: string;
  readonly email: string;
  readonly role: Role;
  readonly invitedBy: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

const columns = {
  id: true,
  workspaceId: true,
  email: true,
  role: true,
  invitedBy: true,
  createdAt: true,
  expiresAt: true,
} as const;
const isOpen = { acceptedAt: null, revokedAt: null } as const;

/** Stores an invitation and takes back an earlier one to the same address. */
export async function replaceInvitation(
  tx: Tx,
  permit: Permit<"invitation:manage">,
  row: Omit<InvitationRow, "workspaceId"> & { readonly tokenHash: string },
): Promise<void> {
  const { workspaceId } = permit;
  await tx.invitation.updateMany({
    where: { workspaceId, email: row.email, ...isOpen },
    data: { revokedAt: row.createdAt },
  });
  await tx.invitation.create({ data: { ...row, workspaceId } });
}

/** Those neither accepted nor taken back, newest first; those that ran out too, so that they can be renewed. */
export function openInvitations(
  tx: Tx,
  permit: Permit<"invitation:manage">,
  page: { readonly take: number; readonly before: string | undefined },
): Promise<InvitationRow[]> {
  const older = page.before === undefined ? {} : { id: { lt: page.before } };
  return tx.invitation.findMany({
    where: { workspaceId: permit.workspaceId, ...isOpen, ...older },
    orderBy: { id: "desc" },
    select: columns,
    take: page.take,
  });
}

export function openInvitation(
  tx: Tx,
  permit: { workspaceId: string },
  id: string,
): Promise<InvitationRow | null> {
  return tx.invitation.findFirst({
    where: { workspaceId: permit.workspaceId, id, ...isOpen },
    select: columns,
  });
}

export async function revokeInvitation(
  tx: Tx,
  permit: Permit<"invitation:manage">,
  id: string,
  at: Date,
): Promise<void> {
  await tx.invitation.updateMany({
    where: { workspaceId: permit.workspaceId, id, ...isOpen },
    data: { revokedAt: at },
  });
}

export type Invited = InvitationRow & {
  readonly workspace: { readonly name: string; readonly slug: string };
  readonly inviter: string | null;
};

/** The invitation a token opens; null when it is unknown, used, taken back or over. */
export async function invitationOfToken(tokenHash: string, at: Date): Promise<Invited | null> {
  return inIdentity(async (tx) => {
    const row = await tx.invitation.findFirst({
      where: { tokenHash, ...isOpen, expiresAt: { gt: at } },
      select: { ...columns, workspace: { select: { name: true, slug: true } } },
    });
    if (!row) return null;
    const by =
      row.invitedBy && (await tx.user.findUnique({ where: { id: row.invitedBy }, select: { name: true } }));
    return { ...row, inviter: by ? by.name : null };
  });
}

/** Open invitations to an address, for an account that proves it owns the address. */
export async function invitationsTo(email: string, at: Date): Promise<InvitationRow[]> {
  return inIdentity((tx) =>
    tx.invitation.findMany({
      where: { email, ...isOpen, expiresAt: { gt: at } },
      select: columns,
      take: 100,
    }),
  );
}

/** Uses an invitation up; false when somebody else just did. */
export async function takeInvitation(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { id, ...isOpen, expiresAt: { gt: at } },
    data: { acceptedAt: at },
  });
  return count === 1;
}
