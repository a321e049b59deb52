import { fail, ok, type Result } from "#core/result.ts";
import type { CommentObject } from "#lib/authz/objects.ts";
import { findArticle } from "#lib/db/articles.ts";
import type { StoredComment } from "#lib/db/comments.ts";
import { articleObject, isArticleReadable } from "../articles/access.ts";
import { readClaim } from "../claims/loaded.ts";
import { type Failure, notFound } from "../failure.ts";
import type { Inside } from "../workspace.ts";

/** Where something is said: on a claim, or in an article. */
export type Place = {
  readonly articleId: string;
  readonly claimId: string | null;
  readonly object: Omit<CommentObject, "comment">;
  /** Whose work is spoken of. */
  readonly authors: readonly string[];
};

/** Absent, foreign and hidden places are one answer. */
export async function placeOnClaim(inside: Inside, claimId: string): Promise<Result<Place, Failure>> {
  const loaded = await readClaim(inside, claimId);
  if (!loaded.ok) return loaded;
  const { claim, standing, object } = loaded.value;
  const { workspaceId, project, layer } = object;
  const authors = [...new Set([claim.createdBy, ...standing.facts.revisedBy])];
  return ok({ articleId: claim.articleId, claimId, object: { workspaceId, project, layer }, authors });
}

export async function placeInArticle(inside: Inside, articleId: string): Promise<Result<Place, Failure>> {
  const { tx, permit, actor } = inside;
  const article = await findArticle(tx, permit, articleId);
  if (!article || !isArticleReadable(actor, article)) return fail(notFound("article"));
  const { workspaceId, project } = articleObject(actor, article);
  return ok({ articleId, claimId: null, object: { workspaceId, project, layer: null }, authors: [] });
}

export function placeOf(inside: Inside, comment: StoredComment): Promise<Result<Place, Failure>> {
  return comment.claimId === null
    ? placeInArticle(inside, comment.articleId)
    : placeOnClaim(inside, comment.claimId);
}
