import { sourceline1 } from "#core/provenance/sourceline1.ts";
import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import { insertCodebook } from "./codebooks.ts";

export type WorkspaceRecord = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly isSample: boolean;
  readonly createdAt: Date;
};

export async function workspaceName(tx: Tx, permit: AnyPermit): Promise<string> {
  const row = await tx.workspace.findUniqueOrThrow({
    where: { id: permit.workspaceId },
    select: { name: true },
  });
  return row.name;
}

export async function findWorkspace(tx: Tx, idOrSlug: string): Promise<WorkspaceRecord | null> {
  const [row] = await tx.$queryRaw<WorkspaceRecord[]>`
    select id::text, slug, name, is_sample as "isSample", created_at as "createdAt" from workspaces
    where id::text = lower(${idOrSlug}) or slug = ${idOrSlug}`;
  return row ?? null;
}

/** Slugs that begin like this. Who asks for the same beginning meanwhile waits, and then sees the one chosen. */
export async function workspaceSlugsLike(tx: Tx, base: string): Promise<ReadonlySet<string>> {
  // Only spares the second of two a failure: that a slug is unique is the index's to keep.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`workspace slug ${base}`}))::text`;
  const rows = await tx.workspace.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  return new Set(rows.map((row) => row.slug));
}

/** A workspace with what no workspace is without: its clock and the default codebook. It has no members yet. */
export async function insertWorkspace(
  tx: Tx,
  permit: SystemPermit<string>,
  workspace: Omit<WorkspaceRecord, "id">,
): Promise<void> {
  const { workspaceId } = permit;
  await tx.workspace.create({ data: { id: workspaceId, ...workspace } });
  await tx.workspaceClock.create({ data: { workspaceId } });
  await insertCodebook(tx, permit, sourceline1);
}

export async function insertOwner(
  tx: Tx,
  permit: SystemPermit<string>,
  userId: string,
  at: Date,
): Promise<void> {
  const { workspaceId } = permit;
  await tx.membership.create({ data: { workspaceId, userId, role: "owner", createdAt: at } });
}

export async function renameWorkspace(
  tx: Tx,
  permit: Permit<"workspace:manage">,
  name: string,
): Promise<void> {
  await tx.workspace.update({ where: { id: permit.workspaceId }, data: { name } });
}

/** Whether an account was made for the sample alone; `null` when there is no such account. */
export async function isSampleAccount(tx: Tx, userId: string): Promise<boolean | null> {
  const user = await tx.user.findUnique({ where: { id: userId }, select: { sampleOnly: true } });
  return user?.sampleOnly ?? null;
}

/** The owner of the first workspace that was made here, the sample aside: who set up the installation. */
export async function isInstallationOwner(tx: Tx, userId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ userId: string }[]>`
    select m.user_id::text as "userId" from memberships m join workspaces w on w.id = m.workspace_id
    where not w.is_sample and m.role = 'owner' and m.removed_at is null
    order by w.created_at, w.id limit 1`;
  return row?.userId === userId;
}

/** The sample workspace, where it has no owner yet. */
export async function findSample(tx: Tx): Promise<string | null> {
  const sample = await tx.workspace.findFirst({
    where: { isSample: true, memberships: { none: { role: "owner", removedAt: null } } },
    select: { id: true },
  });
  return sample?.id ?? null;
}

/** Takes away the permit's workspace, which is a sample, with all that is in it and the accounts made for it. */
export async function removeSampleWorkspace(tx: Tx, permit: SystemPermit<string>): Promise<void> {
  await tx.$executeRaw`select remove_sample_workspace(${permit.workspaceId}::uuid)`;
}
