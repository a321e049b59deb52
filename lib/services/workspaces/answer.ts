import type { Workspace } from "#lib/contracts/workspaces.ts";
import type { MembershipRow } from "#lib/db/identity/memberships.ts";

/** A workspace as one of its members is answered. */
export function workspaceAnswer({ workspaceId, createdAt, ...rest }: MembershipRow): Workspace {
  const { slug, name, isSample, role } = rest;
  return { id: workspaceId, slug, name, isSample, role, createdAt: createdAt.toISOString() };
}
