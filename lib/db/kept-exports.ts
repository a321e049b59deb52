import type { Json } from "#core/audit/canonical.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import type { ExportPermit } from "./export-snapshot.ts";
import { Prisma } from "./generated/client.ts";

export type KeptExportRow = {
  readonly id: string;
  readonly projectId: string;
  readonly requestedBy: string;
  readonly requesterName: string | null;
  readonly request: { readonly [key: string]: Json };
  readonly format: string;
  readonly state: "queued" | "running" | "done" | "failed" | "expired";
  readonly claimsDone: number;
  readonly claimsTotal: number | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly fileName: string | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly manifest: unknown;
  readonly signature: unknown;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly expiresAt: Date | null;
  readonly sortKey: string;
};

const selected = Prisma.sql`k.id::text, k.project_id::text as "projectId", k.requested_by::text as "requestedBy",
  (select u.name from users u where u.id = k.requested_by) as "requesterName", k.request, k.format, k.state,
  k.claims_done as "claimsDone", k.claims_total as "claimsTotal", k.attempts, k.error, k.file_name as "fileName",
  k.bytes::float8 as bytes, k.sha256, k.manifest, k.signature, k.created_at as "createdAt",
  k.finished_at as "finishedAt", k.expires_at as "expiresAt", k.created_at::text as "sortKey"`;

export async function insertKeptExport(
  tx: Tx,
  permit: ExportPermit,
  one: Pick<KeptExportRow, "id" | "projectId" | "request" | "format" | "createdAt">,
): Promise<void> {
  await tx.$executeRaw`
    insert into kept_exports (workspace_id, id, project_id, requested_by, request, format, created_at)
    values (${permit.workspaceId}::uuid, ${one.id}::uuid, ${one.projectId}::uuid, ${permit.actorId}::uuid,
      ${JSON.stringify(one.request)}::jsonb, ${one.format}, ${one.createdAt})`;
}

export type KeptExportFilter = {
  /** Whether exports of others are shown, and whether of others' drafts, too. */
  readonly others: "none" | "approved" | "all";
  readonly sha256: string | null;
};

/** Kept exports of a project, newest first. */
export function listKeptExports(
  tx: Tx,
  permit: AnyPermit,
  projectId: string,
  { others, sha256 }: KeptExportFilter,
  page: { readonly limit: number; readonly after: { readonly key: string; readonly id: string } | null },
): Promise<KeptExportRow[]> {
  const { key, id } = page.after ?? { key: "infinity", id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };
  return tx.$queryRaw`
    select ${selected} from kept_exports k
    where k.workspace_id = ${permit.workspaceId}::uuid and k.project_id = ${projectId}::uuid
      and (k.requested_by = ${permit.actorId}::uuid or ${others} = 'all'
        or (${others} = 'approved' and k.request->>'state' = 'approved'))
      and (${sha256}::text is null or k.sha256 = ${sha256})
      and (k.created_at, k.id) < (${key}::timestamptz, ${id}::uuid)
    order by k.created_at desc, k.id desc limit ${page.limit}`;
}

type InWorkspace = Pick<AnyPermit | SystemPermit<string>, "workspaceId">;

export async function keptExportById(tx: Tx, permit: InWorkspace, id: string): Promise<KeptExportRow | null> {
  const [row] = await tx.$queryRaw<KeptExportRow[]>`
    select ${selected} from kept_exports k
    where k.workspace_id = ${permit.workspaceId}::uuid and k.id = ${id}::uuid`;
  return row ?? null;
}

/** Takes the export that waits longest, or one whose maker has gone; nobody else gets it until the lease ends. */
export async function takeKeptExport(
  tx: Tx,
  { workspaceId }: SystemPermit<string>,
  at: Date,
  leasedUntil: Date,
): Promise<KeptExportRow | null> {
  const [row] = await tx.$queryRaw<KeptExportRow[]>`
    with taken as (
      update kept_exports set state = 'running', leased_until = ${leasedUntil}, attempts = attempts + 1, claims_done = 0
      where workspace_id = ${workspaceId}::uuid and id in (
        select id from kept_exports where workspace_id = ${workspaceId}::uuid
          and (state = 'queued' or (state = 'running' and leased_until < ${at}))
        order by created_at, id limit 1 for update skip locked)
      returning *
    )
    select ${selected} from taken k`;
  return row ?? null;
}

/** How far it has come; also says that its maker is still there. False when it is no longer wanted. */
export async function noteProgress(
  tx: Tx,
  { workspaceId }: SystemPermit<string>,
  id: string,
  progress: { readonly done: number; readonly total: number | null; readonly leasedUntil: Date },
): Promise<boolean> {
  const touched = await tx.$executeRaw`
    update kept_exports set claims_done = ${progress.done}, claims_total = ${progress.total},
      leased_until = ${progress.leasedUntil}
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid and state = 'running'`;
  return touched > 0;
}

export type Finished = {
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly claims: number;
  readonly manifest: object;
  readonly signature: object;
  readonly expiresAt: Date;
};

/** False when it was taken away meanwhile. */
export async function finishKeptExport(
  tx: Tx,
  { workspaceId }: SystemPermit<string>,
  id: string,
  at: Date,
  done: Finished,
): Promise<boolean> {
  const touched = await tx.$executeRaw`
    update kept_exports set state = 'done', finished_at = ${at}, expires_at = ${done.expiresAt}, leased_until = null,
      file_name = ${done.fileName}, bytes = ${done.bytes}, sha256 = ${done.sha256}, claims_done = ${done.claims},
      claims_total = ${done.claims}, manifest = ${JSON.stringify(done.manifest)}::jsonb,
      signature = ${JSON.stringify(done.signature)}::jsonb, error = null
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid and state = 'running'`;
  return touched > 0;
}

/** Gives it back for another attempt, or gives it up for good. */
export async function failKeptExport(
  tx: Tx,
  { workspaceId }: SystemPermit<string>,
  id: string,
  at: Date,
  end: { readonly state: "queued" | "failed"; readonly error: string },
): Promise<void> {
  await tx.$executeRaw`
    update kept_exports set state = ${end.state}, error = ${end.error}, leased_until = null,
      finished_at = ${end.state === "failed" ? at : null}
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid and state = 'running'`;
}

/** Its file goes; what is known of it stays. */
export async function expireKeptExport(tx: Tx, permit: InWorkspace, id: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    update kept_exports set state = 'expired', expires_at = ${at}, leased_until = null
    where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid`;
}

/** Exports whose time is over. */
export function expiredKeptExports(
  tx: Tx,
  { workspaceId }: SystemPermit<string>,
  at: Date,
): Promise<{ id: string }[]> {
  return tx.$queryRaw`
    select id::text from kept_exports
    where workspace_id = ${workspaceId}::uuid and state = 'done' and expires_at <= ${at}`;
}
