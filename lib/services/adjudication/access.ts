import { fail, ok, type Result } from "#core/result.ts";
import { authorize, type Permit } from "#lib/authz/authorize.ts";
import { hasCoded } from "#lib/db/adjudications.ts";
import { type ComparableArticle, comparableArticles } from "#lib/db/agreement.ts";
import { type ArticleRecord, findArticle } from "#lib/db/articles.ts";
import { articleObject } from "../articles/access.ts";
import { conflict } from "../claims/refusals.ts";
import { type Failure, notFound } from "../failure.ts";
import type { Inside } from "../workspace.ts";

export type Case = {
  readonly article: ArticleRecord;
  readonly permit: Permit<"adjudication:decide">;
  readonly compared: ComparableArticle;
};

/**
 * An article to adjudicate, with `lock` held until the transaction ends. Whoever coded it themselves is refused: they
 * would settle their own work.
 */
export async function caseFor(
  { tx, permit, actor }: Inside,
  articleId: string,
  { lock = false } = {},
): Promise<Result<Case, Failure>> {
  const article = await findArticle(tx, permit, articleId, { lock });
  if (!article || article.trashedAt) return fail(notFound("article"));
  const granted = authorize("adjudication:decide", actor, articleObject(actor, article));
  if (!granted.ok) return fail(notFound("article"));
  if (await hasCoded(tx, permit, articleId)) return fail(ownWork);
  const [compared] = await comparableArticles(tx, granted.value, article.projectId, articleId);
  return compared ? ok({ article, permit: granted.value, compared }) : fail(nothing);
}

const ownWork: Failure = {
  kind: "own-work",
  detail: "You have coded this article yourself. Somebody who has not settles what its coders differ in.",
};

const nothing: Failure = conflict(
  "nothing-to-compare",
  "This article does not have two layers that are finished and that you may see. An admin releases them.",
);
