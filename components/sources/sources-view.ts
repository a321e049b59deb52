import { type SourcesQuery, sourcesQuery } from "#lib/contracts/sources.ts";

/** What the page's address asks to see; what makes no sense there is left out. For servers: it holds the schema. */
export function sourcesView({ q, type }: Readonly<Record<string, string>>): SourcesQuery {
  const asked = sourcesQuery.safeParse({ q, type, limit: 100 });
  return asked.success ? asked.data : sourcesQuery.parse({ limit: 100 });
}
