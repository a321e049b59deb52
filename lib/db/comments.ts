import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";

export type StoredComment = {
  readonly id: string;
  readonly articleId: string;
  readonly claimId: string | null;
  readonly parentId: string | null;
  readonly body: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly resolvedAt: string | null;
  readonly removedAt: string | null;
};

type NewComment = Pick<StoredComment, "id" | "articleId" | "claimId" | "parentId" | "body">;

/** The comments on a claim, oldest first. A removed one stays, without its words, while answers hang on it. */
export async function commentsOn(tx: Tx, permit: AnyPermit, claimId: string): Promise<StoredComment[]> {
  const rows = await tx.comment.findMany({
    where: { workspaceId: permit.workspaceId, claimId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    omit: { workspaceId: true, resolvedBy: true },
  });
  const answered = new Set(rows.flatMap((row) => (row.removedAt === null ? [row.parentId] : [])));
  return rows
    .filter((row) => row.removedAt === null || answered.has(row.id))
    .map((row) => ({
      ...row,
      body: row.removedAt === null ? row.body : "",
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
      resolvedAt: row.resolvedAt?.toISOString() ?? null,
      removedAt: row.removedAt?.toISOString() ?? null,
    }));
}

/** False when the id is taken; then nothing is stored. */
export async function insertComment(
  tx: Tx,
  permit: Permit<"comment:write">,
  comment: NewComment,
  at: Date,
): Promise<boolean> {
  const { workspaceId, actorId: createdBy } = permit;
  const data = { ...comment, workspaceId, createdBy, createdAt: at, updatedAt: at };
  const { count } = await tx.comment.createMany({ data, skipDuplicates: true });
  return count === 1;
}

export async function saveComment(
  tx: Tx,
  permit: Permit<"comment:write" | "comment:edit">,
  id: string,
  change: { readonly body?: string; readonly isResolved?: boolean; readonly isRemoved?: true },
  at: Date,
): Promise<void> {
  const { workspaceId, actorId } = permit;
  const { body, isResolved, isRemoved } = change;
  await tx.comment.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: {
      updatedAt: at,
      ...(body === undefined ? {} : { body }),
      ...(isRemoved ? { removedAt: at } : {}),
      ...(isResolved === undefined
        ? {}
        : { resolvedAt: isResolved ? at : null, resolvedBy: isResolved ? actorId : null }),
    },
  });
}
