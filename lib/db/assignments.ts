import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { ProjectFacts } from "#lib/authz/objects.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { isBegun } from "./layer-release.ts";
import { layerIsVisible } from "./layers.ts";
import { othersWorkIsVisible, projectIsVisible } from "./projects.ts";

export type StoredAssignment = {
  readonly id: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly projectId: string;
  readonly userId: string;
  readonly kind: "annotate" | "review";
  readonly state: "open" | "done" | "returned" | "handed_over";
  readonly note: string;
  readonly dueAt: string | null;
  readonly assignedBy: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  readonly reason: string;
};
type Row = StoredAssignment & { readonly project: ProjectFacts; readonly sortKey: string };

type Reading = AnyPermit | SystemPermit<string>;

const utc = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

function rowsWhere(
  tx: Tx,
  { workspaceId }: Reading,
  condition: Prisma.Sql,
  tail: Prisma.Sql,
): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    select s.id::text, s.article_id::text as "articleId", a.title as "articleTitle", a.project_id::text as "projectId",
      s.user_id::text as "userId", s.kind::text as kind, s.state::text as state, s.note, ${utc(Prisma.sql`s.due_at`)} as "dueAt",
      s.assigned_by::text as "assignedBy", ${utc(Prisma.sql`s.created_at`)} as "createdAt",
      ${utc(Prisma.sql`s.ended_at`)} as "endedAt", s.ended_by::text as "endedBy", s.reason,
      json_build_object('isRestricted', p.restricted, 'memberIds', array(select m.user_id::text from project_members m
        where m.workspace_id = p.workspace_id and m.project_id = p.id)) as project,
      s.created_at::text as "sortKey"
    from assignments s
    join articles a on a.workspace_id = s.workspace_id and a.id = s.article_id
    join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    where s.workspace_id = ${workspaceId}::uuid and ${condition} ${tail}`;
}

export async function assignmentById(tx: Tx, permit: Reading, id: string): Promise<Row | null> {
  const [row] = await rowsWhere(
    tx,
    permit,
    Prisma.sql`s.id = ${id}::uuid`,
    Prisma.sql`for no key update of s`,
  );
  return row ?? null;
}

export function assignmentsById(tx: Tx, permit: Reading, ids: readonly string[]): Promise<Row[]> {
  return rowsWhere(
    tx,
    permit,
    Prisma.sql`s.id = any(${[...ids]}::uuid[])`,
    Prisma.sql`order by s.created_at, s.id`,
  );
}

export type AssignmentFilter = {
  readonly projectId: string;
  readonly state?: StoredAssignment["state"] | undefined;
  readonly user?: string | undefined;
  readonly article?: string | undefined;
  readonly limit: number;
  readonly after: { readonly key: string; readonly id: string } | null;
};

/** Assignments of a project that the permit's holder may know of, newest first. */
export function listAssignments(tx: Tx, permit: AnyPermit, filter: AssignmentFilter): Promise<Row[]> {
  const conditions = [
    Prisma.sql`a.project_id = ${filter.projectId}::uuid`,
    Prisma.sql`(s.user_id = ${permit.actorId}::uuid or ${othersWorkIsVisible(permit)})`,
    ...(filter.state ? [Prisma.sql`s.state = ${filter.state}::assignment_state`] : []),
    ...(filter.user ? [Prisma.sql`s.user_id = ${filter.user}::uuid`] : []),
    ...(filter.article ? [Prisma.sql`s.article_id = ${filter.article}::uuid`] : []),
    ...(filter.after
      ? [Prisma.sql`(s.created_at, s.id) < (${filter.after.key}::timestamptz, ${filter.after.id}::uuid)`]
      : []),
  ];
  const tail = Prisma.sql`order by s.created_at desc, s.id desc limit ${filter.limit}`;
  return rowsWhere(tx, permit, Prisma.join(conditions, " and "), tail);
}

/** What is open for the permit's holder and still seen by them: the soonest due first. */
export function openFor(tx: Tx, permit: AnyPermit): Promise<Row[]> {
  const condition = Prisma.sql`s.user_id = ${permit.actorId}::uuid and s.state = 'open' and a.trashed_at is null
    and ${projectIsVisible(permit)}`;
  return rowsWhere(
    tx,
    permit,
    condition,
    Prisma.sql`order by s.due_at nulls last, s.created_at, s.id limit 500`,
  );
}

/** How many open assignments each of these people has in the workspace, of those the permit's holder may know of. */
export async function loadsOf(
  tx: Tx,
  permit: AnyPermit,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.$queryRaw<{ userId: string; count: number }[]>`
    select s.user_id::text as "userId", count(*)::int as count from assignments s
    join articles a on a.workspace_id = s.workspace_id and a.id = s.article_id
    join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    where s.workspace_id = ${permit.workspaceId}::uuid and s.user_id = any(${[...userIds]}::uuid[]) and s.state = 'open'
      and (s.user_id = ${permit.actorId}::uuid or ${othersWorkIsVisible(permit)})
    group by s.user_id`;
  return new Map(rows.map(({ userId, count }) => [userId, count]));
}

/** Who has these articles now, for this kind of work. */
export function holdersOf(
  tx: Tx,
  { workspaceId }: AnyPermit,
  articleIds: readonly string[],
  kind: StoredAssignment["kind"],
): Promise<{ articleId: string; userId: string }[]> {
  return tx.assignment.findMany({
    where: { workspaceId, articleId: { in: [...articleIds] }, kind, state: "open" },
    select: { articleId: true, userId: true },
  });
}

/**
 * Who works on which article of a project, or has: by an assignment that was not given back, or by a layer of their own
 * that they have begun. In the order the articles came in and the people got them.
 */
export function codersOf(
  tx: Tx,
  { workspaceId }: AnyPermit,
  projectId: string,
  kind: StoredAssignment["kind"],
): Promise<{ articleId: string; userId: string }[]> {
  return tx.$queryRaw<{ articleId: string; userId: string }[]>`
    select t.article_id::text as "articleId", t.user_id::text as "userId" from (
      select s.article_id, s.user_id, s.created_at from assignments s
      where s.workspace_id = ${workspaceId}::uuid and s.kind = ${kind}::assignment_kind and s.state in ('open', 'done')
      union all
      select l.article_id, l.owner_id, l.created_at from layers l
      where l.workspace_id = ${workspaceId}::uuid and l.kind = 'editor' and ${kind} = 'annotate' and ${isBegun}) t
    join articles a on a.workspace_id = ${workspaceId}::uuid and a.id = t.article_id
    where a.project_id = ${projectId}::uuid and a.trashed_at is null
    group by t.article_id, t.user_id, a.created_at order by a.created_at, t.article_id, min(t.created_at), t.user_id`;
}

/** Those of the given articles that are in the project and not in the trash. */
export async function articlesAmong(
  tx: Tx,
  { workspaceId }: AnyPermit,
  projectId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.article.findMany({
    where: { workspaceId, projectId, id: { in: [...ids] }, trashedAt: null },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

type NewAssignment = Pick<StoredAssignment, "id" | "articleId" | "userId" | "kind" | "note"> & {
  readonly dueAt: Date | null;
};

/** Leaves out what somebody has meanwhile been given by another; answers the ids that were stored. */
export async function insertAssignments(
  tx: Tx,
  { workspaceId, actorId: assignedBy }: Permit<"assignment:manage" | "assignment:end">,
  rows: readonly NewAssignment[],
  at: Date,
): Promise<string[]> {
  const data = rows.map((row) => ({ ...row, workspaceId, assignedBy, createdAt: at }));
  const made = await tx.assignment.createManyAndReturn({ data, skipDuplicates: true, select: { id: true } });
  return made.map(({ id }) => id);
}

export async function endAssignment(
  tx: Tx,
  { workspaceId }: Reading,
  id: string,
  end: {
    readonly state: "done" | "returned" | "handed_over";
    readonly by: string | null;
    readonly reason: string;
  },
  at: Date,
): Promise<void> {
  const data = { state: end.state, endedAt: at, endedBy: end.by, reason: end.reason };
  await tx.assignment.update({ where: { workspaceId_id: { workspaceId, id } }, data });
}

export async function changeAssignment(
  tx: Tx,
  { workspaceId }: Permit<"assignment:manage">,
  id: string,
  change: { readonly dueAt?: Date | null; readonly note?: string },
): Promise<void> {
  await tx.assignment.update({ where: { workspaceId_id: { workspaceId, id } }, data: change });
}

/** Open ones of a person: of one article and kind, or all of them. */
export function openOf(
  tx: Tx,
  permit: Reading,
  userId: string,
  article?: { readonly id: string; readonly kind: StoredAssignment["kind"] },
): Promise<Row[]> {
  const only = article
    ? Prisma.sql`and s.article_id = ${article.id}::uuid and s.kind = ${article.kind}::assignment_kind`
    : Prisma.empty;
  return rowsWhere(
    tx,
    permit,
    Prisma.sql`s.user_id = ${userId}::uuid and s.state = 'open' ${only}`,
    Prisma.sql`order by s.created_at, s.id`,
  );
}

/**
 * Open ones overdue since before `due`, on whose article nothing was done by their holder since `idle`. What was given
 * since then is theirs still, however late its date was when they got it.
 */
export function abandoned(tx: Tx, permit: SystemPermit<string>, due: Date, idle: Date): Promise<Row[]> {
  return rowsWhere(
    tx,
    permit,
    Prisma.sql`s.state = 'open' and s.due_at < ${due} and s.created_at < ${idle} and not exists (
      select from outbox_events e where e.workspace_id = s.workspace_id and e.article_id = s.article_id
        and e.actor_id = s.user_id and e.at > ${idle})`,
    Prisma.sql`order by s.created_at, s.id limit 500 for update of s skip locked`,
  );
}

export type SentBack = {
  readonly claimId: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly statement: string;
  readonly exact: string;
  readonly reason: string;
  readonly reviewerId: string | null;
  readonly sentBackAt: string;
};

/** Claims of the permit's holder for which a reviewer asked for changes, longest waiting first. */
export function sentBackTo(tx: Tx, permit: AnyPermit): Promise<SentBack[]> {
  return tx.$queryRaw<SentBack[]>`
    select c.id::text as "claimId", c.article_id::text as "articleId", a.title as "articleTitle", c.statement,
      (select substr(v.text, t.start_offset + 1, least(t.end_offset - t.start_offset, 280)) from claim_spans t
        join article_versions v on v.workspace_id = t.workspace_id and v.id = t.version_id
        where t.workspace_id = c.workspace_id and t.claim_id = c.id and t.role = 'claim' order by t.ordinal limit 1) as exact,
      coalesce(r.comment, '') as reason, r.reviewer_id::text as "reviewerId",
      ${utc(Prisma.sql`coalesce(r.created_at, c.updated_at)`)} as "sentBackAt"
    from claims c
    join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id
    join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    join layers l on l.workspace_id = c.workspace_id and l.id = c.layer_id
    left join lateral (
      select r.comment, r.reviewer_id, r.created_at from reviews r where r.workspace_id = c.workspace_id and r.claim_id = c.id
        and r.decision = 'request_changes' and r.retracted_at is null order by r.created_at desc, r.id desc limit 1
    ) r on true
    where c.workspace_id = ${permit.workspaceId}::uuid and c.created_by = ${permit.actorId}::uuid
      and c.state = 'changes_requested' and c.removed_at is null and a.trashed_at is null
      and ${projectIsVisible(permit)} and ${layerIsVisible(permit)}
    order by "sentBackAt", c.id limit 500`;
}

/** What the permit's holder has finished since, latest first. */
export function doneSince(tx: Tx, permit: AnyPermit, since: Date): Promise<Row[]> {
  return rowsWhere(
    tx,
    permit,
    Prisma.sql`s.user_id = ${permit.actorId}::uuid and s.state = 'done' and s.ended_at > ${since}
      and a.trashed_at is null and ${projectIsVisible(permit)}`,
    Prisma.sql`order by s.ended_at desc, s.id limit 50`,
  );
}

export type StartedArticle = {
  readonly articleId: string;
  readonly articleTitle: string;
  readonly projectId: string;
  readonly since: string;
};

/** Articles the permit's holder says they are working on, the latest first. */
export function startedBy(tx: Tx, permit: AnyPermit): Promise<StartedArticle[]> {
  return tx.$queryRaw<StartedArticle[]>`
    select a.id::text as "articleId", a.title as "articleTitle", a.project_id::text as "projectId",
      ${utc(Prisma.sql`w.updated_at`)} as since
    from article_works w
    join articles a on a.workspace_id = w.workspace_id and a.id = w.article_id
    join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    where w.workspace_id = ${permit.workspaceId}::uuid and w.user_id = ${permit.actorId}::uuid and w.state = 'in_progress'
      and a.trashed_at is null and a.archived_at is null and ${projectIsVisible(permit)}
    order by w.updated_at desc, a.id limit 100`;
}
