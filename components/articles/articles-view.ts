import type { ArticlesQuery } from "#lib/contracts/articles.ts";
import { articlesQuery } from "#lib/contracts/articles.ts";

/** What the page's address asks to see; what makes no sense there is left out. For servers: it holds the schema. */
export function articlesView(search: Readonly<Record<string, string>>): ArticlesQuery {
  const { q, outlet, assignee, show, sort } = search;
  const asked = articlesQuery.safeParse({ q, outlet, assignee, show, sort, limit: 50 });
  return asked.success ? asked.data : articlesQuery.parse({ limit: 50 });
}
