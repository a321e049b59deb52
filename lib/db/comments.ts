import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { layerIsVisible } from "./layers.ts";

export type StoredComment = {
  readonly id: string;
  readonly articleId: string;
  readonly claimId: string | null;
  readonly parentId: string | null;
  readonly span: { readonly versionId: string; readonly start: number; readonly end: number } | null;
  readonly body: string;
  readonly mentions: readonly string[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly editedAt: string | null;
  readonly resolvedAt: string | null;
  readonly resolvedBy: string | null;
  readonly removedAt: string | null;
};

export type NewComment = Pick<
  StoredComment,
  "id" | "articleId" | "claimId" | "parentId" | "body" | "mentions"
> & {
  readonly span: {
    readonly versionId: string;
    readonly start: number;
    readonly end: number;
    readonly length: number;
  } | null;
};

type Writing = Permit<"comment:write" | "comment:edit">;

/** The comments on a claim, oldest first. A removed one stays, without its words, while answers hang on it. */
export function commentsOn(tx: Tx, permit: AnyPermit, claimId: string): Promise<StoredComment[]> {
  return commentsWhere(tx, permit, Prisma.sql`m.claim_id = ${claimId}::uuid`);
}

/** Everything said in an article that the permit's holder may see: about it, its words, and claims of layers open to them. */
export function commentsIn(tx: Tx, permit: AnyPermit, articleId: string): Promise<StoredComment[]> {
  return commentsWhere(
    tx,
    permit,
    Prisma.sql`m.article_id = ${articleId}::uuid and (m.claim_id is null or exists (
      select from claims c join layers l on l.workspace_id = c.workspace_id and l.id = c.layer_id
      where c.workspace_id = m.workspace_id and c.id = m.claim_id and c.removed_at is null and ${layerIsVisible(permit)}))`,
  );
}

/** A comment wherever it stands, a removed one too. */
export async function commentById(tx: Tx, permit: AnyPermit, id: string): Promise<StoredComment | null> {
  const found = await rowsWhere(tx, permit, Prisma.sql`m.id = ${id}::uuid`);
  return found[0] ?? null;
}

async function commentsWhere(tx: Tx, permit: AnyPermit, condition: Prisma.Sql): Promise<StoredComment[]> {
  const rows = await rowsWhere(tx, permit, condition);
  const answered = new Set(rows.flatMap((row) => (row.removedAt === null ? [row.parentId] : [])));
  return rows
    .filter((row) => row.removedAt === null || answered.has(row.id))
    .map((row) => (row.removedAt === null ? row : { ...row, body: "", mentions: [] }));
}

function rowsWhere(tx: Tx, permit: AnyPermit, condition: Prisma.Sql): Promise<StoredComment[]> {
  const time = (column: Prisma.Sql) =>
    Prisma.sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return tx.$queryRaw<StoredComment[]>`
    select m.id::text, m.article_id::text as "articleId", m.claim_id::text as "claimId", m.parent_id::text as "parentId",
      case when m.start_offset is null then null else
        json_build_object('versionId', m.version_id, 'start', m.start_offset, 'end', m.end_offset) end as span,
      m.body, array(select n.user_id::text from comment_mentions n
        where n.workspace_id = m.workspace_id and n.comment_id = m.id order by n.user_id) as mentions,
      m.created_by::text as "createdBy", ${time(Prisma.sql`m.created_at`)} as "createdAt",
      ${time(Prisma.sql`m.updated_at`)} as "updatedAt", ${time(Prisma.sql`m.edited_at`)} as "editedAt",
      ${time(Prisma.sql`m.resolved_at`)} as "resolvedAt", m.resolved_by::text as "resolvedBy",
      ${time(Prisma.sql`m.removed_at`)} as "removedAt"
    from comments m
    where m.workspace_id = ${permit.workspaceId}::uuid and ${condition}
    order by m.created_at, m.id`;
}

/** False when the id is taken; then nothing is stored. */
export async function insertComment(
  tx: Tx,
  permit: Permit<"comment:write">,
  { span, mentions, ...comment }: NewComment,
  at: Date,
): Promise<boolean> {
  const { workspaceId, actorId: createdBy } = permit;
  const place = span
    ? { versionId: span.versionId, startOffset: span.start, endOffset: span.end, textLength: span.length }
    : {};
  const data = { ...comment, ...place, workspaceId, createdBy, createdAt: at, updatedAt: at };
  const { count } = await tx.comment.createMany({ data, skipDuplicates: true });
  if (count === 1) await insertMentions(tx, permit, comment.id, mentions);
  return count === 1;
}

/** Writes new words and keeps the old ones. */
export async function rewriteComment(
  tx: Tx,
  permit: Writing,
  before: Pick<StoredComment, "id" | "body">,
  { body, mentions }: Pick<StoredComment, "body" | "mentions">,
  at: Date,
): Promise<void> {
  const { workspaceId } = permit;
  await keepWords(tx, permit, before, at);
  const where = { workspaceId_id: { workspaceId, id: before.id } };
  await tx.comment.update({ where, data: { body, updatedAt: at, editedAt: at } });
  await tx.commentMention.deleteMany({ where: { workspaceId, commentId: before.id } });
  await insertMentions(tx, permit, before.id, mentions);
}

export async function resolveComment(
  tx: Tx,
  permit: Writing,
  id: string,
  isResolved: boolean,
  at: Date,
): Promise<void> {
  const { workspaceId, actorId } = permit;
  await tx.comment.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { updatedAt: at, resolvedAt: isResolved ? at : null, resolvedBy: isResolved ? actorId : null },
  });
}

/** Takes a comment back; its words stay with its history. */
export async function removeComment(
  tx: Tx,
  permit: Writing,
  before: Pick<StoredComment, "id" | "body">,
  at: Date,
): Promise<void> {
  const { workspaceId } = permit;
  await keepWords(tx, permit, before, at);
  const where = { workspaceId_id: { workspaceId, id: before.id } };
  await tx.comment.update({ where, data: { body: "", updatedAt: at, removedAt: at } });
}

/** What a comment said before each change, oldest first. */
export async function commentHistory(
  tx: Tx,
  permit: AnyPermit,
  commentId: string,
): Promise<{ body: string; replacedAt: string; replacedBy: string }[]> {
  const rows = await tx.commentRevision.findMany({
    where: { workspaceId: permit.workspaceId, commentId },
    orderBy: { ordinal: "asc" },
    select: { body: true, replacedAt: true, replacedBy: true },
  });
  return rows.map((row) => ({ ...row, replacedAt: row.replacedAt.toISOString() }));
}

async function keepWords(
  tx: Tx,
  { workspaceId, actorId: replacedBy }: Writing,
  { id: commentId, body }: Pick<StoredComment, "id" | "body">,
  replacedAt: Date,
): Promise<void> {
  const where = { workspaceId, commentId };
  const ordinal = 1 + (await tx.commentRevision.count({ where }));
  await tx.commentRevision.create({ data: { ...where, ordinal, body, replacedAt, replacedBy } });
}

async function insertMentions(
  tx: Tx,
  { workspaceId }: Writing,
  commentId: string,
  userIds: readonly string[],
): Promise<void> {
  await tx.commentMention.createMany({
    data: [...new Set(userIds)].map((userId) => ({ workspaceId, commentId, userId })),
  });
}
