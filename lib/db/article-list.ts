import type { AnyPermit } from "#lib/authz/authorize.ts";
import { type AssigneeJson, assigneesOfArticle, type WorkJson } from "./article-reading.ts";
import { type ArticleRecord, articleColumns } from "./articles.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";
import { codingStanding, type StandingJson } from "./layer-release.ts";
import { layerIsVisible } from "./layers.ts";
import { othersWorkIsVisible } from "./projects.ts";

export type ArticleOrder = "activity" | "published" | "title";

export type ArticleFilter = {
  readonly projectId: string;
  readonly q?: string | undefined;
  readonly outlet?: string | undefined;
  /** Id of a person who works on it now; `null` where nobody does. */
  readonly assignee?: string | null | undefined;
  readonly show: "active" | "archived" | "trash";
  readonly sort: ArticleOrder;
  readonly limit: number;
  readonly after: { readonly key: string; readonly id: string } | null;
};

export type ListedArticle = ArticleRecord & {
  readonly sortKey: string;
  readonly length: number;
  /** How many claims have this state and this provenance. */
  readonly counts: readonly (readonly [state: string, provenance: string, claims: number])[];
  readonly work: readonly WorkJson[];
  readonly assignees: readonly AssigneeJson[];
  /** How far its coders are, of a blind project and for those who may know; else null. */
  readonly coding: StandingJson | null;
  /** Its blind layers are everybody's to see. */
  readonly isReleased: boolean;
};

type Order = { key: Prisma.Sql; type: Prisma.Sql; isDescending: boolean };

// An article without a date comes last among the newest first.
const orders: Readonly<Record<ArticleOrder, Order>> = {
  activity: { key: Prisma.sql`a.last_activity_at`, type: Prisma.sql`timestamptz`, isDescending: true },
  published: {
    key: Prisma.sql`a.sort_published`,
    type: Prisma.sql`timestamptz`,
    isDescending: true,
  },
  title: { key: Prisma.sql`a.sort_title`, type: Prisma.sql`text`, isDescending: false },
};

const shown: Readonly<Record<ArticleFilter["show"], Prisma.Sql>> = {
  active: Prisma.sql`a.trashed_at is null and a.archived_at is null`,
  archived: Prisma.sql`a.trashed_at is null and a.archived_at is not null`,
  trash: Prisma.sql`a.trashed_at is not null`,
};

/**
 * A project's articles with the counts of their claims, in one statement. Only the rows of the page are counted, and
 * no text is read: a version's length stands beside it.
 */
export function listArticles(tx: Tx, permit: AnyPermit, filter: ArticleFilter): Promise<ListedArticle[]> {
  const { key, isDescending } = orders[filter.sort];
  const direction = isDescending ? Prisma.sql`desc` : Prisma.sql`asc`;
  return tx.$queryRaw`
    select ${articleColumns}, a.sort_key::text as "sortKey", v.length,
      coalesce(claims.found, '[]') as counts, coalesce(works.found, '[]') as work, ${assigneesOfArticle(permit)} as assignees,
      case when p.mode = 'blind' and ${othersWorkIsVisible(permit)} then ${codingStanding} end as coding,
      exists (select from layers l where l.workspace_id = a.workspace_id and l.article_id = a.id and l.kind = 'editor'
        and l.released_at is not null) as "isReleased"
    from (
      select a.*, ${key} as sort_key from articles a
      where a.workspace_id = ${permit.workspaceId}::uuid and a.project_id = ${filter.projectId}::uuid and ${conditions(permit, filter)}
      order by ${key} ${direction}, a.id ${direction} limit ${filter.limit}
    ) a
    join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.is_current
    left join lateral (
      select jsonb_agg(jsonb_build_array(c.state, c.provenance, c.claims)) as found from (
        select c.state, c.provenance, count(*)::int as claims from claims c
        join layers l on l.workspace_id = c.workspace_id and l.id = c.layer_id
        where c.workspace_id = a.workspace_id and c.article_id = a.id and c.version_id = v.id
          and c.removed_at is null and ${layerIsVisible(permit)}
        group by c.state, c.provenance) c
    ) claims on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('userId', w.user_id, 'layerId', w.layer_id, 'state', w.state,
        'updatedAt', w.updated_at) order by w.updated_at, w.user_id) as found
      from article_works w join layers l on l.workspace_id = w.workspace_id and l.id = w.layer_id
      where w.workspace_id = a.workspace_id and w.article_id = a.id and ${layerIsVisible(permit)}
    ) works on true
    order by a.sort_key ${direction}, a.id ${direction}`;
}

function conditions(permit: AnyPermit, filter: ArticleFilter): Prisma.Sql {
  const { key, type, isDescending } = orders[filter.sort];
  const found = [shown[filter.show]];
  if (filter.q) {
    const pattern = containing(filter.q);
    found.push(
      Prisma.sql`(a.title ilike ${pattern} or a.outlet ilike ${pattern} or a.byline ilike ${pattern})`,
    );
  }
  if (filter.outlet) found.push(Prisma.sql`a.outlet = ${filter.outlet}`);
  if (filter.assignee !== undefined) found.push(isAssignedTo(permit, filter.assignee));
  if (filter.after) {
    const beyond = isDescending ? Prisma.sql`<` : Prisma.sql`>`;
    found.push(Prisma.sql`(${key}, a.id) ${beyond} (${filter.after.key}::${type}, ${filter.after.id}::uuid)`);
  }
  return Prisma.join(found, " and ");
}

/** Nobody is nobody of whom the permit's holder may know. */
function isAssignedTo(permit: AnyPermit, userId: string | null): Prisma.Sql {
  const open = Prisma.sql`select from assignments s
    join projects p on p.workspace_id = a.workspace_id and p.id = a.project_id
    where s.workspace_id = a.workspace_id and s.article_id = a.id and s.state = 'open'
      and (s.user_id = ${permit.actorId}::uuid or ${othersWorkIsVisible(permit)})`;
  return userId === null
    ? Prisma.sql`not exists (${open})`
    : Prisma.sql`exists (${open} and s.user_id = ${userId}::uuid)`;
}

/** A `like` pattern that finds the words as they are written. */
export function containing(words: string): string {
  return `%${words.replace(/[\\%_]/gu, "\\$&")}%`;
}
