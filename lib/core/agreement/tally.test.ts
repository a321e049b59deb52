import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { link } from "../attribution/link.ts";
import { sourceline1 } from "../provenance/sourceline1.ts";
import type { CodedLayer } from "./coded.ts";
import { articleOf, claimAt, layerOf, madeUpStudy } from "./made-up.cases.ts";
import { claimRowsOf, confusedUnitsOf, pairsOf, rowsOf, selectArticles } from "./selection.ts";
import { type ArticleTally, type TallyColumn, tallyColumns, tallyOf } from "./tally.ts";

const said = (tally: ArticleTally, column: TallyColumn) =>
  tally.values[column].map((unit) => unit.map((place) => (place === null ? null : tally.words[place])));
const tallied = (...layers: readonly CodedLayer[]) => tallyOf(articleOf(layers), sourceline1);
const place = [{ start: 0, end: 10 }];

const rich = claimAt("rich", place, {
  kind: "figure",
  provenance: "media_report",
  chain: [
    link({
      ...{ category: "media_report", sources: ["bote"], act: "denial", directness: "direct" },
      ...{ cueStance: "negative", attributionStatus: "on_record", explicit: false, basis: "carried_over" },
    }),
    link({ category: "named_statement", sources: ["maria"] }),
  ],
  hedges: ["reportative", "modal", "reportative"],
  flags: ["translated", "figure"],
  sourceReliability: "B",
  infoCredibility: 2,
});

describe("tallyOf", () => {
  const bare = { layerId: "b", coderId: "ben", claims: [claimAt("bare", place)] };
  const tally = tallied({ layerId: "a", coderId: "ada", claims: [rich] }, bare);

  test.each([
    ["provenance", "media_report", "unclear"],
    ["family", "other_media", "unclear"],
    ["originProvenance", "named_statement", "unclear"],
    ["kind", "figure", null],
    ["directness", "direct", null],
    ["act", "denial", null],
    ["cueStance", "negative", null],
    ["attributionStatus", "on_record", null],
    ["explicit", "false", null],
    ["sourceReliability", "B", null],
    ["infoCredibility", "2", null],
    ["hedges", "modal|reportative", ""],
    ["flags", "figure|translated", ""],
    ["depth", "2", "0"],
    ["chainSources", "bote>maria", ""],
    ["chainCategories", "media_report>named_statement", ""],
  ] as const)("keeps %s as %j, and %j of a bare claim", (column, one, other) => {
    expect(said(tally, column)).toEqual([[one, other]]);
  });

  test("keeps every column and says each word once", () => {
    expect(Object.keys(tally.values).sort()).toEqual([...tallyColumns].sort());
    expect(new Set(tally.words).size).toBe(tally.words.length);
  });

  test("takes grades that say nothing for missing, and a category that the codebook lacks for no family", () => {
    const claim = claimAt("x", place, { sourceReliability: "F", infoCredibility: 6, provenance: "made_up" });
    const other = tallied({ layerId: "a", coderId: "ada", claims: [claim] }, bare);
    expect(said(other, "sourceReliability")).toEqual([[null, null]]);
    expect(said(other, "infoCredibility")).toEqual([[null, null]]);
    expect(said(other, "family")).toEqual([[null, "unclear"]]);
    expect(said(other, "provenance")).toEqual([["made_up", "unclear"]]);
  });

  test("has coders by id, units in the order of the text, and null where a coder marked nothing", () => {
    const { coders, units } = tallied(layerOf("ben", "y:50-60"), layerOf("ada", "x2:50-60 x1:0-10"));
    expect(coders).toEqual([
      { coderId: "ada", claims: 2 },
      { coderId: "ben", claims: 1 },
    ]);
    expect(units).toEqual([
      ["x1", null],
      ["x2", "y"],
    ]);
  });

  test("takes the first layer of a coder who has two", () => {
    const [first, second] = [layerOf("ada", "x:0-10"), layerOf("ada", "z:20-30")];
    const { units, coders } = tallied(
      { ...second, layerId: "2" },
      { ...first, layerId: "1" },
      layerOf("ben", ""),
    );
    expect(units).toEqual([["x", null]]);
    expect(coders).toEqual([
      { coderId: "ada", claims: 1 },
      { coderId: "ben", claims: 0 },
    ]);
  });

  test("counts what every two coders marked", () => {
    const { pairs } = tallied(layerOf("ada", "x:0-10"), layerOf("ben", "y:0-10"), layerOf("cem", "z:5-20"));
    expect(pairs.map(({ a, b, exact, charactersBoth }) => [a, b, exact, charactersBoth])).toEqual([
      [0, 1, 1, 10],
      [0, 2, 0, 5],
      [1, 2, 0, 5],
    ]);
  });

  test("is plain JSON", () => {
    const [article] = madeUpStudy({ seed: 3, coders: 3, articles: 1, claims: 10, care: 0.7 });
    const made = tallyOf(article ?? articleOf([]), sourceline1, { gamma: { seed: 1 } });
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });

  test("works out γ where it is asked for", () => {
    const layers = [layerOf("ada", "x:0-10,20-30 v:40-50"), layerOf("ben", "y:0-30 w:40-50")];
    const asked = tallyOf(articleOf(layers), sourceline1, { gamma: { seed: 1 } });
    expect(asked.pairs[0]?.gamma).toEqual({ value: 1, why: null });
    expect(tallyOf(articleOf(layers), sourceline1).pairs[0]?.gamma).toBeNull();
  });
});

describe("α_U of a tally", () => {
  const nested = (prefix: string, coderId: string): CodedLayer => {
    const layer = layerOf(coderId, `${prefix}1:0-40 ${prefix}2:10-20 ${prefix}3:12-16`);
    const [outer, inner, innermost] = layer.claims;
    if (!outer || !inner || !innermost) throw new Error("three claims were written");
    return {
      ...layer,
      claims: [outer, { ...inner, parentId: outer.id }, { ...innermost, parentId: inner.id }],
    };
  };

  test("takes nested claims by their level", () => {
    const { pairs } = tallied(nested("x", "ada"), nested("y", "ben"));
    expect(pairs[0]?.unitizing?.observed).toBe(0);
    expect(pairs[0]?.unitizing?.expected).toBeGreaterThan(0);
  });

  test("is left out where claims of one level overlap", () => {
    const { pairs } = tallied(layerOf("ada", "x:0-10 v:5-15"), layerOf("ben", "y:0-10"));
    expect(pairs[0]?.unitizing).toBeNull();
  });

  test("takes a claim whose parent is not there for one of the first level", () => {
    const lost = layerOf("ada", "x:0-10", { parentId: "elsewhere" });
    const { pairs } = tallied(lost, layerOf("ben", "y:0-10"));
    expect(pairs[0]?.unitizing).toMatchObject({ observed: 0 });
  });

  test("comes to an end with claims that nest in one another", () => {
    const layer = layerOf("ada", "x:0-10 y:20-30");
    const [x, y] = layer.claims;
    const circle = [x, y].flatMap((claim) =>
      claim ? [{ ...claim, parentId: claim.id === "x" ? "y" : "x" }] : [],
    );
    const { pairs } = tallied({ ...layer, claims: circle }, layerOf("ben", "v:0-10"));
    expect(pairs[0]?.unitizing?.observed).toBeGreaterThan(0);
  });
});

describe("selections", () => {
  const three = tallied(
    layerOf("ada", "x:0-10 v:50-60"),
    layerOf("ben", "y:0-10"),
    layerOf("cem", "z:20-30"),
  );

  test("has all coders where none are named, and only articles of two or more", () => {
    const alone = tallied(layerOf("ada", "x:0-10"));
    expect(selectArticles([three, alone]).map(({ places }) => places)).toEqual([[0, 1, 2]]);
    expect(selectArticles([three], ["cem", "ada", "eve"]).map(({ places }) => places)).toEqual([[0, 2]]);
    expect(selectArticles([three], ["ada"])).toEqual([]);
  });

  test("leaves out units that none of the chosen has marked", () => {
    const [chosen] = selectArticles([three], ["ada", "ben"]);
    if (!chosen) throw new Error("both coded it");
    expect(claimRowsOf(chosen)).toEqual([
      ["x", "y"],
      ["v", null],
    ]);
    expect(rowsOf(chosen, "provenance")).toEqual([
      ["unclear", "unclear"],
      ["unclear", null],
    ]);
    expect(pairsOf(chosen).map(({ a, b }) => [a, b])).toEqual([[0, 1]]);
    expect(confusedUnitsOf(chosen)).toEqual([
      { articleId: "article", a: "x", b: "y", row: "unclear", column: "unclear" },
      { articleId: "article", a: "v", b: null, row: "unclear", column: null },
    ]);
  });

  test("law: a tally holds every claim of its coders once", () => {
    const shape = fc.record({
      seed: fc.nat(),
      coders: fc.integer({ min: 2, max: 4 }),
      articles: fc.constant(1),
      claims: fc.integer({ min: 1, max: 8 }),
      care: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(shape, (given) => {
        const [article = articleOf([])] = madeUpStudy(given);
        const tally = tallyOf(article, sourceline1);
        const ids = article.layers.flatMap(({ claims }) => claims.map(({ id }) => id));
        expect(
          tally.units
            .flat()
            .filter((id) => id !== null)
            .sort(),
        ).toEqual(ids.sort());
        for (const column of tallyColumns) expect(tally.values[column]).toHaveLength(tally.units.length);
      }),
    );
  });
});
