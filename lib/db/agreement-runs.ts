import type { AgreementReport } from "#core/agreement/report.ts";
import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { layerIsVisible } from "./layers.ts";

/** What was asked for. Two askings that are alike give the same report, as long as nothing changes. */
export type AgreementOptions = {
  readonly seed: number;
  readonly resamples: number;
  /** γ too, which takes long. */
  readonly gamma: boolean;
};

export type RunRow = {
  readonly id: string;
  readonly projectId: string;
  readonly requestedBy: string;
  readonly state: "queued" | "running" | "done" | "failed";
  readonly options: AgreementOptions;
  readonly articlesDone: number;
  readonly articlesTotal: number | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly codebookVersion: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
};

export type DoneRun = RunRow & {
  readonly report: AgreementReport;
  readonly fingerprints: Readonly<Record<string, string>>;
};

const columns = Prisma.sql`r.id::text, r.project_id::text as "projectId", r.requested_by::text as "requestedBy", r.state,
  r.options, r.articles_done as "articlesDone", r.articles_total as "articlesTotal", r.attempts, r.error,
  r.codebook_version as "codebookVersion", r.created_at as "createdAt", r.finished_at as "finishedAt"`;

export async function insertRun(
  tx: Tx,
  { workspaceId, actorId }: Permit<"agreement:read">,
  run: Pick<RunRow, "id" | "projectId" | "options" | "codebookVersion" | "createdAt">,
): Promise<void> {
  await tx.$executeRaw`
    insert into agreement_runs (workspace_id, id, project_id, requested_by, options, codebook_version, created_at)
    values (${workspaceId}::uuid, ${run.id}::uuid, ${run.projectId}::uuid, ${actorId}::uuid,
      ${JSON.stringify(run.options)}::jsonb, ${run.codebookVersion}, ${run.createdAt})`;
}

/** What the permit's holder asked for and is not done yet, and the last one that was not to be. */
export async function openRunOf(
  tx: Tx,
  { workspaceId, actorId }: AnyPermit,
  projectId: string,
): Promise<RunRow | null> {
  const [run] = await tx.$queryRaw<RunRow[]>`
    select ${columns} from agreement_runs r
    where r.workspace_id = ${workspaceId}::uuid and r.project_id = ${projectId}::uuid
      and r.requested_by = ${actorId}::uuid
    order by r.created_at desc, r.id desc limit 1`;
  return run && run.state !== "done" ? run : null;
}

/** The newest report of a project that holds no layer which the permit's holder may not see. */
export async function newestReport(
  tx: Tx,
  permit: Permit<"agreement:read">,
  projectId: string,
): Promise<DoneRun | null> {
  const [run] = await tx.$queryRaw<DoneRun[]>`
    select ${columns}, r.report, r.fingerprints from agreement_runs r
    where r.workspace_id = ${permit.workspaceId}::uuid and r.project_id = ${projectId}::uuid and r.state = 'done'
      and not exists (
        select from unnest(r.layer_ids) as held(id) where not exists (
          select from layers l where l.workspace_id = r.workspace_id and l.id = held.id and ${layerIsVisible(permit)}))
    order by r.created_at desc, r.id desc limit 1`;
  return run ?? null;
}

/** Takes the run that waits longest, or one whose maker has gone; nobody else gets it until the lease ends. */
export async function takeRun(
  tx: Tx,
  { workspaceId }: SystemPermit<string>,
  at: Date,
  leasedUntil: Date,
): Promise<RunRow | null> {
  const [run] = await tx.$queryRaw<RunRow[]>`
    with taken as (
      update agreement_runs set state = 'running', leased_until = ${leasedUntil}, attempts = attempts + 1
      where workspace_id = ${workspaceId}::uuid and id in (
        select id from agreement_runs where workspace_id = ${workspaceId}::uuid
          and (state = 'queued' or (state = 'running' and leased_until < ${at}))
        order by created_at, id limit 1 for update skip locked)
      returning *
    )
    select ${columns} from taken r`;
  return run ?? null;
}

export async function noteRun(
  tx: Tx,
  { workspaceId }: SystemPermit<string>,
  id: string,
  { done, total, leasedUntil }: { readonly done: number; readonly total: number; readonly leasedUntil: Date },
): Promise<void> {
  await tx.$executeRaw`
    update agreement_runs set articles_done = ${done}, articles_total = ${total}, leased_until = ${leasedUntil}
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid and state = 'running'`;
}

export type FinishedRun = {
  readonly report: AgreementReport;
  readonly layerIds: readonly string[];
  readonly fingerprints: Readonly<Record<string, string>>;
};

/** Keeps a report; older ones of the same layers and asker are of no more use and go. */
export async function finishRun(
  tx: Tx,
  { workspaceId }: SystemPermit<string>,
  run: Pick<RunRow, "id" | "projectId" | "requestedBy">,
  at: Date,
  { report, layerIds, fingerprints }: FinishedRun,
): Promise<void> {
  await tx.$executeRaw`
    update agreement_runs set state = 'done', finished_at = ${at}, leased_until = null, error = null,
      layer_ids = ${[...layerIds]}::uuid[], fingerprints = ${JSON.stringify(fingerprints)}::jsonb,
      report = ${JSON.stringify(report)}::jsonb
    where workspace_id = ${workspaceId}::uuid and id = ${run.id}::uuid and state = 'running'`;
  await tx.$executeRaw`
    delete from agreement_runs where workspace_id = ${workspaceId}::uuid and project_id = ${run.projectId}::uuid
      and requested_by = ${run.requestedBy}::uuid and id <> ${run.id}::uuid and state in ('done', 'failed')`;
}

/** Gives it back for another attempt, or gives it up for good. */
export async function failRun(
  tx: Tx,
  { workspaceId }: SystemPermit<string>,
  id: string,
  at: Date,
  end: { readonly state: "queued" | "failed"; readonly error: string },
): Promise<void> {
  await tx.$executeRaw`
    update agreement_runs set state = ${end.state}, error = ${end.error}, leased_until = null,
      finished_at = ${end.state === "failed" ? at : null}
    where workspace_id = ${workspaceId}::uuid and id = ${id}::uuid and state = 'running'`;
}
