import type { Block } from "#core/text/blocks.ts";
import type { AnyPermit, Permit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { isInTheOpen } from "./layers.ts";

export type ArticleDetails = {
  readonly title: string;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly url: string | null;
  readonly publishedAt: Date | null;
  readonly language: string | null;
  readonly direction: "ltr" | "rtl" | null;
  readonly notes: string;
};

/** An article without its text, and what decides who may do what with it. */
export type ArticleRecord = ArticleDetails & {
  readonly id: string;
  readonly projectId: string;
  readonly revision: number;
  readonly importedBy: string;
  readonly createdAt: Date;
  readonly lastActivityAt: Date;
  readonly archivedAt: Date | null;
  readonly trashedAt: Date | null;
  readonly project: {
    readonly mode: "shared" | "blind";
    readonly isRestricted: boolean;
    readonly memberIds: readonly string[];
  };
};

/** Columns of an article `a` in its project `p`. */
export const articleColumns = Prisma.sql`
  a.id::text, a.project_id::text as "projectId", a.title, a.outlet, a.byline, a.url, a.published_at as "publishedAt",
  a.language, a.direction, a.notes, a.revision, a.imported_by::text as "importedBy", a.created_at as "createdAt",
  a.last_activity_at as "lastActivityAt", a.archived_at as "archivedAt", a.trashed_at as "trashedAt",
  jsonb_build_object('mode', p.mode, 'isRestricted', p.restricted, 'memberIds', to_jsonb(array(
    select m.user_id from project_members m where m.workspace_id = p.workspace_id and m.project_id = p.id))) as project`;

/** One article, archived and trashed ones too. Held until the transaction ends with `lock`. */
export async function findArticle(
  tx: Tx,
  permit: AnyPermit,
  id: string,
  { lock = false } = {},
): Promise<ArticleRecord | null> {
  const [article] = await tx.$queryRaw<ArticleRecord[]>`
    select ${articleColumns} from articles a
    join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    where a.workspace_id = ${permit.workspaceId}::uuid and a.id = ${id}::uuid
    ${lock ? Prisma.sql`for no key update of a` : Prisma.empty}`;
  return article ?? null;
}

export type NewArticle = ArticleDetails & {
  readonly id: string;
  readonly projectId: string;
  readonly at: Date;
  readonly version: {
    readonly id: string;
    readonly text: string;
    readonly length: number;
    readonly sha256: string;
    readonly blocks: readonly Block[];
  };
  readonly original: {
    readonly bytes: Uint8Array<ArrayBuffer>;
    readonly sha256: string;
    readonly mediaType: string;
    readonly fileName: string | null;
  };
};

/** Stores an article with its first version and the bytes it came in. */
export async function insertArticle(
  tx: Tx,
  permit: Permit<"article:import">,
  article: NewArticle,
): Promise<void> {
  const { workspaceId, actorId } = permit;
  const { at, version, original, ...columns } = article;
  const stamps = { createdAt: at, updatedAt: at, lastActivityAt: at };
  await tx.article.create({ data: { workspaceId, ...columns, ...stamps, importedBy: actorId } });
  const { blocks, ...text } = version;
  await tx.articleVersion.create({
    data: {
      workspaceId,
      articleId: article.id,
      ordinal: 1,
      ...text,
      blocks: blocks.map((block) => ({ ...block })),
      createdBy: actorId,
      createdAt: at,
    },
  });
  await tx.articleOriginal.create({ data: { workspaceId, versionId: version.id, ...original } });
}

export type ArticleChange = Partial<ArticleDetails> & {
  readonly projectId?: string;
  readonly archivedAt?: Date | null;
  readonly trashedAt?: Date | null;
  readonly trashedBy?: string | null;
};

/** Writes what is given and counts the revision up. */
export async function updateArticle(
  tx: Tx,
  permit: Permit<"article:edit" | "article:trash" | "article:restore">,
  id: string,
  change: ArticleChange,
  at: Date,
): Promise<void> {
  await tx.article.update({
    where: { workspaceId_id: { workspaceId: permit.workspaceId, id } },
    data: { ...change, revision: { increment: 1 }, updatedAt: at, lastActivityAt: at },
    select: { id: true },
  });
}

/** Notes that somebody worked on an article; its revision stays. */
export async function touchArticle(tx: Tx, permit: AnyPermit, id: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    update articles a set last_activity_at = ${at}
    where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid and ${isInTheOpen}`;
}

export type Duplicate = { readonly id: string; readonly title: string; readonly sha256: string };

/** Articles of a project, trash aside, whose current text is one of these. */
export function duplicatesOf(
  tx: Tx,
  permit: AnyPermit,
  projectId: string,
  hashes: readonly string[],
): Promise<Duplicate[]> {
  return tx.$queryRaw`
    select a.id::text, a.title, v.sha256 from article_versions v
    join articles a on a.workspace_id = v.workspace_id and a.id = v.article_id
    where v.workspace_id = ${permit.workspaceId}::uuid and v.sha256 = any(${[...hashes]}) and v.is_current
      and a.project_id = ${projectId}::uuid and a.trashed_at is null
    order by a.created_at, a.id`;
}
