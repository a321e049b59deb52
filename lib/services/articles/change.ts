import { fail, ok, type Result } from "#core/result.ts";
import type { Article, ArticlePatch } from "#lib/contracts/articles.ts";
import { readArticle } from "#lib/db/article-reading.ts";
import { type ArticleChange, type ArticleRecord, duplicatesOf, updateArticle } from "#lib/db/articles.ts";
import { categoriesBeyond } from "#lib/db/codebook-claims.ts";
import { findCodebook } from "#lib/db/codebooks.ts";
import type { ProjectRecord } from "#lib/db/projects.ts";
import type { Caller } from "../caller.ts";
import { type Failure, invalid } from "../failure.ts";
import { importableProject } from "../projects/access.ts";
import { command, type Inside } from "../workspace.ts";
import { articleFor } from "./access.ts";
import { articleAnswerOf } from "./read.ts";
import { recordArticle } from "./record.ts";

/** Corrects details, moves to another project, archives or brings back. `revision` is the one the caller has read. */
export function changeArticle(
  caller: Caller,
  workspace: string,
  id: string,
  revision: number,
  patch: ArticlePatch,
): Promise<Result<Article, Failure>> {
  return command(caller, workspace, async (inside) => {
    const found = await articleFor("article:edit", inside, id);
    if (!found.ok) return found;
    const { article, permit } = found.value;
    if (article.revision !== revision) return stale(inside, id);
    const moved = await moveOf(inside, article, patch.projectId);
    if (!moved.ok) return moved;
    const change = { ...detailsOf(patch), ...archiveOf(article, patch, inside.at), ...moved.value };
    await updateArticle(inside.tx, permit, id, change, inside.at);
    recordArticle(inside, "article.changed", article, {
      before: was(article, change),
      after: was(change, change),
    });
    return articleAnswerOf(inside, id);
  });
}

async function stale(inside: Inside, id: string): Promise<Result<never, Failure>> {
  const current = await articleAnswerOf(inside, id);
  return current.ok ? fail({ kind: "stale", current: current.value }) : current;
}

function detailsOf({ projectId: _, archived: __, publishedAt, ...details }: ArticlePatch): ArticleChange {
  if (publishedAt === undefined) return details;
  return { ...details, publishedAt: publishedAt === null ? null : new Date(publishedAt) };
}

function archiveOf(article: ArticleRecord, { archived }: ArticlePatch, at: Date): ArticleChange {
  if (archived === undefined) return {};
  return { archivedAt: archived ? (article.archivedAt ?? at) : null };
}

/** A project may pin an older version of the codebook than the one that the article's claims were made by. */
async function categoriesUnknownIn(
  { tx, permit }: Inside,
  articleId: string,
  { codebookId, codebookVersion }: ProjectRecord,
): Promise<string[]> {
  const codebook = await findCodebook(tx, permit, codebookId, codebookVersion);
  const known = codebook?.categories.map(({ id }) => id) ?? [];
  return categoriesBeyond(tx, permit, { articleId }, known);
}

/** Where the article goes: leave to import there is needed, as if it came from outside. */
async function moveOf(
  inside: Inside,
  article: ArticleRecord,
  projectId: string | undefined,
): Promise<Result<ArticleChange, Failure>> {
  if (projectId === undefined || projectId === article.projectId) return ok({});
  const into = await importableProject(inside, projectId);
  if (!into.ok)
    return into.failure.kind === "conflict" ? into : fail(invalid("/projectId", "no such project"));
  if (into.value.project.mode !== article.project.mode) {
    return fail({
      kind: "conflict",
      code: "other-mode",
      detail: "One of the projects is shared and the other blind: the article's layers would not fit.",
    });
  }
  const unknown = await categoriesUnknownIn(inside, article.id, into.value.project);
  if (unknown.length > 0) {
    return fail({
      kind: "conflict",
      code: "category-in-use",
      detail: `That project’s codebook does not have what claims of the article name: ${unknown.join(", ")}.`,
      current: { categories: unknown },
    });
  }
  const whole = await readArticle(inside.tx, inside.permit, article.id);
  const [duplicate] = await duplicatesOf(inside.tx, inside.permit, projectId, [whole?.version.sha256 ?? ""]);
  if (!duplicate) return ok({ projectId });
  return fail({
    kind: "conflict",
    code: "duplicate-article",
    detail: `That project already holds this text as “${duplicate.title}”. The article was not moved.`,
    current: { id: duplicate.id, title: duplicate.title },
  });
}

/** The changed fields of one side, as JSON. */
function was(side: ArticleChange, change: ArticleChange): { [key: string]: string | null } {
  // `Object.keys` forgets that its strings are the object's own keys.
  const keys = Object.keys(change) as (keyof ArticleChange)[];
  return Object.fromEntries(
    keys.map((key) => {
      const value = side[key] ?? null;
      return [key, value instanceof Date ? value.toISOString() : value];
    }),
  );
}
