import { fail, ok, type Result } from "#core/result.ts";
import type { Article, ArticleReading, ArticlesPage, ArticlesQuery } from "#lib/contracts/articles.ts";
import { shortClaims } from "#lib/contracts/short-claims.ts";
import { type ArticleOrder, listArticles as listed } from "#lib/db/article-list.ts";
import { type WholeArticle, readArticle as wholeArticle } from "#lib/db/article-reading.ts";
import type { Caller } from "../caller.ts";
import { pageOf, readCursor, timeKey } from "../cursor.ts";
import { type Failure, notFound } from "../failure.ts";
import { readableProject } from "../projects/access.ts";
import { type Inside, query } from "../workspace.ts";
import { isArticleReadable } from "./access.ts";
import { articleAnswer, articleRowAnswer } from "./answer.ts";
import { withClaims } from "./with-claims.ts";

const keys: Readonly<Record<ArticleOrder, RegExp | undefined>> = {
  activity: timeKey,
  published: timeKey,
  title: undefined,
};

/** A project's articles with the counts of their claims; never a text. */
export function listArticles(
  caller: Caller,
  workspace: string,
  projectIdOrSlug: string,
  { after, assignee, ...filter }: ArticlesQuery,
): Promise<Result<ArticlesPage, Failure>> {
  return query(caller, workspace, async (inside) => {
    const project = await readableProject(inside, projectIdOrSlug);
    if (!project.ok) return project;
    const cursor = readCursor(filter.sort, after, keys[filter.sort]);
    if (!cursor.ok) return cursor;
    const found = await listed(inside.tx, inside.permit, {
      ...filter,
      assignee: assignee === "me" ? inside.actor.userId : assignee === "nobody" ? null : assignee,
      projectId: project.value.id,
      limit: filter.limit + 1,
      after: cursor.value,
    });
    const { rows, next } = pageOf(found, filter.limit, filter.sort);
    return ok({ items: rows.map((article) => articleRowAnswer(inside.actor, article)), next });
  });
}

/** An article with its current text; with `claims`, also what is marked in it, in a handful of statements. */
export function getArticle(
  caller: Caller,
  workspace: string,
  id: string,
  include?: "claims",
): Promise<Result<Article, Failure>> {
  return query(caller, workspace, async (inside) => {
    const article = await readable(inside, id);
    if (!article.ok) return article;
    const answer = articleAnswer(inside.actor, article.value);
    if (include !== "claims") return ok(answer);
    // Read before the claims: what happens in between is told once more rather than never.
    const { eventNumber } = article.value;
    return ok({ ...(await withClaims(inside, answer)), eventNumber });
  });
}

/** What marks an article's text, in short: claims, their sources, and where to follow on. */
export function readArticle(
  caller: Caller,
  workspace: string,
  id: string,
): Promise<Result<ArticleReading, Failure>> {
  return query(caller, workspace, async (inside) => {
    const article = await readable(inside, id);
    if (!article.ok) return article;
    const answer = articleAnswer(inside.actor, article.value);
    const { claims = [], sources = [] } = await withClaims(inside, answer);
    const { lastActivityAt } = answer;
    return ok({
      lastActivityAt,
      eventNumber: article.value.eventNumber,
      claims: shortClaims(claims),
      sources,
    });
  });
}

/** The article as its reader is answered; what the caller may not see is not found. */
export async function articleAnswerOf(inside: Inside, id: string): Promise<Result<Article, Failure>> {
  const article = await readable(inside, id);
  return article.ok ? ok(articleAnswer(inside.actor, article.value)) : article;
}

async function readable({ tx, permit, actor }: Inside, id: string): Promise<Result<WholeArticle, Failure>> {
  const article = await wholeArticle(tx, permit, id);
  return article && isArticleReadable(actor, article) ? ok(article) : fail(notFound("article"));
}
