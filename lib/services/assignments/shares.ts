import { distribute, type Share } from "#core/assignment/distribute.ts";
import { distributePairs, lackingCoders } from "#core/assignment/pairs.ts";
import type { AssignInput } from "#lib/contracts/assignments.ts";
import * as db from "#lib/db/assignments.ts";
import type { Inside } from "../workspace.ts";

type Shares = {
  readonly shares: Share[];
  /** Of those named, how many have what they would be given. */
  readonly already: number;
  /** How many people articles would lack still, by their id. */
  readonly lacking: ReadonlyMap<string, number>;
};

/** Who is to be given what, by the rule asked for; without one everybody gets every article. */
export async function sharesOf(
  { tx, permit }: Inside,
  projectId: string,
  { articleIds, userIds, kind, rule }: Pick<AssignInput, "articleIds" | "userIds" | "kind" | "rule">,
): Promise<Shares> {
  const articles = [...new Set(articleIds)];
  const people = [...new Set(userIds)];
  const loads = await db.loadsOf(tx, permit, people);
  const hands = people.map((id) => ({ id, load: loads.get(id) ?? 0 }));
  if (rule?.by === "pairs") {
    const taken = await db.codersOf(tx, permit, projectId, kind);
    const shares = distributePairs(articles, hands, rule.each, taken);
    return { shares, already: 0, lacking: lackingCoders(articles, rule.each, [...taken, ...shares]) };
  }
  const taken = await db.holdersOf(tx, permit, articles, kind);
  if (rule) {
    const shares = distribute(articles, hands, rule.by, rule.each, taken);
    return { shares, already: 0, lacking: lackingCoders(articles, rule.each, [...taken, ...shares]) };
  }
  const has = new Set(taken.map(({ articleId, userId }) => `${articleId} ${userId}`));
  const all = articles.flatMap((articleId) => people.map((userId) => ({ articleId, userId })));
  const shares = all.filter(({ articleId, userId }) => !has.has(`${articleId} ${userId}`));
  return { shares, already: all.length - shares.length, lacking: new Map() };
}
