import type { Role } from "#core/review/state.ts";
import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "../client.ts";

export type MemberRow = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
};

/** Members of the workspace in the order they came. */
export function membersOf(
  tx: Tx,
  permit: AnyPermit,
  page: { readonly limit: number; readonly after: { readonly key: string; readonly id: string } | null },
): Promise<(MemberRow & { id: string; sortKey: string })[]> {
  const { key, id } = page.after ?? { key: "-infinity", id: "00000000-0000-0000-0000-000000000000" };
  return tx.$queryRaw`
    select m.user_id::text as "userId", m.user_id::text as id, m.created_at::text as "sortKey", u.name, u.email,
      m.role::text as role, m.created_at as "createdAt"
    from memberships m join users u on u.id = m.user_id
    where m.workspace_id = ${permit.workspaceId}::uuid and m.removed_at is null
      and (m.created_at, m.user_id) > (${key}::timestamptz, ${id}::uuid)
    order by m.created_at, m.user_id limit ${page.limit}`;
}

/** One member, held until the transaction ends so that two changes of a role follow each other. */
export async function memberForUpdate(tx: Tx, permit: AnyPermit, userId: string): Promise<MemberRow | null> {
  const [row] = await tx.$queryRaw<MemberRow[]>`
    select m.user_id::text as "userId", u.name, u.email, m.role::text as role, m.created_at as "createdAt"
    from memberships m join users u on u.id = m.user_id
    where m.workspace_id = ${permit.workspaceId}::uuid and m.user_id = ${userId}::uuid and m.removed_at is null
    for update of m`;
  return row ?? null;
}

export async function isMemberByEmail(tx: Tx, permit: AnyPermit, email: string): Promise<boolean> {
  const count = await tx.membership.count({
    where: { workspaceId: permit.workspaceId, removedAt: null, user: { email } },
  });
  return count > 0;
}

export async function changeRole(
  tx: Tx,
  permit: Permit<"member:manage">,
  userId: string,
  role: Role,
): Promise<void> {
  const { workspaceId } = permit;
  await tx.membership.update({ where: { workspaceId_userId: { workspaceId, userId } }, data: { role } });
}

/** Ends a membership; what names the person in restricted projects goes with it. */
export async function removeMember(
  tx: Tx,
  permit: Permit<"member:manage">,
  userId: string,
  at: Date,
): Promise<void> {
  const { workspaceId } = permit;
  await tx.projectMember.deleteMany({ where: { workspaceId, userId } });
  await tx.membership.update({
    where: { workspaceId_userId: { workspaceId, userId } },
    data: { removedAt: at },
  });
}

/** Lets somebody in, or back in; who is a member already keeps their role. */
export async function admitMember(
  tx: Tx,
  permit: SystemPermit<string>,
  member: { readonly userId: string; readonly role: Role; readonly at: Date },
): Promise<void> {
  await tx.$executeRaw`
    insert into memberships (workspace_id, user_id, role, created_at)
    values (${permit.workspaceId}::uuid, ${member.userId}::uuid, ${member.role}::role, ${member.at})
    on conflict (workspace_id, user_id) do update
      set role = excluded.role, created_at = excluded.created_at, removed_at = null
      where memberships.removed_at is not null`;
}

/** Whether the installation has an owner outside the sample. */
export async function hasOwner(tx: Tx): Promise<boolean> {
  const count = await tx.membership.count({
    where: { role: "owner", removedAt: null, workspace: { isSample: false } },
  });
  return count > 0;
}

/** Those of the given people who are members of the workspace, with their roles. */
export function membersAmong(
  tx: Tx,
  permit: AnyPermit | SystemPermit<string>,
  userIds: readonly string[],
): Promise<{ userId: string; role: Role }[]> {
  return tx.membership.findMany({
    where: { workspaceId: permit.workspaceId, userId: { in: [...userIds] }, removedAt: null },
    select: { userId: true, role: true },
  });
}

/** Whether somebody belongs to the workspace at the moment. */
export async function isMemberHere(
  tx: Tx,
  { workspaceId }: SystemPermit<string>,
  userId: string,
): Promise<boolean> {
  return (await tx.membership.count({ where: { workspaceId, userId, removedAt: null } })) > 0;
}

/** Those who manage the workspace at the moment. */
export async function adminsOf(tx: Tx, { workspaceId }: SystemPermit<string>): Promise<string[]> {
  const rows = await tx.membership.findMany({
    where: { workspaceId, removedAt: null, role: { in: ["admin", "owner"] } },
    select: { userId: true },
    orderBy: { userId: "asc" },
  });
  return rows.map(({ userId }) => userId);
}
