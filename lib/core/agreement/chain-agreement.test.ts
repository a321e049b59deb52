import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { link } from "../attribution/link.ts";
import { chainCategories, chainParts, chainSources, exactPart, sumHops } from "./chain-agreement.ts";
import { confusionOf, valueF1 } from "./confusion.ts";

/** A chain written as `category:source+source>category:source`. */
const chainOf = (text: string) =>
  text
    .split(">")
    .filter((hop) => hop !== "")
    .map((hop) => {
      const [category = "", sources = ""] = hop.split(":");
      return link({ category, sources: sources.split("+").filter((source) => source !== "") });
    });
const unitOf = (...chains: readonly (string | null)[]) => ({
  sources: chains.map((text) => (text === null ? null : chainSources(chainOf(text)))),
  categories: chains.map((text) => (text === null ? null : chainCategories(chainOf(text)))),
});

describe("chains as texts", () => {
  test.each([
    ["", "", ""],
    ["media:bote", "bote", "media"],
    ["media:bote>named:maria", "bote>maria", "media>named"],
    ["joint:zoe+ada", "ada+zoe", "joint"],
    ["hearsay:", "?", "hearsay"],
    ["media:bote>hearsay:", "bote>?", "media>hearsay"],
  ])("'%s' has the sources '%s' and the categories '%s'", (chain, sources, categories) => {
    expect(chainSources(chainOf(chain))).toBe(sources);
    expect(chainCategories(chainOf(chain))).toBe(categories);
  });
});

const comparisons: readonly {
  readonly name: string;
  readonly chains: readonly (string | null)[];
  readonly exact: string;
  readonly first: string;
  readonly lengths: string;
  readonly hops: string;
}[] = [
  { name: "the same", chains: ["m:a", "m:a"], exact: "1/1", first: "1/1", lengths: "0/1", hops: "1/1" },
  { name: "both empty", chains: ["", ""], exact: "1/1", first: "1/1", lengths: "0/1", hops: "" },
  { name: "empty and not", chains: ["", "m:a"], exact: "0/1", first: "0/1", lengths: "1/1", hops: "" },
  {
    name: "another category",
    chains: ["m:a", "n:a"],
    exact: "0/1",
    first: "1/1",
    lengths: "0/1",
    hops: "0/1",
  },
  { name: "another source", chains: ["m:a", "m:b"], exact: "0/1", first: "0/1", lengths: "0/1", hops: "1/1" },
  {
    name: "one hop more",
    chains: ["m:a>n:b", "m:a"],
    exact: "0/1",
    first: "1/1",
    lengths: "1/1",
    hops: "1/1",
  },
  {
    name: "another second hop",
    chains: ["m:a>n:b", "m:a>o:b"],
    exact: "0/1",
    first: "1/1",
    lengths: "0/1",
    hops: "1/1 0/1",
  },
  {
    name: "nobody named on both sides",
    chains: ["h:", "h:"],
    exact: "1/1",
    first: "1/1",
    lengths: "0/1",
    hops: "1/1",
  },
  {
    name: "joint speakers",
    chains: ["j:a+b", "j:b+a"],
    exact: "1/1",
    first: "1/1",
    lengths: "0/1",
    hops: "1/1",
  },
  { name: "one alone", chains: ["m:a", null], exact: "0/0", first: "0/0", lengths: "0/0", hops: "" },
  { name: "nobody", chains: [null, null], exact: "0/0", first: "0/0", lengths: "0/0", hops: "" },
  {
    name: "three coders",
    chains: ["m:a", "m:a", "m:b>n:c"],
    exact: "1/3",
    first: "1/3",
    lengths: "2/3",
    hops: "3/3",
  },
];

describe("chainParts", () => {
  const written = ({ sum, of }: { readonly sum: number; readonly of: number }) => `${sum}/${of}`;
  test.each(comparisons)("compares $name", ({ chains, exact, first, lengths, hops }) => {
    const parts = chainParts(unitOf(...chains));
    expect(written(parts.exact)).toBe(exact);
    expect(exactPart(unitOf(...chains))).toEqual(parts.exact);
    expect(written(parts.firstSource)).toBe(first);
    expect(written(parts.lengthDifference)).toBe(lengths);
    expect(parts.hops.map(written).join(" ")).toBe(hops);
  });

  test.each(comparisons)("compares $name the same in any order", ({ chains }) => {
    expect(chainParts(unitOf(...chains.toReversed()))).toEqual(chainParts(unitOf(...chains)));
  });

  test("adds hops up as far as the longest goes", () => {
    const part = { sum: 1, of: 2 };
    expect(sumHops([])).toEqual([]);
    expect(sumHops([[part], [part, part], []])).toEqual([{ sum: 2, of: 4 }, part]);
  });

  test("law: what is exact has the same first source, no difference in length and the same hops", () => {
    const hop = fc
      .tuple(fc.constantFrom("m", "n"), fc.constantFrom("a", "b", ""))
      .map((parts) => parts.join(":"));
    const chain = fc.array(hop, { maxLength: 3 }).map((hops) => hops.join(">"));
    fc.assert(
      fc.property(chain, chain, (one, other) => {
        const parts = chainParts(unitOf(one, other));
        expect(parts.exact.sum).toBe(one === other ? 1 : 0);
        fc.pre(one === other);
        expect(parts.firstSource.sum).toBe(1);
        expect(parts.lengthDifference.sum).toBe(0);
        expect(parts.hops).toEqual(chainOf(one).map(() => ({ sum: 1, of: 1 })));
      }),
    );
  });
});

const unit = (row: string | null, column: string | null, at = 0) => ({
  articleId: `article ${at}`,
  a: row && `a${at}`,
  b: column && `b${at}`,
  row,
  column,
});

describe("confusionOf", () => {
  test("counts every pair of values, what was not marked last, and names passages", () => {
    const units = [
      unit(null, "m", 0),
      unit("n", "m", 1),
      unit("m", "m", 2),
      unit("m", null, 3),
      unit("m", "m", 4),
    ];
    expect(confusionOf(units, 1).cells).toEqual([
      { row: "m", column: "m", count: 2, passages: [{ articleId: "article 2", a: "a2", b: "b2" }] },
      { row: "m", column: null, count: 1, passages: [{ articleId: "article 3", a: "a3", b: null }] },
      { row: "n", column: "m", count: 1, passages: [{ articleId: "article 1", a: "a1", b: "b1" }] },
      { row: null, column: "m", count: 1, passages: [{ articleId: "article 0", a: null, b: "b0" }] },
    ]);
  });

  test("leaves out what neither marked", () => {
    expect(confusionOf([unit(null, null)], 5).cells).toEqual([]);
    expect(confusionOf([], 5).cells).toEqual([]);
  });

  const value = fc.constantFrom("m", "n", "o", null);
  const units = fc.array(fc.tuple(value, value), { maxLength: 20 });
  const made = (pairs: readonly (readonly [string | null, string | null])[]) =>
    pairs.map(([row, column], at) => unit(row, column, at));

  test("law: counts every unit once and names every passage where so many are wanted", () => {
    fc.assert(
      fc.property(units, (pairs) => {
        const { cells } = confusionOf(made(pairs), 100);
        const marked = pairs.filter(([row, column]) => row !== null || column !== null);
        expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(marked.length);
        for (const { count, passages } of cells) expect(passages).toHaveLength(count);
      }),
    );
  });

  test("law: is turned when the coders are exchanged", () => {
    const counts = (pairs: readonly (readonly [string | null, string | null])[], isTurned: boolean) =>
      confusionOf(made(pairs), 0)
        .cells.map(({ row, column, count }) => (isTurned ? [column, row, count] : [row, column, count]))
        .map((cell) => cell.join())
        .sort();
    fc.assert(
      fc.property(units, (pairs) => {
        const turned = pairs.map(([row, column]) => [column, row] as const);
        expect(counts(turned, true)).toEqual(counts(pairs, false));
      }),
    );
  });
});

describe("valueF1", () => {
  const f1 = (units: readonly (readonly [string | null, string | null])[]) =>
    valueF1([
      confusionOf(
        units.map(([row, column], at) => unit(row, column, at)),
        0,
      ),
    ]);

  test("is twice what both gave by what either gave", () => {
    const scores = f1([
      ["m", "m"],
      ["m", "n"],
      ["m", null],
      [null, "o"],
    ]);
    expect([...scores].sort()).toEqual([
      ["m", 2 / 4],
      ["n", 0],
      ["o", 0],
    ]);
    expect(valueF1([]).size).toBe(0);
  });

  test("law: the same whichever coder comes first, 1 exactly where both always give it", () => {
    const value = fc.constantFrom("m", "n", null);
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 15 }), (units) => {
        const scores = f1(units);
        expect([...f1(units.map(([row, column]) => [column, row]))].sort()).toEqual([...scores].sort());
        for (const [name, score] of scores) {
          const isAlways = units.every(([row, column]) => (row === name) === (column === name));
          expect(score === 1).toBe(isAlways);
        }
      }),
    );
  });
});
