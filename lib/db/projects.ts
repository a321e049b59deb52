import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import { seesOthersWork } from "#lib/authz/facts.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

export type ProjectRecord = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly description: string;
  readonly mode: "shared" | "blind";
  readonly approvalsNeeded: number;
  /** How many people code each article while the project is blind. */
  readonly layersPerArticle: number;
  readonly restricted: boolean;
  readonly memberIds: readonly string[];
  readonly codebookId: string;
  readonly codebookVersion: number;
  readonly disabledCategories: readonly string[];
  readonly revision: number;
  readonly createdAt: Date;
  readonly archivedAt: Date | null;
};

const selected = Prisma.sql`
  p.id::text, p.slug, p.name, p.description, p.mode::text, p.approvals_needed as "approvalsNeeded",
  p.layers_per_article as "layersPerArticle", p.restricted,
  array(select m.user_id::text from project_members m
        where m.workspace_id = p.workspace_id and m.project_id = p.id order by m.user_id) as "memberIds",
  p.codebook_id as "codebookId", p.codebook_version as "codebookVersion",
  p.disabled_categories as "disabledCategories", p.revision, p.created_at as "createdAt", p.archived_at as "archivedAt"`;

/** SQL for "the permit's holder may see what is in project `p`": `isInProject` of lib/authz, as a condition. */
export function projectIsVisible(permit: Pick<AnyPermit, "actorId">): Prisma.Sql {
  return Prisma.sql`(not p.restricted or exists (select from project_members pm
    where pm.workspace_id = p.workspace_id and pm.project_id = p.id and pm.user_id = ${permit.actorId}::uuid))`;
}

/** SQL for "the permit's holder may know who has what in project `p`": `seesOthersWork` of lib/authz, as a condition. */
export function othersWorkIsVisible(permit: Pick<AnyPermit, "role">): Prisma.Sql {
  return Prisma.sql`(p.mode <> 'blind' or ${seesOthersWork(permit, { isBlind: true })})`;
}

/** A project named by id or slug. Held until the transaction ends with `lock`, so that it can be changed. */
export async function findProject(
  tx: Tx,
  permit: AnyPermit,
  idOrSlug: string,
  { lock = false } = {},
): Promise<ProjectRecord | null> {
  const [project] = await tx.$queryRaw<ProjectRecord[]>`
    select ${selected} from projects p
    where p.workspace_id = ${permit.workspaceId}::uuid and (p.id::text = lower(${idOrSlug}) or p.slug = ${idOrSlug})
    order by p.id::text = lower(${idOrSlug}) desc limit 1
    ${lock ? Prisma.sql`for no key update of p` : Prisma.empty}`;
  return project ?? null;
}

/** Projects by name, whoever may see them: the caller leaves out what its actor may not. */
export function listProjects(
  tx: Tx,
  permit: AnyPermit,
  page: { limit: number; after: { key: string; id: string } | null },
): Promise<(ProjectRecord & { sortKey: string })[]> {
  const after = page.after
    ? Prisma.sql`and (lower(p.name), p.id) > (${page.after.key}, ${page.after.id}::uuid)`
    : Prisma.empty;
  return tx.$queryRaw`
    select ${selected}, lower(p.name) as "sortKey" from projects p
    where p.workspace_id = ${permit.workspaceId}::uuid ${after}
    order by lower(p.name), p.id limit ${page.limit}`;
}

/** Slugs that begin like this. Who asks for the same beginning meanwhile waits, and then sees the one chosen. */
export async function slugsLike(
  tx: Tx,
  permit: { workspaceId: string },
  base: string,
): Promise<ReadonlySet<string>> {
  // Only spares the second of two a failure: that a slug is unique is the index's to keep.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`${permit.workspaceId} ${base}`}))::text`;
  const rows = await tx.$queryRaw<{ slug: string }[]>`
    select slug from projects where workspace_id = ${permit.workspaceId}::uuid and slug like ${`${base}%`}`;
  return new Set(rows.map((row) => row.slug));
}

export type NewProject = Pick<
  ProjectRecord,
  | "id"
  | "slug"
  | "name"
  | "description"
  | "mode"
  | "approvalsNeeded"
  | "layersPerArticle"
  | "codebookId"
  | "codebookVersion"
> & { readonly createdBy: string; readonly at: Date };

export async function insertProject(
  tx: Tx,
  permit: Permit<"project:create"> | SystemPermit<string>,
  project: NewProject,
): Promise<void> {
  const { at, ...columns } = project;
  await tx.project.create({
    data: {
      workspaceId: permit.workspaceId,
      ...columns,
      disabledCategories: [],
      createdAt: at,
      updatedAt: at,
    },
  });
}

export type ProjectChange = Partial<
  Pick<
    ProjectRecord,
    | "name"
    | "description"
    | "approvalsNeeded"
    | "layersPerArticle"
    | "restricted"
    | "codebookVersion"
    | "disabledCategories"
    | "archivedAt"
  >
> & { readonly memberIds?: readonly string[] };

/** Writes what is given and counts the revision up. */
export async function updateProject(
  tx: Tx,
  permit: Permit<"project:edit">,
  id: string,
  change: ProjectChange,
  at: Date,
): Promise<void> {
  const { memberIds, disabledCategories, ...columns } = change;
  const { workspaceId } = permit;
  await tx.project.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: {
      ...columns,
      ...(disabledCategories && { disabledCategories: [...disabledCategories] }),
      revision: { increment: 1 },
      updatedAt: at,
    },
  });
  if (!memberIds) return;
  await tx.projectMember.deleteMany({ where: { workspaceId, projectId: id } });
  await tx.projectMember.createMany({
    data: memberIds.map((userId) => ({ workspaceId, projectId: id, userId })),
  });
}
