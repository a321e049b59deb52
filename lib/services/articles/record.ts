import type { Json } from "#core/audit/canonical.ts";
import type { ArticleRecord } from "#lib/db/articles.ts";
import type { Inside, Journal } from "../workspace.ts";

/** Puts a change of an article on the record and tells whoever is looking. */
export function recordArticle(
  { journal }: Inside & { readonly journal: Journal },
  action: "article.changed" | "article.trashed" | "article.restored",
  article: Pick<ArticleRecord, "id" | "projectId" | "revision">,
  detail: { readonly [key: string]: Json } = {},
): void {
  const { id, projectId } = article;
  journal.audit({ action, objectType: "article", objectId: id, detail: { projectId, ...detail } });
  const payload = { projectId, revision: article.revision + 1 };
  journal.announce({ kind: action, articleId: id, objectId: id, payload });
}
