import { type ActivityQuery, activityQuery } from "#lib/contracts/activity.ts";

/** What the page's address asks to see: days as people write them, where the query has moments. */
export type ActivityView = {
  readonly person?: string | undefined;
  readonly article?: string | undefined;
  readonly about?: ActivityQuery["about"];
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

/** What makes no sense in an address is left out. For servers: it holds the schema. */
export function activityView(search: Readonly<Record<string, string>>): {
  view: ActivityView;
  query: ActivityQuery;
} {
  const { person, article, about, from, until } = search;
  const moments = { from: beginOf(from, 0), until: beginOf(until, 1) };
  const asked = activityQuery.safeParse({ person, article, about, ...moments });
  if (!asked.success) return { view: {}, query: activityQuery.parse({}) };
  const view = {
    ...{ person, article, about: asked.data.about },
    from: moments.from && from,
    until: moments.until && until,
  };
  return { view, query: asked.data };
}

/** The beginning of a day (UTC), or of one so many days later. */
function beginOf(day: string | undefined, later: number): string | undefined {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(day ?? "") ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time + later * 86_400_000).toISOString();
}
