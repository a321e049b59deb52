import type { Identification } from "#core/provenance/facets.ts";
import { isAllowed } from "#lib/authz/authorize.ts";
import { findArticle } from "#lib/db/articles.ts";
import { findSource, type SourceFields } from "#lib/db/sources.ts";
import { articleObject } from "../articles/access.ts";
import type { FieldError } from "../failure.ts";
import type { Inside } from "../workspace.ts";

const ANONYMOUS: ReadonlySet<Identification> = new Set(["unnamed_described", "undescribed"]);

export function isAnonymous(identification: Identification): boolean {
  return ANONYMOUS.has(identification);
}

/** What is wrong with a source as it would stand, field by field. */
export async function sourceProblems(
  inside: Inside,
  source: Pick<SourceFields, "identification" | "articleId" | "issuedBy">,
  id: string,
): Promise<FieldError[]> {
  return [
    ...articleProblem(source),
    ...(await articleAccess(inside, source.articleId)),
    ...(await issuerProblem(inside, source.issuedBy, id)),
  ];
}

/** An anonymous source is an entry of one article (rules.md 1); any other is the whole workspace's. */
function articleProblem({ identification, articleId }: Pick<SourceFields, "identification" | "articleId">) {
  if (isAnonymous(identification) === (articleId !== null)) return [];
  const message =
    articleId === null
      ? "an anonymous source belongs to one article: name it"
      : "only an anonymous source belongs to one article";
  return [{ pointer: "/articleId", message }];
}

async function articleAccess({ tx, permit, actor }: Inside, articleId: string | null): Promise<FieldError[]> {
  if (articleId === null) return [];
  const article = await findArticle(tx, permit, articleId);
  if (article && isAllowed("article:read", actor, articleObject(actor, article))) return [];
  return [{ pointer: "/articleId", message: "no such article" }];
}

async function issuerProblem(
  { tx, permit }: Inside,
  issuedBy: string | null,
  id: string,
): Promise<FieldError[]> {
  if (issuedBy === null) return [];
  if (issuedBy === id) return [{ pointer: "/issuedBy", message: "a source does not issue itself" }];
  const issuer = await findSource(tx, permit, issuedBy);
  if (!issuer) return [{ pointer: "/issuedBy", message: "no such source" }];
  return issuer.mergedInto ? [{ pointer: "/issuedBy", message: "was merged into another source" }] : [];
}
