import type { Role } from "#core/review/state.ts";
import { database, type Tx } from "../client.ts";
import { Prisma } from "../generated/client.ts";

export type MembershipRow = {
  workspaceId: string;
  slug: string;
  name: string;
  isSample: boolean;
  role: Role;
  createdAt: Date;
};

/** Selects a person's standing in the workspace named by id or slug. */
export function membershipIn(userId: string, workspace: string): Prisma.Sql {
  return Prisma.sql`
    select w.id as "workspaceId", w.slug, w.name, w.is_sample as "isSample", m.role::text as role, w.created_at as "createdAt"
    from memberships m join workspaces w on w.id = m.workspace_id
    where m.user_id = ${userId}::uuid and m.removed_at is null and (w.id::text = ${workspace} or w.slug = ${workspace})`;
}

/** The caller's standing in a workspace named by id or slug; `null` when there is none. */
export async function membershipOf(
  userId: string,
  workspace: string,
  on: Pick<Tx, "$queryRaw"> = database(),
): Promise<MembershipRow | null> {
  const [row] = await on.$queryRaw<MembershipRow[]>(membershipIn(userId, workspace));
  return row ?? null;
}

/** Everywhere a person belongs, by name of the workspace. */
export async function membershipsOf(userId: string): Promise<MembershipRow[]> {
  return database().$queryRaw<MembershipRow[]>`
    select w.id as "workspaceId", w.slug, w.name, w.is_sample as "isSample", m.role::text as role, w.created_at as "createdAt"
    from memberships m join workspaces w on w.id = m.workspace_id
    where m.user_id = ${userId}::uuid and m.removed_at is null
    order by w.is_sample, w.name, w.id limit 500`;
}
