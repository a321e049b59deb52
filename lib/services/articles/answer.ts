import { releaseStanding } from "#core/assignment/release.ts";
import { allowedActions } from "#lib/authz/allowed-actions.ts";
import type { Actor } from "#lib/authz/objects.ts";
import type { Article, ArticleRow } from "#lib/contracts/articles.ts";
import type { ListedArticle } from "#lib/db/article-list.ts";
import type { AssigneeJson, WholeArticle, WorkJson } from "#lib/db/article-reading.ts";
import type { ArticleRecord } from "#lib/db/articles.ts";
import { articleObject } from "./access.ts";

function fields(actor: Actor, article: ArticleRecord) {
  const { publishedAt, createdAt, lastActivityAt, archivedAt, trashedAt } = article;
  return {
    id: article.id,
    projectId: article.projectId,
    title: article.title,
    outlet: article.outlet,
    byline: article.byline,
    url: article.url,
    publishedAt: publishedAt?.toISOString() ?? null,
    language: article.language,
    direction: article.direction,
    revision: article.revision,
    importedBy: article.importedBy,
    createdAt: createdAt.toISOString(),
    lastActivityAt: lastActivityAt.toISOString(),
    archivedAt: archivedAt?.toISOString() ?? null,
    trashedAt: trashedAt?.toISOString() ?? null,
    actions: [...allowedActions(actor, articleObject(actor, article))],
  };
}

// PostgreSQL's JSON writes an offset and drops zeros; the API says UTC (api.md).
const utc = (time: string) => new Date(time).toISOString();
const workAnswer = (work: readonly WorkJson[]) =>
  work.map((entry) => ({ ...entry, updatedAt: utc(entry.updatedAt) }));
const assigneesAnswer = (assignees: readonly AssigneeJson[]) =>
  assignees.map((entry) => ({ ...entry, dueAt: entry.dueAt === null ? null : utc(entry.dueAt) }));

/** An article as its reader is answered, without its claims. */
export function articleAnswer(actor: Actor, article: WholeArticle): Article {
  const { version, text, blocks } = article;
  return {
    ...fields(actor, article),
    notes: article.notes,
    version: { ...version, createdAt: utc(version.createdAt), text, blocks: [...blocks] },
    layers: [...article.layers],
    work: workAnswer(article.work),
    assignees: assigneesAnswer(article.assignees),
  };
}

export function articleRowAnswer(actor: Actor, article: ListedArticle): ArticleRow {
  const states: Record<string, number> = {};
  const provenances: Record<string, number> = {};
  const { coding } = article;
  let claimCount = 0;
  for (const [state, provenance, claims] of article.counts) {
    states[state] = (states[state] ?? 0) + claims;
    provenances[provenance] = (provenances[provenance] ?? 0) + claims;
    claimCount += claims;
  }
  return {
    ...fields(actor, article),
    ...{ claimCount, states, provenances, length: article.length },
    work: workAnswer(article.work),
    assignees: assigneesAnswer(article.assignees),
    isReleased: article.isReleased,
    coding: coding && { ...coding, standing: releaseStanding(coding) },
  };
}
