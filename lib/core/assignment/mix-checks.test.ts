import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Share } from "./distribute.ts";
import { mixChecks } from "./mix-checks.ts";

const share = (text: string): Share => {
  const [articleId = "", userId = ""] = text.split(":");
  return { articleId, userId };
};
const shares = (text: string) => text.split(" ").filter(Boolean).map(share);
const written = (given: readonly Share[]) =>
  given.map(({ articleId, userId }) => `${articleId}:${userId}`).join(" ");

const cases = [
  { name: "nothing to nobody", given: "", checks: "x", every: 2, had: "", mixed: "" },
  {
    name: "one for every two",
    given: "a:1 b:1 c:1 d:1",
    checks: "x y",
    every: 2,
    had: "",
    mixed: "a:1 x:1 b:1 c:1 y:1 d:1",
  },
  { name: "one after each", given: "a:1 b:1", checks: "x y", every: 1, had: "", mixed: "a:1 x:1 b:1 y:1" },
  {
    name: "in the middle of its five",
    given: "a:1 b:1 c:1 d:1 e:1",
    checks: "x",
    every: 5,
    had: "",
    mixed: "a:1 b:1 c:1 x:1 d:1 e:1",
  },
  {
    name: "to each of two people",
    given: "a:1 a:2 b:1 b:2",
    checks: "x",
    every: 2,
    had: "",
    mixed: "a:1 x:1 a:2 x:2 b:1 b:2",
  },
  {
    name: "none that somebody had",
    given: "a:1 b:1",
    checks: "x y",
    every: 2,
    had: "x:1",
    mixed: "a:1 y:1 b:1",
  },
  { name: "none that they get anyway", given: "x:1 b:1", checks: "x", every: 2, had: "", mixed: "x:1 b:1" },
  {
    name: "none when all are used",
    given: "a:1 b:1 c:1",
    checks: "x",
    every: 1,
    had: "",
    mixed: "a:1 x:1 b:1 c:1",
  },
];

describe("mixChecks", () => {
  test.each(cases)("mixes in $name", ({ given, checks, every, had, mixed }) => {
    expect(written(mixChecks(shares(given), checks.split(" "), every, shares(had)))).toBe(mixed);
  });

  it("keeps what was given in its order, and never gives anybody one twice", () => {
    const ids = (prefix: string, most: number) =>
      fc.nat(most).map((count) => Array.from({ length: count }, (_, at) => `${prefix}${at}`));
    const input = fc.record({
      articles: ids("a", 15),
      people: ids("p", 4),
      checks: ids("x", 5),
      every: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(input, ({ articles, people, checks, every }) => {
        const given = articles.flatMap((articleId) => people.map((userId) => ({ articleId, userId })));
        const mixed = mixChecks(given, checks, every, []);
        expect(mixed.filter(({ articleId }) => articleId.startsWith("a"))).toEqual(given);
        expect(new Set(mixed.map((one) => `${one.articleId} ${one.userId}`)).size).toBe(mixed.length);
        const most = Math.ceil(articles.length / every) * people.length;
        expect(mixed.length - given.length).toBeLessThanOrEqual(most);
      }),
    );
  });
});
