import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceline1 } from "../provenance/sourceline1.ts";
import type { CodedArticle } from "./coded.ts";
import { agreementFields, metricOf } from "./fields.ts";
import { articleOf, layerOf, madeUpStudy, type StudyShape } from "./made-up.cases.ts";
import type { AgreementReport } from "./report.ts";
import { passagesBehind, reportOf } from "./study.ts";
import { tallyOf } from "./tally.ts";

const plain = { seed: 1, resamples: 0 };
const tallies = (articles: readonly CodedArticle[]) =>
  articles.map((article) => tallyOf(article, sourceline1));
const reported = (...articles: readonly CodedArticle[]) => reportOf(tallies(articles), plain);
const study = (given: Partial<StudyShape>) =>
  madeUpStudy({ seed: 1, coders: 3, articles: 12, claims: 12, care: 0.8, ...given });
const fieldOf = (report: AgreementReport, name: string) => report.fields.find(({ field }) => field === name);

/** Two articles of ada and ben, one of which cem has coded, too. */
const small = [
  articleOf(
    [
      layerOf("ada", "x1:0-10/named_statement x2:20-30/media_report x3:60-70/official_readout"),
      layerOf("ben", "y1:0-10/named_statement y2:20-29/named_statement"),
    ],
    { articleId: "one", finishedAt: "2026-03-05T10:00:00.000Z" },
  ),
  articleOf(
    [
      layerOf("ada", "x4:0-10/media_report"),
      layerOf("ben", "y4:0-10/media_report y5:40-50/media_report"),
      layerOf("cem", "z4:0-10/media_report"),
    ],
    { articleId: "two", finishedAt: "2026-01-31T10:00:00.000Z" },
  ),
];

describe("a report of two articles", () => {
  const report = reported(...small);

  test("counts coders, claims and units", () => {
    expect(report.coders).toEqual([
      { coderId: "ada", articles: 2, claims: 4 },
      { coderId: "ben", articles: 2, claims: 4 },
      { coderId: "cem", articles: 1, claims: 1 },
    ]);
    expect(report.counts).toEqual({ articles: 2, claims: 9, units: 5, sharedUnits: 3, pairable: 7 });
  });

  test("says how far they mark the same words", () => {
    const { unitizing } = report;
    // Ada and Ben: 3 of 4 either way; Ada and Cem: 1 of 1; Ben and Cem: 1 of 2, and 1 of 1 back.
    expect(unitizing.agrForth).toEqual({ value: 5 / 7, why: null });
    expect(unitizing.agrBack).toEqual({ value: 5 / 6, why: null });
    expect(unitizing.agrMean.value).toBeCloseTo((5 / 7 + 5 / 6) / 2, 12);
    expect(unitizing.exactF1.value).toBeCloseTo(8 / 13, 12);
    expect(unitizing.halfF1.value).toBeCloseTo(10 / 13, 12);
    expect(unitizing.overlapF1.value).toBeCloseTo(10 / 13, 12);
    expect(unitizing.characterF1.value).toBeCloseTo(
      (2 * (10 + 9 + 10 + 10 + 10)) / (30 + 19 + 10 + 20 + 10 + 10 + 20 + 10),
      12,
    );
    expect(unitizing.alphaU.value).toBeGreaterThan(0.5);
    expect(unitizing.alphaU.leftOut).toBe(0);
    expect(unitizing.gamma).toEqual({ value: null, why: "not_asked", texts: 0 });
  });

  test("has every field with its measure", () => {
    expect(report.fields.map(({ field, metric }) => [field, metric])).toEqual(
      agreementFields.map((field) => [field, metricOf[field]]),
    );
    expect(fieldOf(report, "provenance")).toEqual({
      field: "provenance",
      metric: "nominal",
      alpha: { value: expect.closeTo(1 - 2 / 7 / (24 / 42), 12), why: null, interval: null },
      units: 3,
      pairable: 7,
      fleissKappa: { value: null, why: "one_value_only" },
    });
    expect(fieldOf(report, "kind")?.alpha).toEqual({
      value: null,
      why: "nothing_to_compare",
      interval: null,
    });
    expect(fieldOf(report, "kind")?.fleissKappa.why).toBe("not_rated_by_all");
    expect(fieldOf(report, "depth")?.alpha.why).toBe("one_value_only");
  });

  test("compares chains over every two coders", () => {
    expect(report.chains.comparisons).toBe(5);
    expect(report.chains.exact.value).toBe(4 / 5);
    expect(report.chains.firstSource.value).toBe(1);
    expect(report.chains.lengthDifference.value).toBe(0);
    expect(report.chains.sourceAlpha.why).toBe("one_value_only");
    expect(report.chains.hops).toEqual([{ hop: 1, comparisons: 5, category: { value: 4 / 5, why: null } }]);
  });

  test("sets each category against the others, also one that is in no shared unit", () => {
    expect(report.categories.map(({ category, values }) => [category, values])).toEqual([
      ["media_report", 4],
      ["named_statement", 3],
      ["official_readout", 0],
    ]);
    expect(report.categories[2]).toMatchObject({
      alpha: { value: null, why: "nothing_to_compare" },
      f1: { value: 0, why: null },
    });
    // Named statements: one by both, one by Ben alone.
    expect(report.categories[1]?.f1.value).toBeCloseTo(2 / 3, 12);
  });

  test("has every two coders with their confusion", () => {
    expect(report.pairs.map(({ a, b, articles }) => [a, b, articles])).toEqual([
      ["ada", "ben", 2],
      ["ada", "cem", 1],
      ["ben", "cem", 1],
    ]);
    const [first] = report.pairs;
    expect(first?.unitizing.agrForth.value).toBe(3 / 4);
    expect(first?.fields.find(({ field }) => field === "provenance")).toMatchObject({
      units: 3,
      cohenKappa: { value: expect.closeTo((2 / 3 - 4 / 9) / (1 - 4 / 9), 12), why: null },
    });
    expect(first?.chains.comparisons).toBe(3);
    expect(first?.confusion.cells).toEqual([
      {
        row: "media_report",
        column: "media_report",
        count: 1,
        passages: [{ articleId: "two", a: "x4", b: "y4" }],
      },
      {
        row: "media_report",
        column: "named_statement",
        count: 1,
        passages: [{ articleId: "one", a: "x2", b: "y2" }],
      },
      {
        ...{ row: "named_statement", column: "named_statement", count: 1 },
        passages: [{ articleId: "one", a: "x1", b: "y1" }],
      },
      { row: "official_readout", column: null, count: 1, passages: [{ articleId: "one", a: "x3", b: null }] },
      { row: null, column: "media_report", count: 1, passages: [{ articleId: "two", a: null, b: "y5" }] },
    ]);
  });

  test("has a few figures of each article", () => {
    expect(report.articles).toEqual([
      {
        ...{ articleId: "one", versionId: "version", finishedAt: "2026-03-05T10:00:00.000Z" },
        ...{ coders: ["ada", "ben"], units: 3, sharedUnits: 2 },
        overlapF1: { value: 4 / 5, why: null },
        characterF1: { value: expect.closeTo(38 / 49, 12), why: null },
        provenanceAlpha: { value: 0, why: null },
        exactChains: { value: 1 / 2, why: null },
      },
      {
        ...{ articleId: "two", versionId: "version", finishedAt: "2026-01-31T10:00:00.000Z" },
        ...{ coders: ["ada", "ben", "cem"], units: 2, sharedUnits: 1 },
        overlapF1: { value: 6 / 8, why: null },
        characterF1: { value: expect.closeTo(60 / 80, 12), why: null },
        provenanceAlpha: { value: null, why: "one_value_only" },
        exactChains: { value: 1, why: null },
      },
    ]);
  });

  test("goes over time, the earliest first", () => {
    expect(report.time.map(({ bucket, articles }) => [bucket, articles])).toEqual([
      ["2026-01", 1],
      ["2026-03", 1],
    ]);
    const weeks = reportOf(tallies(small), { ...plain, bucket: "week" }).time;
    expect(weeks.map(({ bucket }) => bucket)).toEqual(["2026-W05", "2026-W10"]);
    const {
      articleId: _,
      versionId: __,
      finishedAt,
      coders,
      units,
      sharedUnits,
      ...few
    } = report.articles[0] ?? {};
    expect([finishedAt, coders, units, sharedUnits]).toHaveLength(4);
    expect(weeks[1]).toEqual({ bucket: "2026-W10", articles: 1, ...few });
  });

  test("names as many passages as asked, and all of a cell on their own", () => {
    const [pair] = reportOf(tallies(small), { ...plain, passages: 0 }).pairs;
    expect(pair?.confusion.cells.map(({ count, passages }) => [count, passages.length])).toEqual(
      Array.from({ length: 5 }, () => [1, 0]),
    );
    const behind = (row: string | null, column: string | null) =>
      passagesBehind(tallies(small).toReversed(), { a: "ada", b: "ben" }, { row, column });
    expect(behind(null, "media_report")).toEqual([{ articleId: "two", a: null, b: "y5" }]);
    expect(behind("unclear", null)).toEqual([]);
  });

  test("compares only the coders asked for", () => {
    const two = reportOf(tallies(small), { ...plain, coders: ["ada", "cem"] });
    expect(two.coders.map(({ coderId, articles }) => [coderId, articles])).toEqual([
      ["ada", 1],
      ["cem", 1],
    ]);
    expect(two.counts).toMatchObject({ articles: 1, claims: 2, units: 1 });
    expect(two.pairs).toHaveLength(1);
  });
});

describe("a report of what cannot be compared", () => {
  test.each([
    ["nothing", []],
    ["articles of one coder", [articleOf([layerOf("ada", "x:0-10")])]],
  ] as const)("says why for %s", (_, articles) => {
    const report = reported(...articles);
    expect(report.counts).toEqual({ articles: 0, claims: 0, units: 0, sharedUnits: 0, pairable: 0 });
    expect(report.unitizing.agrMean).toEqual({ value: null, why: "nothing_marked" });
    expect(report.unitizing.alphaU).toEqual({ value: null, why: "nothing_marked", leftOut: 0 });
    for (const { alpha, fleissKappa } of report.fields) {
      expect([alpha.why, fleissKappa.why]).toEqual(["nothing_to_compare", "nothing_to_compare"]);
    }
    expect(report.chains.exact.why).toBe("nothing_to_compare");
    expect([report.pairs, report.articles, report.time, report.categories]).toEqual([[], [], [], []]);
  });

  test("says what is wanting where both marked nothing, and where they share no unit", () => {
    const [nothing] = reported(articleOf([layerOf("ada", ""), layerOf("ben", "")])).articles;
    expect(nothing).toMatchObject({
      overlapF1: { why: "nothing_marked" },
      characterF1: { why: "nothing_marked" },
      provenanceAlpha: { why: "nothing_to_compare" },
      exactChains: { why: "nothing_to_compare" },
    });
    const apart = reported(articleOf([layerOf("ada", "x:0-10"), layerOf("ben", "y:50-60")]));
    expect(apart.unitizing.overlapF1.value).toBe(0);
    expect(apart.unitizing.alphaU.value).toBeLessThan(0);
    expect(apart.fields[0]?.alpha.why).toBe("nothing_to_compare");
  });

  test("leaves out of α_U what overlaps, and says so where all does", () => {
    const overlapping = articleOf([layerOf("ada", "x:0-10 v:5-15"), layerOf("ben", "y:0-10")]);
    expect(reported(overlapping).unitizing.alphaU).toEqual({
      value: null,
      why: "overlapping_units",
      leftOut: 1,
    });
    const both = reported(overlapping, { ...small[0], articleId: "zz" } as CodedArticle); // `as`: small has two
    expect(both.unitizing.alphaU).toMatchObject({ why: null, leftOut: 1 });
  });

  test("leaves out two coders who have no article in common", () => {
    const apart = reported(
      articleOf([layerOf("ada", "x:0-10"), layerOf("ben", "y:0-10")], { articleId: "1" }),
      articleOf([layerOf("cem", "x:0-10"), layerOf("dan", "y:0-10")], { articleId: "2" }),
    );
    expect(apart.coders).toHaveLength(4);
    expect(apart.pairs.map(({ a, b }) => `${a} ${b}`)).toEqual(["ada ben", "cem dan"]);
  });

  test("has γ as the mean over texts, or why there is none", () => {
    const withGamma = (articles: readonly CodedArticle[]) =>
      reportOf(
        articles.map((article) => tallyOf(article, sourceline1, { gamma: { seed: 1 } })),
        plain,
      ).unitizing.gamma;
    const same = articleOf([layerOf("ada", "x:0-10 v:30-35"), layerOf("ben", "y:0-10 w:30-35")]);
    const empty = articleOf([layerOf("ada", ""), layerOf("ben", "y:0-10")]);
    expect(withGamma([same])).toEqual({ value: 1, why: null, texts: 1 });
    expect(withGamma([same, empty])).toEqual({ value: 1, why: null, texts: 1 });
    expect(withGamma([empty])).toEqual({ value: null, why: "nothing_marked", texts: 0 });
  });
});

describe("laws of a report", () => {
  const shape = fc.record({
    seed: fc.nat(),
    coders: fc.integer({ min: 2, max: 3 }),
    articles: fc.integer({ min: 1, max: 4 }),
    claims: fc.integer({ min: 1, max: 6 }),
    care: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const few = { numRuns: 25 };

  test("law: the same tallies give the same report, in whatever order they and their layers come", () => {
    fc.assert(
      fc.property(shape, (given) => {
        const articles = madeUpStudy(given);
        const options = { seed: 3, resamples: 20 };
        const report = reportOf(tallies(articles), options);
        const turned = articles
          .toReversed()
          .map((article) => ({ ...article, layers: article.layers.toReversed() }));
        expect(reportOf(tallies(turned), options)).toEqual(report);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
      }),
      few,
    );
  });

  test("law: coders who do the same agree in everything that has a value", () => {
    fc.assert(
      fc.property(shape, (given) => {
        const report = reported(...madeUpStudy({ ...given, care: 1 }));
        const { alphaU, gamma: _, ...rest } = report.unitizing;
        for (const figure of [...Object.values(rest), alphaU]) expect(figure.value).toBe(1);
        for (const { alpha } of report.fields) expect(alpha.value ?? 1).toBe(1);
        expect(report.chains.exact.value).toBe(1);
        expect(report.chains.lengthDifference.value).toBe(0);
        for (const { alpha, f1 } of report.categories) expect([alpha.value ?? 1, f1.value]).toEqual([1, 1]);
      }),
      few,
    );
  });

  test("law: what coders are called changes only the direction of a pair", () => {
    const names = new Map([
      ["coder-0", "zoe"],
      ["coder-1", "yan"],
      ["coder-2", "xia"],
    ]);
    fc.assert(
      fc.property(shape, (given) => {
        const articles = madeUpStudy(given);
        const renamed = articles.map((article) => ({
          ...article,
          layers: article.layers.map((layer) => ({ ...layer, coderId: names.get(layer.coderId) ?? "" })),
        }));
        const [one, other] = [reported(...articles), reported(...renamed)];
        // Sums in another order differ in their last digits, about 0 even in their sign: a zero has none here.
        const values = ({ fields }: AgreementReport) =>
          fields.map(({ alpha }) => alpha.value && Number(alpha.value.toFixed(8)) + 0);
        expect(values(other)).toEqual(values(one));
        expect(other.unitizing.exactF1).toEqual(one.unitizing.exactF1);
        expect(other.unitizing.agrMean.value ?? 9).toBeCloseTo(one.unitizing.agrMean.value ?? 9, 12);
        expect(other.chains.exact).toEqual(one.chains.exact);
      }),
      { ...few, examples: [[{ seed: 1608548227, coders: 2, articles: 4, claims: 3, care: 0 }]] },
    );
  });

  test("is near 0 in every field where coders only guess", () => {
    const report = reported(...study({ articles: 150, care: 0 }));
    for (const field of ["provenance", "family", "kind", "hedges", "sourceReliability", "infoCredibility"]) {
      expect(Math.abs(fieldOf(report, field)?.alpha.value ?? 9)).toBeLessThan(0.06);
    }
  });

  test("rises with care in every field", () => {
    const value = (care: number, field: string) =>
      fieldOf(reported(...study({ care, articles: 40 })), field)?.alpha.value ?? -9;
    for (const field of ["provenance", "hedges", "sourceReliability"]) {
      expect(value(0.9, field)).toBeGreaterThan(value(0.5, field));
    }
  });

  test("has intervals that hold the figure, over articles", () => {
    const report = reportOf(tallies(study({ articles: 15 })), { seed: 2, resamples: 300 });
    const estimates = [
      report.unitizing.exactF1,
      report.unitizing.overlapF1,
      report.chains.exact,
      ...report.fields.map(({ alpha }) => alpha),
    ];
    for (const { value, interval } of estimates.filter((estimate) => estimate.value !== null)) {
      expect(interval?.over).toBe("articles");
      expect(interval?.low).toBeLessThanOrEqual(value ?? 9);
      expect(interval?.high).toBeGreaterThanOrEqual(value ?? -9);
    }
  });
});
