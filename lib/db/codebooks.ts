import type { Codebook } from "#core/provenance/codebook.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import type { Prisma } from "./generated/client.ts";

/** One version of a codebook of the workspace. */
export async function findCodebook(
  tx: Tx,
  permit: AnyPermit,
  id: string,
  version: number,
): Promise<Codebook | null> {
  const { workspaceId } = permit;
  const row = await tx.codebook.findUnique({
    where: { workspaceId_id_version: { workspaceId, id, version } },
    select: { content: true },
  });
  // Written by `insertCodebook` only, from a `Codebook`.
  return (row?.content as Codebook | undefined) ?? null;
}

/** The version that new projects pin. */
export async function newestCodebook(
  tx: Tx,
  permit: AnyPermit,
): Promise<{ id: string; version: number } | null> {
  return tx.codebook.findFirst({
    where: { workspaceId: permit.workspaceId },
    orderBy: [{ createdAt: "desc" }, { version: "desc" }],
    select: { id: true, version: true },
  });
}

export async function insertCodebook(
  tx: Tx,
  permit: SystemPermit<string>,
  codebook: Codebook,
): Promise<void> {
  const { id, version, name } = codebook;
  // A codebook is plain JSON by its definition in lib/core; the cast drops its `readonly`s.
  const content = codebook as unknown as Prisma.InputJsonObject;
  await tx.codebook.create({ data: { workspaceId: permit.workspaceId, id, version, name, content } });
}
