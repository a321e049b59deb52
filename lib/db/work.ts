import type { WorkState } from "#core/review/state.ts";
import type { Permit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";

export type WorkRecord = {
  readonly userId: string;
  readonly layerId: string;
  readonly state: WorkState;
  readonly updatedAt: Date;
};

/** Sets the permit holder's own work state on a layer. */
export async function setWork(
  tx: Tx,
  permit: Permit<"article:work">,
  where: { articleId: string; layerId: string },
  state: WorkState,
  at: Date,
): Promise<WorkRecord> {
  const { workspaceId, actorId: userId } = permit;
  const { articleId, layerId } = where;
  return tx.articleWork.upsert({
    where: { workspaceId_layerId_userId: { workspaceId, layerId, userId } },
    create: { workspaceId, layerId, userId, articleId, state, updatedAt: at },
    update: { state, updatedAt: at },
    select: { userId: true, layerId: true, state: true, updatedAt: true },
  });
}
