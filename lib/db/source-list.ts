import type { AnyPermit } from "#lib/authz/authorize.ts";
import { containing } from "./article-list.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { layerIsVisible } from "./layers.ts";
import { projectIsVisible } from "./projects.ts";
import { type SourceRecord, sourceColumns, sourceIsVisible } from "./sources.ts";

export type ListedSource = SourceRecord & {
  readonly sortKey: string;
  /** Claims and articles that name it, of those its reader may see. */
  readonly claimCount: number;
  readonly articleCount: number;
};

export type SourceFilter = {
  readonly q?: string | undefined;
  readonly type?: string | undefined;
  readonly article?: string | undefined;
  readonly limit: number;
  readonly after: { readonly key: string; readonly id: string } | null;
};

/** Sources by name that were not merged away. Anonymous ones only of the article asked for (rules.md 1). */
export function listSources(tx: Tx, permit: AnyPermit, filter: SourceFilter): Promise<ListedSource[]> {
  const { article } = filter;
  const found = [
    Prisma.sql`s.merged_into is null`,
    article
      ? Prisma.sql`(s.article_id is null or s.article_id = ${article}::uuid)`
      : Prisma.sql`s.article_id is null`,
    sourceIsVisible(permit),
  ];
  if (filter.type) found.push(Prisma.sql`s.type = ${filter.type}`);
  if (filter.q) {
    const pattern = containing(filter.q);
    found.push(Prisma.sql`(s.name ilike ${pattern} or exists (select from source_aliases n
      where n.workspace_id = s.workspace_id and n.source_id = s.id and n.name ilike ${pattern}))`);
  }
  if (filter.after) {
    found.push(Prisma.sql`(s.sort_name, s.id) > (${filter.after.key}, ${filter.after.id}::uuid)`);
  }
  return counted(tx, permit, Prisma.join(found, " and "), filter.limit);
}

/** One source with its counts, a merged one too. */
export async function readSource(tx: Tx, permit: AnyPermit, id: string): Promise<ListedSource | null> {
  const isIt = Prisma.sql`s.id = ${id}::uuid and ${sourceIsVisible(permit)}`;
  const [source] = await counted(tx, permit, isIt, 1);
  return source ?? null;
}

function counted(tx: Tx, permit: AnyPermit, condition: Prisma.Sql, limit: number): Promise<ListedSource[]> {
  return tx.$queryRaw`
    select ${sourceColumns}, s.sort_name as "sortKey", used.claims as "claimCount", used.articles as "articleCount"
    from (
      select s.* from sources s
      where s.workspace_id = ${permit.workspaceId}::uuid and ${condition}
      order by s.sort_name, s.id limit ${limit}
    ) s
    left join lateral (
      select count(distinct c.id)::int as claims, count(distinct c.article_id)::int as articles
      from claim_link_sources k
      join claims c on c.workspace_id = k.workspace_id and c.id = k.claim_id
      join layers l on l.workspace_id = c.workspace_id and l.id = c.layer_id
      join articles a on a.workspace_id = c.workspace_id and a.id = c.article_id
      join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
      where k.workspace_id = s.workspace_id and k.source_id = s.id and c.removed_at is null and a.trashed_at is null
        and ${layerIsVisible(permit)} and ${projectIsVisible(permit)}
    ) used on true
    order by s.sort_name, s.id`;
}
