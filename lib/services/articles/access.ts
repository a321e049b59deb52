import { fail, ok, type Result } from "#core/result.ts";
import { authorize, isAllowed, type Permit } from "#lib/authz/authorize.ts";
import type { Actor, ArticleObject } from "#lib/authz/objects.ts";
import { type ArticleRecord, findArticle } from "#lib/db/articles.ts";
import { type Failure, notFound } from "../failure.ts";
import type { Inside } from "../workspace.ts";

export function articleObject(
  actor: Actor,
  { project, importedBy }: Pick<ArticleRecord, "project" | "importedBy">,
): ArticleObject {
  const { isRestricted, memberIds } = project;
  return { workspaceId: actor.workspaceId, project: { isRestricted, memberIds }, article: { importedBy } };
}

export function isArticleReadable(actor: Actor, article: ArticleRecord): boolean {
  return isAllowed("article:read", actor, articleObject(actor, article));
}

type ArticleWrite = "article:edit" | "article:trash" | "article:restore" | "article:work";

/** An article held until the transaction ends, with leave to do `action` to it. */
export async function articleFor<A extends ArticleWrite>(
  action: A,
  { tx, permit, actor }: Inside,
  id: string,
): Promise<Result<{ article: ArticleRecord; permit: Permit<A> }, Failure>> {
  const article = await findArticle(tx, permit, id, { lock: true });
  if (!article) return fail(notFound("article"));
  // The object of each of these four permissions is an article's, which TypeScript does not derive for a generic one.
  const object = articleObject(actor, article) as Parameters<typeof authorize<A>>[2];
  const granted = authorize(action, actor, object);
  return granted.ok ? ok({ article, permit: granted.value }) : fail(notFound("article"));
}
