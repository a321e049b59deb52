import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { distributions } from "./distribute.cases.ts";
import { distribute, type Hand, type Share } from "./distribute.ts";

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

describe("distribute", () => {
  test.each(distributions)("gives $name", ({ articles, hands, rule, each, taken = "", shares }) => {
    const given = distribute(words(articles), words(hands).map(hand), rule, each, words(taken).map(share));
    expect(written(given).join(" ")).toBe(shares);
  });

  const ids = (prefix: string, most: number) =>
    fc.nat(most).map((count) => Array.from({ length: count }, (_, at) => `${prefix}${at}`));
  const input = fc.record({
    articles: ids("article", 12),
    people: ids("person", 6),
    each: fc.integer({ min: 1, max: 4 }),
    rule: fc.constantFrom("round_robin" as const, "load" as const),
  });

  test("gives each article to the number asked for, never twice to one person, and evenly", () => {
    fc.assert(
      fc.property(input, ({ articles, people, each, rule }) => {
        const shares = distribute(
          articles,
          people.map((id) => ({ id, load: 0 })),
          rule,
          each,
        );
        expect(new Set(written(shares)).size).toBe(shares.length);
        for (const id of articles) {
          const holders = shares.filter(({ articleId }) => articleId === id);
          expect(holders).toHaveLength(Math.min(each, people.length));
        }
        const loads = people.map((id) => shares.filter(({ userId }) => userId === id).length);
        if (people.length > 0) expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("gives nothing new when asked again", () => {
    fc.assert(
      fc.property(input, ({ articles, people, each, rule }) => {
        const hands = people.map((id) => ({ id, load: 0 }));
        const once = distribute(articles, hands, rule, each);
        expect(distribute(articles, hands, rule, each, once)).toEqual([]);
      }),
    );
  });
});
