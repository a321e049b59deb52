import type { Json } from "#core/audit/canonical.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

export type ImportState = "previewed" | "queued" | "running" | "done" | "failed" | "discarded" | "undone";

/** An import as it is stored. What the columns of JSON hold is the service's. */
export type ImportRecord = {
  readonly id: string;
  readonly projectId: string;
  readonly requestedBy: string;
  readonly state: ImportState;
  readonly format: string;
  readonly fileNames: readonly string[];
  readonly mapping: unknown;
  readonly preview: unknown;
  readonly problems: unknown;
  readonly problemCount: number;
  readonly options: unknown;
  readonly progress: number;
  readonly result: unknown;
  readonly failure: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly expiresAt: Date | null;
};

/** What an import made. */
export type Made = {
  readonly claimIds: readonly string[];
  readonly articleIds: readonly string[];
  readonly sourceIds: readonly string[];
};

type Permit = AnyPermit | SystemPermit<string>;

const columns = Prisma.sql`
  i.id::text, i.project_id::text as "projectId", i.requested_by::text as "requestedBy", i.state, i.format,
  i.file_names as "fileNames", i.mapping, i.preview, i.problems, i.problem_count as "problemCount", i.options,
  i.progress, i.result, i.failure, i.created_at as "createdAt", i.finished_at as "finishedAt",
  i.undone_at as "undoneAt", i.expires_at as "expiresAt"`;

export async function findImport(
  tx: Tx,
  permit: Permit,
  id: string,
  { lock = false } = {},
): Promise<ImportRecord | null> {
  const [found] = await tx.$queryRaw<ImportRecord[]>`
    select ${columns} from annotation_imports i
    where i.workspace_id = ${permit.workspaceId}::uuid and i.id = ${id}::uuid
    ${lock ? Prisma.sql`for update of i` : Prisma.empty}`;
  return found ?? null;
}

type ListedImport = Omit<ImportRecord, "mapping" | "preview" | "problems" | "options"> & {
  readonly sortKey: string;
};

/** A project's imports, newest first; of one person where `requestedBy` names them. */
export function listImports(
  tx: Tx,
  permit: Permit,
  filter: {
    readonly projectId: string;
    readonly requestedBy: string | null;
    readonly limit: number;
    readonly after: { readonly key: string; readonly id: string } | null;
  },
): Promise<ListedImport[]> {
  const { projectId, requestedBy, after } = filter;
  return tx.$queryRaw`
    select i.id::text, i.project_id::text as "projectId", i.requested_by::text as "requestedBy", i.state, i.format,
      i.file_names as "fileNames", i.problem_count as "problemCount", i.progress, i.result, i.failure,
      i.created_at as "createdAt", i.finished_at as "finishedAt", i.undone_at as "undoneAt",
      i.expires_at as "expiresAt", i.created_at::text as "sortKey"
    from annotation_imports i
    where i.workspace_id = ${permit.workspaceId}::uuid and i.project_id = ${projectId}::uuid
      and i.state <> 'discarded'
      ${requestedBy ? Prisma.sql`and i.requested_by = ${requestedBy}::uuid` : Prisma.empty}
      ${after ? Prisma.sql`and (i.created_at, i.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : Prisma.empty}
    order by i.created_at desc, i.id desc limit ${filter.limit}`;
}

export type NewImport = Pick<ImportRecord, "id" | "projectId" | "requestedBy" | "format" | "fileNames"> &
  Looked & { readonly at: Date; readonly expiresAt: Date };

/** What looking at the files came to. */
type Looked = {
  readonly mapping: unknown;
  readonly preview: unknown;
  readonly problems: readonly unknown[];
  readonly problemCount: number;
};

export async function insertImport(tx: Tx, permit: AnyPermit, given: NewImport): Promise<void> {
  await tx.$executeRaw`
    insert into annotation_imports (workspace_id, id, project_id, requested_by, format, file_names, mapping, preview,
      problems, problem_count, created_at, expires_at)
    values (${permit.workspaceId}::uuid, ${given.id}::uuid, ${given.projectId}::uuid, ${given.requestedBy}::uuid,
      ${given.format}, ${[...given.fileNames]}, ${JSON.stringify(given.mapping)}::jsonb,
      ${JSON.stringify(given.preview)}::jsonb, ${JSON.stringify(given.problems)}::jsonb, ${given.problemCount},
      ${given.at}, ${given.expiresAt})`;
}

/** The preview made anew; false where it is no longer one that may be. */
export async function updatePreview(tx: Tx, permit: AnyPermit, id: string, looked: Looked): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update annotation_imports set mapping = ${JSON.stringify(looked.mapping)}::jsonb,
      preview = ${JSON.stringify(looked.preview)}::jsonb, problems = ${JSON.stringify(looked.problems)}::jsonb,
      problem_count = ${looked.problemCount}, state = 'previewed', failure = null
    where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid and state in ('previewed', 'failed')`;
  return changed > 0;
}

/** Puts an import into the queue, and gives it to whoever holds the lease; false where it is not to be run. */
export async function queueImport(
  tx: Tx,
  permit: AnyPermit,
  id: string,
  given: { readonly options: Json; readonly lease: string; readonly until: Date },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update annotation_imports set state = 'queued', options = ${JSON.stringify(given.options)}::jsonb, failure = null,
      progress = 0, lease = ${given.lease}::uuid, lease_until = ${given.until}
    where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid and state in ('previewed', 'failed')`;
  return changed > 0;
}

/** Ids of imports that wait for somebody, or that whoever had them let go of. */
export async function abandonedImports(tx: Tx, permit: SystemPermit<string>, at: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id::text from annotation_imports
    where workspace_id = ${permit.workspaceId}::uuid and state in ('queued', 'running') and lease_until < ${at}
    order by created_at`;
  return rows.map(({ id }) => id);
}

/** Takes an abandoned import over; false where another was faster. */
export async function takeOver(
  tx: Tx,
  permit: SystemPermit<string>,
  id: string,
  { lease, at, until }: { readonly lease: string; readonly at: Date; readonly until: Date },
): Promise<boolean> {
  const taken = await tx.$executeRaw`
    update annotation_imports set lease = ${lease}::uuid, lease_until = ${until}
    where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid and state in ('queued', 'running')
      and lease_until < ${at}`;
  return taken > 0;
}

/** Says how far it is, and keeps the lease; false where it is somebody else's by now. */
export async function keepLease(
  tx: Tx,
  permit: SystemPermit<string>,
  id: string,
  { lease, until, progress }: { readonly lease: string; readonly until: Date; readonly progress: number },
): Promise<boolean> {
  const kept = await tx.$executeRaw`
    update annotation_imports set state = 'running', progress = ${progress}, lease_until = ${until}
    where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid and lease = ${lease}::uuid
      and state in ('queued', 'running')`;
  return kept > 0;
}

/** The import came in, by the holder of the lease: in the transaction that wrote its claims. */
export async function finishImport(
  tx: Tx,
  permit: Permit,
  id: string,
  done: Made & {
    readonly lease: string;
    readonly result: unknown;
    readonly at: Date;
    readonly claims: number;
  },
): Promise<boolean> {
  const changed = await tx.$executeRaw`
    update annotation_imports set state = 'done', result = ${JSON.stringify(done.result)}::jsonb,
      progress = ${done.claims}, finished_at = ${done.at}, lease = null, lease_until = null,
      claim_ids = ${[...done.claimIds]}::uuid[], article_ids = ${[...done.articleIds]}::uuid[],
      source_ids = ${[...done.sourceIds]}::uuid[]
    where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid and lease = ${done.lease}::uuid
      and state in ('queued', 'running')`;
  return changed > 0;
}

export async function failImport(
  tx: Tx,
  permit: Permit,
  id: string,
  { lease, failure }: { readonly lease: string; readonly failure: string },
): Promise<void> {
  await tx.$executeRaw`
    update annotation_imports set state = 'failed', failure = ${failure}, lease = null, lease_until = null, progress = 0
    where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid and lease = ${lease}::uuid`;
}

/** Discarded or taken back. */
export async function endImport(
  tx: Tx,
  permit: AnyPermit,
  id: string,
  state: "discarded" | "undone",
  at: Date,
): Promise<void> {
  const undoneAt = state === "undone" ? at : null;
  await tx.$executeRaw`
    update annotation_imports set state = ${state}, undone_at = ${undoneAt}
    where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid`;
}

/** Ids of imports whose kept files are due to be removed. */
export async function expiredImports(tx: Tx, permit: SystemPermit<string>, at: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id::text from annotation_imports
    where workspace_id = ${permit.workspaceId}::uuid and expires_at < ${at} and state not in ('queued', 'running')`;
  return rows.map(({ id }) => id);
}

/** Their files are gone: what was only looked at is discarded with them. */
export async function forgetFiles(
  tx: Tx,
  permit: SystemPermit<string>,
  ids: readonly string[],
): Promise<void> {
  await tx.$executeRaw`
    update annotation_imports set expires_at = null,
      state = case when state in ('previewed', 'failed') then 'discarded' else state end
    where workspace_id = ${permit.workspaceId}::uuid and id = any(${[...ids]}::uuid[])`;
}

/** What an import made, as it was written down when it came in. */
export async function madeBy(tx: Tx, permit: AnyPermit, id: string): Promise<Made> {
  const [made] = await tx.$queryRaw<Made[]>`
    select claim_ids::text[] as "claimIds", article_ids::text[] as "articleIds", source_ids::text[] as "sourceIds"
    from annotation_imports where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid`;
  return made ?? { claimIds: [], articleIds: [], sourceIds: [] };
}
