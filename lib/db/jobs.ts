import type { SystemPermit } from "#lib/authz/system.ts";
import { database, type Tx } from "./client.ts";

/** Ids of all workspaces, for what the program does in each of them on its own. */
export async function allWorkspaces(_permit: SystemPermit<null>): Promise<string[]> {
  const rows = await database().workspace.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  return rows.map(({ id }) => id);
}

/**
 * Takes a job's turn in the permit's workspace where it is due, and says when the next one is. Of several processes
 * one gets it; the others do not wait.
 */
export async function takeTurn(
  tx: Tx,
  { workspaceId }: SystemPermit<string>,
  name: string,
  at: Date,
  nextAt: Date,
): Promise<boolean> {
  // "On conflict" alone would wait for whoever is moving the row on.
  await tx.$executeRaw`
    insert into job_turns (workspace_id, name, next_at) select ${workspaceId}::uuid, ${name}, ${at}
    where not exists (select from job_turns where workspace_id = ${workspaceId}::uuid and name = ${name})
    on conflict do nothing`;
  const taken = await tx.$executeRaw`
    update job_turns set next_at = ${nextAt} where workspace_id = ${workspaceId}::uuid and name in (
      select name from job_turns where workspace_id = ${workspaceId}::uuid and name = ${name} and next_at <= ${at}
      for update skip locked)`;
  return taken > 0;
}
