import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Hand, Share } from "./distribute.ts";
import { pairings } from "./pairs.cases.ts";
import { distributePairs, lackingCoders } from "./pairs.ts";

const words = (text: string) => text.split(" ").filter(Boolean);
const hand = (text: string): Hand => {
  const [id = "", load = "0"] = text.split(":");
  return { id, load: Number(load) };
};
const share = (text: string): Share => {
  const [articleId = "", userId = ""] = text.split(":");
  return { articleId, userId };
};
const written = (shares: readonly Share[]) => shares.map(({ articleId, userId }) => `${articleId}:${userId}`);

const ids = (prefix: string, least: number, most: number) =>
  fc
    .integer({ min: least, max: most })
    .map((count) => Array.from({ length: count }, (_, at) => `${prefix}${at}`));
const input = fc.record({
  articles: ids("article", 0, 30),
  people: ids("person", 0, 7),
  each: fc.integer({ min: 1, max: 5 }),
});
const idle = (people: readonly string[]) => people.map((id) => ({ id, load: 0 }));

/** How many articles each two people share. */
function pairCounts(people: readonly string[], shares: readonly Share[]): number[] {
  const articlesOf = (id: string) =>
    new Set(shares.filter(({ userId }) => userId === id).map(({ articleId }) => articleId));
  return people.flatMap((one, at) =>
    people.slice(at + 1).map((other) => {
      const theirs = articlesOf(other);
      return [...articlesOf(one)].filter((id) => theirs.has(id)).length;
    }),
  );
}

describe("distributePairs", () => {
  test.each(pairings)("gives $name", ({ articles, hands, each, taken = "", shares }) => {
    const given = distributePairs(words(articles), words(hands).map(hand), each, words(taken).map(share));
    expect(written(given).join(" ")).toBe(shares);
  });

  test("gives each article exactly as many different people as asked for, or as there are", () => {
    fc.assert(
      fc.property(input, ({ articles, people, each }) => {
        const shares = distributePairs(articles, idle(people), each);
        expect(new Set(written(shares)).size).toBe(shares.length);
        for (const id of articles) {
          const coders = shares.filter(({ articleId }) => articleId === id);
          expect(coders).toHaveLength(Math.min(each, people.length));
        }
      }),
    );
  });

  test("gives nobody more than two articles more than another", () => {
    fc.assert(
      fc.property(input, ({ articles, people, each }) => {
        const shares = distributePairs(articles, idle(people), each);
        const loads = people.map((id) => shares.filter(({ userId }) => userId === id).length);
        if (people.length > 0) expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(2);
      }),
    );
  });

  test("lets each two people share the same number of articles, or one more", () => {
    fc.assert(
      fc.property(ids("article", 0, 60), ids("person", 2, 8), (articles, people) => {
        const counts = pairCounts(people, distributePairs(articles, idle(people), 2));
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("gives nothing new when asked again, and the same when asked the same", () => {
    fc.assert(
      fc.property(input, ({ articles, people, each }) => {
        const once = distributePairs(articles, idle(people), each);
        expect(distributePairs(articles, idle(people), each)).toEqual(once);
        expect(distributePairs(articles, idle(people), each, once)).toEqual([]);
      }),
    );
  });

  test("counts what was given before: in two parts it gives each article as many as at once", () => {
    fc.assert(
      fc.property(input, fc.nat(30), ({ articles, people, each }, cut) => {
        const first = distributePairs(articles.slice(0, cut), idle(people), each);
        const loads = people.map((id) => ({
          id,
          load: first.filter(({ userId }) => userId === id).length,
        }));
        const rest = distributePairs(articles, loads, each, first);
        const whole = distributePairs(articles, idle(people), each);
        expect([...first, ...rest]).toHaveLength(whole.length);
      }),
    );
  });

  test("leaves what it was given as it was", () => {
    const hands = [hand("ada"), hand("ben")];
    const taken = [share("t:ada")];
    distributePairs(["u"], hands, 2, taken);
    expect([hands, taken]).toEqual([[hand("ada"), hand("ben")], [share("t:ada")]]);
  });
});

describe("lackingCoders", () => {
  test("names the articles that lack somebody, and how many", () => {
    const shares = words("u:ada u:ben v:ada").map(share);
    expect([...lackingCoders(["u", "v", "w"], 2, shares)]).toEqual([
      ["v", 1],
      ["w", 2],
    ]);
  });

  test("names none where there are people enough, and all where there are none", () => {
    fc.assert(
      fc.property(input, ({ articles, people, each }) => {
        const lacking = lackingCoders(articles, each, distributePairs(articles, idle(people), each));
        expect(lacking.size).toBe(people.length >= each ? 0 : articles.length);
      }),
    );
  });
});
