import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";

/** Ids of the claims below a removed one that went by the same act, nearest first. */
export async function removedWith(tx: Tx, permit: AnyPermit, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive gone as (
      select id, removed_at, 0 as level from claims
      where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid
      union all
      select down.id, down.removed_at, gone.level + 1
      from claims down join gone on down.parent_id = gone.id and down.removed_at = gone.removed_at
      where down.workspace_id = ${permit.workspaceId}::uuid
    )
    select id from gone where level > 0 order by level, id`;
  return rows.map((row) => row.id);
}
