import type { Hand, Share } from "./distribute.ts";

/**
 * Gives each article, in the order given, to people who code it apart from each other, until it has `each` of them or
 * nobody is left. The first is whoever has the least in hand. Then each time, of those with the least in hand or one
 * more, it is whoever has shared the fewest articles with the ones this article has already; of these whoever has the
 * least; of equals the first in the order given. So people have much the same to do, and each two of them share much the
 * same number of articles, which is what agreement is counted from.
 * Who codes what already (`taken`, in the whole project) counts in the pairs and towards an article's number. No chance
 * is in it: the same input gives the same shares, and asked again it gives nothing new.
 */
export function distributePairs(
  articleIds: readonly string[],
  hands: readonly Hand[],
  each: number,
  taken: readonly Share[] = [],
): Share[] {
  const people = hands.map(({ id, load }) => ({ id, load }));
  const coders = codersByArticle(taken);
  const together = new Map<string, number>();
  for (const group of coders.values()) {
    for (const [at, userId] of group.entries()) meet(together, group.slice(0, at), userId);
  }
  const shares: Share[] = [];
  for (const articleId of articleIds) {
    const group = coders.get(articleId) ?? [];
    coders.set(articleId, group);
    while (group.length < each) {
      const next = nextFor(group, people, together);
      if (!next) break;
      meet(together, group, next.id);
      group.push(next.id);
      next.load += 1;
      shares.push({ articleId, userId: next.id });
    }
  }
  return shares;
}

/** How many of these articles lack people to have `each`, by their id; those that lack nobody are left out. */
export function lackingCoders(
  articleIds: readonly string[],
  each: number,
  shares: readonly Share[],
): ReadonlyMap<string, number> {
  const coders = codersByArticle(shares);
  return new Map(
    articleIds
      .map((id): [string, number] => [id, each - (coders.get(id)?.length ?? 0)])
      .filter(([, lacks]) => lacks > 0),
  );
}

type Loaded = { readonly id: string; load: number };

function nextFor(
  group: readonly string[],
  people: readonly Loaded[],
  together: ReadonlyMap<string, number>,
): Loaded | undefined {
  const free = people.filter(({ id }) => !group.includes(id));
  const least = Math.min(...free.map(({ load }) => load));
  // Held to the very least, six people would meet in the same three pairs again and again.
  const most = group.length === 0 ? least : least + 1;
  const [next] = free
    .filter(({ load }) => load <= most)
    .map((person) => ({ person, met: sharedWith(together, group, person.id) }))
    // A stable sort: of equals the first given stays first.
    .sort((one, other) => one.met - other.met || one.person.load - other.person.load);
  return next?.person;
}

function codersByArticle(shares: readonly Share[]): Map<string, string[]> {
  const coders = new Map<string, string[]>();
  for (const { articleId, userId } of shares) {
    const group = coders.get(articleId) ?? [];
    if (!group.includes(userId)) group.push(userId);
    coders.set(articleId, group);
  }
  return coders;
}

const pairOf = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`);

function meet(together: Map<string, number>, group: readonly string[], userId: string): void {
  for (const other of group) {
    const pair = pairOf(userId, other);
    together.set(pair, (together.get(pair) ?? 0) + 1);
  }
}

function sharedWith(together: ReadonlyMap<string, number>, group: readonly string[], userId: string): number {
  return group.reduce((sum, other) => sum + (together.get(pairOf(userId, other)) ?? 0), 0);
}
