import type { Actor } from "#lib/authz/objects.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "#lib/db/client.ts";
import { membersAmong } from "#lib/db/identity/members.ts";

/** These people as they are in the workspace now; whoever is no member is not among them. */
export async function actorsOf(
  tx: Tx,
  permit: SystemPermit<string>,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Actor>> {
  const { workspaceId } = permit;
  const members = await membersAmong(tx, permit, [...new Set(userIds)]);
  return new Map(members.map(({ userId, role }) => [userId, { userId, workspaceId, role }]));
}
