import type { Article } from "#lib/contracts/articles.ts";
import { claimsOfArticle } from "#lib/db/claims.ts";
import { sourcesOfArticle } from "#lib/db/sources.ts";
import { presentClaim } from "../claims/present.ts";
import { sourceAnswer } from "../sources/answer.ts";
import type { Inside } from "../workspace.ts";

/** The article with the claims in the layers its reader sees, and the sources they name: two statements more. */
export async function withClaims({ tx, permit }: Inside, article: Article): Promise<Article> {
  const layers = article.layers.map(({ id }) => id);
  const claims = await claimsOfArticle(tx, permit, article.id, layers);
  const sources = await sourcesOfArticle(tx, permit, article.id, layers);
  return { ...article, claims: claims.map(presentClaim), sources: sources.map(sourceAnswer) };
}
