import type { AnyPermit } from "#lib/authz/authorize.ts";
import { containing } from "./article-list.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** More hits than these are not collected: a list that is walked in its order then meets one soon enough. */
const MOST = 5_000;
const MOST_SOURCES = 500;

/**
 * SQL for "claim `c` has the words in its statement, or in the name of a source of its links", upper or lower case;
 * null where none has. What has them is looked up first (decision 27), so that a list does not read every claim to find
 * a few.
 */
export async function speaksOf(tx: Tx, permit: AnyPermit, words: string): Promise<Prisma.Sql | null> {
  const pattern = containing(words);
  const { claims, sources } = await lookUp(tx, permit, pattern);
  if (claims?.length === 0) return null;
  // As a case, or the planner would take so long a pattern for rare and sort all claims where a few will do.
  const says = Prisma.sql`case when c.statement ilike ${pattern} then true else ${leansOnOneOf(sources, pattern)} end`;
  // What is stored may have changed since it was looked up, so it is read again.
  return claims === null ? says : Prisma.sql`(c.id = any(${claims}::uuid[]) and ${says})`;
}

type Hits = {
  /** Ids of claims that have the words, by themselves or by a source; null where they are too many. */
  readonly claims: readonly string[] | null;
  /** Ids of sources that have them; null where they are too many. */
  readonly sources: readonly string[] | null;
};

async function lookUp(tx: Tx, { workspaceId }: AnyPermit, pattern: string): Promise<Hits> {
  const w = Prisma.sql`${workspaceId}::uuid`;
  const [found] = await tx.$queryRaw<
    { saying: string[] | null; leaning: string[]; sources: string[] | null }[]
  >`
    with named as materialized (select search_ids(${w}, 'source', ${pattern}, ${MOST_SOURCES}::int) as ids)
    select case when named.ids is not null then search_ids(${w}, 'claim', ${pattern}, ${MOST}::int)::text[] end as saying,
      named.ids::text[] as sources,
      array(select of_one.claim_id::text from unnest(named.ids) source(id) cross join lateral (
        select ls.claim_id from claim_link_sources ls
        where ls.workspace_id = ${w} and ls.source_id = source.id limit ${MOST + 1}::int) of_one
        limit ${MOST + 1}::int) as leaning
    from named`;
  if (!found?.saying || found.leaning.length > MOST) return { claims: null, sources: found?.sources ?? null };
  return { claims: [...new Set([...found.saying, ...found.leaning])], sources: found.sources };
}

// With an offset, so that it is asked of the claims that are met, and not answered beforehand for all there are.
function leansOnOneOf(sources: readonly string[] | null, pattern: string): Prisma.Sql {
  if (sources?.length === 0) return Prisma.sql`false`;
  return sources
    ? Prisma.sql`exists (select from claim_link_sources ls
        where ls.workspace_id = c.workspace_id and ls.claim_id = c.id and ls.source_id = any(${[...sources]}::uuid[]) offset 0)`
    : Prisma.sql`exists (select from claim_link_sources ls
        join sources o on o.workspace_id = ls.workspace_id and o.id = ls.source_id
        where ls.workspace_id = c.workspace_id and ls.claim_id = c.id and o.name ilike ${pattern} offset 0)`;
}
