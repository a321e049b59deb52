import type { Codebook } from "#core/provenance/codebook.ts";
import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
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

/** What is known of a version beside its content; nobody published the one that came with the workspace. */
export type StoredVersion = {
  readonly version: number;
  readonly note: string;
  readonly createdBy: string | null;
  readonly createdAt: Date;
};

/** Versions of a codebook, newest first, without their content; none where the workspace has no such codebook. */
export function codebookVersions(tx: Tx, { workspaceId }: AnyPermit, id: string): Promise<StoredVersion[]> {
  return tx.codebook.findMany({
    where: { workspaceId, id },
    select: { version: true, note: true, createdBy: true, createdAt: true },
    orderBy: { version: "desc" },
  });
}

/** These versions of a codebook with all their categories. */
export async function codebooksAt(
  tx: Tx,
  { workspaceId }: AnyPermit,
  id: string,
  versions: readonly number[],
): Promise<Codebook[]> {
  const rows = await tx.codebook.findMany({
    where: { workspaceId, id, version: { in: [...versions] } },
    select: { content: true },
  });
  return rows.map(({ content }) => content as unknown as Codebook); // Written from a `Codebook` only.
}

export type CodebookHead = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly createdAt: Date;
};

/** The workspace's codebooks, each by its newest version. */
export function listCodebooks(tx: Tx, { workspaceId }: AnyPermit): Promise<CodebookHead[]> {
  return tx.codebook.findMany({
    where: { workspaceId },
    distinct: ["id"],
    select: { id: true, name: true, version: true, createdAt: true },
    orderBy: [{ id: "asc" }, { version: "desc" }],
  });
}

/** False where somebody else published that version meanwhile; then nothing is stored. */
export async function publishVersion(
  tx: Tx,
  { workspaceId, actorId }: Permit<"codebook:edit">,
  codebook: Codebook,
  { note, at }: { readonly note: string; readonly at: Date },
): Promise<boolean> {
  const { id, version, name } = codebook;
  const stored = await tx.$executeRaw`
    insert into codebooks (workspace_id, id, version, name, content, note, created_by, created_at)
    values (${workspaceId}::uuid, ${id}, ${version}, ${name}, ${JSON.stringify(codebook)}::jsonb, ${note}, ${actorId}::uuid, ${at})
    on conflict do nothing`;
  return stored > 0;
}
