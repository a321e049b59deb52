/** Who can be given articles, with how much they have in hand already. */
export type Hand = { readonly id: string; readonly load: number };

/** One article for one person. */
export type Share = { readonly articleId: string; readonly userId: string };

/**
 * How people are chosen. `round_robin`: in turn, in the order given, whatever they have in hand.
 * `load`: each time those with the least in hand; of equals the first in the order given.
 */
export type ShareRule = "round_robin" | "load";

/**
 * Gives each article, in the order given, to `each` different people, or to as many as there are. Who has an article
 * already (`taken`) counts towards its number and is not chosen for it again, so that the same call twice gives
 * nothing new. Deterministic: the same input gives the same shares. Empty where there are no people or no articles.
 */
export function distribute(
  articleIds: readonly string[],
  hands: readonly Hand[],
  rule: ShareRule,
  each: number,
  taken: readonly Share[] = [],
): Share[] {
  const people = hands.map(({ id, load }) => ({ id, load }));
  const shares: Share[] = [];
  let turn = 0;
  for (const articleId of articleIds) {
    const holders = new Set(
      taken.filter((share) => share.articleId === articleId).map(({ userId }) => userId),
    );
    while (holders.size < each) {
      // A stable sort: of equals the first given stays first.
      const order =
        rule === "load"
          ? [...people].sort((one, other) => one.load - other.load)
          : [...people.slice(turn), ...people.slice(0, turn)];
      const next = order.find(({ id }) => !holders.has(id));
      if (!next) break;
      holders.add(next.id);
      shares.push({ articleId, userId: next.id });
      next.load += 1;
      turn = people.indexOf(next) + 1;
    }
  }
  return shares;
}
