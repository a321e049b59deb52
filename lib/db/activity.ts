import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";
import { eventColumns, eventTables, type StoredEvent } from "./events.ts";
import { Prisma } from "./generated/client.ts";
import { layerIsVisible } from "./layers.ts";
import { othersWorkIsVisible, projectIsVisible } from "./projects.ts";

/** An event with the names of all it speaks of, as they are now; null where it speaks of none, or it is gone. */
export type ActivityRow = StoredEvent & {
  readonly actorName: string | null;
  readonly articleTitle: string | null;
  readonly projectId: string | null;
  readonly projectName: string | null;
  readonly projectSlug: string | null;
  readonly claimId: string | null;
  readonly statement: string | null;
  readonly sourceName: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
};

export type ActivityFilter = {
  readonly actor?: string | undefined;
  readonly article?: string | undefined;
  /** Prefixes of kinds such as "comment."; none for all. */
  readonly kinds: readonly string[];
  readonly from: Date | null;
  readonly until: Date | null;
  /** Only events before this number. */
  readonly before: number | null;
  readonly limit: number;
};

/**
 * What happened, newest first: of what the permit's holder may see. Only what a single person is told is left out:
 * it repeats what happened.
 */
export function activity(tx: Tx, permit: AnyPermit, filter: ActivityFilter): Promise<ActivityRow[]> {
  return tx.$queryRaw<ActivityRow[]>`
    select ${eventColumns}, actor.name as "actorName", a.title as "articleTitle", p.id::text as "projectId",
      p.name as "projectName", p.slug as "projectSlug", c.id::text as "claimId", c.statement, s.name as "sourceName",
      person.id::text as "personId", person.name as "personName"
    from ${eventTables}
    left join users actor on actor.id = e.actor_id
    left join sources s on s.workspace_id = e.workspace_id and e.kind like 'source.%' and s.id = e.object_id
    left join users person on person.id = case when e.kind like 'member.%' then e.object_id
      when e.kind like 'assignment.%' then (e.payload->>'userId')::uuid end
    where e.workspace_id = ${permit.workspaceId}::uuid and ${Prisma.join(conditions(permit, filter), " and ")}
    order by e.number desc limit ${filter.limit}`;
}

function conditions(permit: AnyPermit, filter: ActivityFilter): Prisma.Sql[] {
  const { actor, article, kinds, from, until, before } = filter;
  const patterns = kinds.map((kind) => `${kind}%`);
  return [
    Prisma.sql`e.kind not like 'notification.%'`,
    Prisma.sql`(p.id is null or ${projectIsVisible(permit)})`,
    Prisma.sql`(l.id is null or ${layerIsVisible(permit)})`,
    Prisma.sql`(e.kind not like 'assignment.%' or p.id is null or ${othersWorkIsVisible(permit)}
      or ${permit.actorId} in (e.actor_id::text, e.payload->>'userId'))`,
    ...(actor ? [Prisma.sql`e.actor_id = ${actor}::uuid`] : []),
    ...(article ? [Prisma.sql`e.article_id = ${article}::uuid`] : []),
    ...(patterns.length > 0 ? [Prisma.sql`e.kind like any(${patterns})`] : []),
    ...(from ? [Prisma.sql`e.at >= ${from}`] : []),
    ...(until ? [Prisma.sql`e.at < ${until}`] : []),
    ...(before === null ? [] : [Prisma.sql`e.number < ${before}`]),
  ];
}
