import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import { isLayerVisible } from "#lib/authz/facts.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** SQL for "the permit's holder may look into layer `l`": `isLayerVisible` of lib/authz, as a condition. */
export function layerIsVisible(permit: Pick<AnyPermit, "actorId" | "role">): Prisma.Sql {
  const { actorId: userId, role } = permit;
  const seesAdjudicated = isLayerVisible(
    { userId, role },
    { kind: "adjudicated", ownerId: null, isReleased: false },
  );
  return Prisma.sql`(l.kind = 'shared' or l.released_at is not null or l.owner_id = ${userId}::uuid
    or (l.kind = 'adjudicated' and ${seesAdjudicated}))`;
}

/**
 * SQL for "work on article `a` is no secret of anybody's". While layers are hidden, the time of the last work on their
 * article would tell each editor of the others'.
 */
export const isInTheOpen = Prisma.sql`not exists (select from layers l where l.workspace_id = a.workspace_id
  and l.article_id = a.id and l.kind = 'editor' and l.released_at is null)`;

/** The layer an editor writes in: the shared one, or in a blind project their own, made when it is first needed. */
export async function writingLayer(
  tx: Tx,
  permit: Permit<"article:import" | "article:work" | "claim:create">,
  articleId: string,
  mode: "shared" | "blind",
): Promise<string> {
  const kind = mode === "shared" ? "shared" : "editor";
  const owner = mode === "shared" ? null : permit.actorId;
  const { workspaceId } = permit;
  await tx.$executeRaw`
    insert into layers (workspace_id, id, article_id, kind, owner_id)
    values (${workspaceId}::uuid, ${newId()}::uuid, ${articleId}::uuid, ${kind}::layer_kind, ${owner}::uuid)
    on conflict do nothing`;
  const [layer] = await tx.$queryRaw<{ id: string }[]>`
    select id::text from layers
    where workspace_id = ${workspaceId}::uuid and article_id = ${articleId}::uuid and kind = ${kind}::layer_kind
      and owner_id is not distinct from ${owner}::uuid`;
  if (!layer) throw new Error("a layer just made is not there");
  return layer.id;
}
