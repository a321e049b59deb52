import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** A live claim of an import, or one nested in such a claim. */
export type ImportedClaimNow = {
  readonly id: string;
  readonly articleId: string;
  readonly layerId: string;
  readonly parentId: string | null;
  /** By the import, and nobody has done anything with it since. */
  readonly isUntouched: boolean;
};

/** The import's claims that are still there, and what others nested in them. */
export function importedClaims(
  tx: Tx,
  permit: AnyPermit,
  ids: readonly string[],
): Promise<ImportedClaimNow[]> {
  return tx.$queryRaw<ImportedClaimNow[]>`
    with own as (select unnest(${[...ids]}::uuid[]) as id)
    select c.id::text, c.article_id::text as "articleId", c.layer_id::text as "layerId", c.parent_id::text as "parentId",
      o.id is not null and c.revision = 1 and c.updated_at = c.created_at and a.trashed_at is null
        and not exists (select from reviews r where r.workspace_id = c.workspace_id and r.claim_id = c.id)
        and not exists (select from assessments s where s.workspace_id = c.workspace_id and s.claim_id = c.id)
        and not exists (select from comments m where m.workspace_id = c.workspace_id and m.claim_id = c.id
          and m.removed_at is null)
        and not exists (select from claims t where t.workspace_id = c.workspace_id and t.article_id = c.article_id
          and t.same_claim_as = c.id and t.removed_at is null and t.id <> all(${[...ids]}::uuid[]))
        as "isUntouched"
    from claims c
    join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id
    left join own o on o.id = c.id
    where c.workspace_id = ${permit.workspaceId}::uuid and c.removed_at is null
      and (c.id in (select id from own) or c.parent_id in (select id from own))`;
}

/** Removes claims; each stays as it was, and can be restored by an admin. */
export async function removeClaims(
  tx: Tx,
  permit: AnyPermit,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    update claims set removed_at = ${at}, removed_by = ${permit.actorId}::uuid, updated_at = ${at}
    where workspace_id = ${permit.workspaceId}::uuid and id = any(${[...ids]}::uuid[])`;
}

/** Which of these articles hold nothing but the given claims, and were left as they came. */
export async function emptyArticles(
  tx: Tx,
  permit: AnyPermit,
  articleIds: readonly string[],
  claimIds: readonly string[],
  { lock = false } = {},
): Promise<{ id: string; projectId: string; revision: number }[]> {
  return tx.$queryRaw`
    select a.id::text, a.project_id::text as "projectId", a.revision from articles a
    where a.workspace_id = ${permit.workspaceId}::uuid and a.id = any(${[...articleIds]}::uuid[])
      and a.trashed_at is null and a.revision = 1
      and not exists (select from claims c where c.workspace_id = a.workspace_id and c.article_id = a.id
        and c.removed_at is null and c.id <> all(${[...claimIds]}::uuid[]))
      and not exists (select from comments m where m.workspace_id = a.workspace_id and m.article_id = a.id
        and m.removed_at is null)
      and not exists (select from assignments s where s.workspace_id = a.workspace_id and s.article_id = a.id)
      and not exists (select from article_works w where w.workspace_id = a.workspace_id and w.article_id = a.id
        and w.state = 'finished')
    order by a.id ${lock ? Prisma.sql`for update of a` : Prisma.empty}`;
}

export async function trashArticles(
  tx: Tx,
  permit: AnyPermit,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    update articles set trashed_at = ${at}, trashed_by = ${permit.actorId}::uuid, revision = revision + 1,
      updated_at = ${at}, last_activity_at = ${at}
    where workspace_id = ${permit.workspaceId}::uuid and id = any(${[...ids]}::uuid[])`;
}
