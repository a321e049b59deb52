import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sourceline1 } from "../provenance/sourceline1.ts";
import { alphaOf } from "./alpha.ts";
import { articleOf, claimAt, layerOf, madeUpStudy } from "./made-up.cases.ts";
import { figureRows, reliabilityRows } from "./reliability-csv.ts";
import { reportOf } from "./study.ts";
import { tallyOf } from "./tally.ts";
import { labelTokens, type RoleSpan, tokenAlpha } from "./token-labels.ts";

const place = [{ start: 0, end: 10 }];
const tallies = [
  tallyOf(articleOf([layerOf("ada", "x:0-10/media_report v:40-50"), layerOf("ben", "y:0-10")]), sourceline1),
];

/** Cells of rows that hold no quotes. */
const cellsOf = (rows: Iterable<string>) => [...rows].map((row) => row.replace("\r\n", "").split(","));

describe("reliabilityRows", () => {
  test("has a row for each claim of a unit, and names in the first", () => {
    const [names, ...rows] = cellsOf(reliabilityRows(tallies));
    expect(names?.slice(0, 7)).toEqual([
      ...["article_id", "unit", "coder", "claim_id"],
      ...["provenance", "family", "origin_provenance"],
    ]);
    expect(names?.at(-1)).toBe("escaped");
    expect(rows.map((row) => row.slice(0, 6).join(" "))).toEqual([
      "article 1 ada x media_report other_media",
      "article 1 ben y unclear unclear",
      "article 2 ada v unclear unclear",
    ]);
    for (const row of rows) expect(row).toHaveLength(names?.length ?? 0);
  });

  test("leaves missing data empty and ends every row as RFC 4180 has it", () => {
    const rows = [...reliabilityRows(tallies)];
    expect(rows.every((row) => row.endsWith("\r\n"))).toBe(true);
    const [names = [], , bare = []] = cellsOf(rows);
    expect(bare[names.indexOf("directness")]).toBe("");
    expect(bare[names.indexOf("depth")]).toBe("0");
  });

  test("puts a byte order mark in front where asked", () => {
    const [first = ""] = reliabilityRows(tallies, undefined, { hasBom: true });
    expect(first.startsWith("\uFEFFarticle_id,")).toBe(true);
    const [figures = ""] = figureRows(reportOf(tallies, { seed: 1, resamples: 0 }), { hasBom: true });
    expect(figures.startsWith("\uFEFFcoder_a,")).toBe(true);
  });

  test("lets no cell run as a formula, unless it is for programs", () => {
    const claims = (id: string) => [claimAt(id, place, { provenance: "=1+1", flags: ["@x", "y"] })];
    const layers = ["-ada", "ben"].map((coderId) => ({
      layerId: coderId,
      coderId,
      claims: claims(`+${coderId}`),
    }));
    const given = [tallyOf(articleOf(layers), sourceline1)];
    const [, guarded = ""] = reliabilityRows(given);
    expect(guarded).toContain(",'-ada,'+-ada,'=1+1,");
    expect(guarded).toContain("'@x|y");
    expect(guarded.endsWith(",true\r\n")).toBe(true);
    const [, raw = ""] = reliabilityRows(given, undefined, { guard: "raw" });
    expect(raw).toContain(",-ada,+-ada,=1+1,");
    expect(raw.endsWith(",false\r\n")).toBe(true);
  });

  test("holds only the coders asked for", () => {
    expect([...reliabilityRows(tallies, ["ada", "eve"])]).toHaveLength(1);
    expect([...reliabilityRows(tallies, ["ada", "ben"])]).toHaveLength(4);
  });

  test("law: another program works out the same α from it", () => {
    const shape = fc.record({
      seed: fc.nat(),
      coders: fc.integer({ min: 2, max: 3 }),
      articles: fc.integer({ min: 1, max: 3 }),
      claims: fc.integer({ min: 1, max: 6 }),
      care: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(shape, (given) => {
        const study = madeUpStudy(given).map((article) => tallyOf(article, sourceline1));
        const [names = [], ...rows] = cellsOf(reliabilityRows(study));
        const units = new Map<string, (string | null)[]>();
        for (const row of rows) {
          const key = `${row[0]} ${row[1]}`;
          const value = row[names.indexOf("kind")] ?? "";
          units.set(key, [...(units.get(key) ?? []), value === "" ? null : value]);
        }
        const { fields } = reportOf(study, { seed: 1, resamples: 0 });
        const kind = fields.find(({ field }) => field === "kind");
        const { figure, pairable } = alphaOf([...units.values()], "nominal");
        expect(figure.value ?? 9).toBeCloseTo(kind?.alpha.value ?? 9, 10);
        expect(pairable).toBe(kind?.pairable);
      }),
      { numRuns: 25 },
    );
  });
});

describe("figureRows", () => {
  const report = reportOf(tallies, { seed: 1, resamples: 50 });
  const rows = cellsOf(figureRows(report));

  test("names what each figure is of", () => {
    expect(rows[0]).toEqual(["coder_a", "coder_b", "part", "name", "value", "why", "low", "high", "escaped"]);
    for (const row of rows) expect(row).toHaveLength(9);
    const kinds = new Set(rows.slice(1).map((row) => row.slice(0, 3).join(" ").trim()));
    expect([...kinds].sort()).toEqual([
      ...["Fleiss kappa", "ada ben Cohen kappa", "ada ben alpha", "ada ben chains", "ada ben unitizing"],
      ...["alpha", "category F1", "category alpha", "chains", "unitizing"],
    ]);
  });

  test("writes a value as a number, or why there is none", () => {
    const row = (part: string, name: string) => rows.find((cells) => cells[2] === part && cells[3] === name);
    expect(row("unitizing", "agr_forth")?.slice(4)).toEqual(["0.5", "", "", "", "false"]);
    expect(row("unitizing", "gamma")?.slice(4)).toEqual(["", "not_asked", "", "", "false"]);
    expect(row("alpha", "kind")?.slice(4)).toEqual(["", "nothing_to_compare", "", "", "false"]);
    expect(row("chains", "length_difference")?.[4]).toBe("1");
    expect(row("category F1", "media_report")?.[4]).toBe("0");
  });

  test("writes intervals where there are any, and negative numbers bare", () => {
    const study = madeUpStudy({ seed: 1, coders: 2, articles: 12, claims: 8, care: 0 });
    const made = reportOf(
      study.map((article) => tallyOf(article, sourceline1)),
      { seed: 1, resamples: 50 },
    );
    const written = cellsOf(figureRows(made));
    const alphas = written.filter((cells) => cells[2] === "alpha" && cells[0] === "" && cells[5] === "");
    expect(alphas.length).toBeGreaterThan(3);
    for (const [, , , , value, , low, high] of alphas) {
      expect(Number(low)).toBeLessThanOrEqual(Number(value));
      expect(Number(high)).toBeGreaterThanOrEqual(Number(value));
    }
    expect(written.flat().some((cell) => /^-\d/u.test(cell))).toBe(true);
    expect(written.slice(1).every((cells) => cells.at(-1) === "false")).toBe(true);
  });

  test("has a row for each hop", () => {
    const two = [tallyOf(articleOf([layerOf("ada", "x:0-10/a"), layerOf("ben", "y:0-10/b")]), sourceline1)];
    const named = cellsOf(figureRows(reportOf(two, { seed: 1, resamples: 0 }), { guard: "raw" }));
    expect(named.filter(([, , , name]) => name === "category_of_hop_1").map((row) => row[4])).toEqual([
      "0",
      "0",
    ]);
  });
});

describe("labels of tokens", () => {
  const tokens = [0, 5, 10, 15, 20].map((start) => ({ start, end: start + 4 }));
  const span = (start: number, end: number, role: RoleSpan["role"]): RoleSpan => ({ start, end, role });

  test.each<readonly [string, readonly RoleSpan[], string]>([
    ["no roles", [], "none none none none none"],
    [
      "one each",
      [span(0, 4, "source"), span(5, 9, "cue"), span(10, 24, "content")],
      "source cue content content content",
    ],
    ["a role from within a token", [span(1, 9, "content")], "none content none none none"],
    ["a role that ends within a token", [span(0, 11, "content")], "content content content none none"],
    [
      "a cue within a content",
      [span(0, 24, "content"), span(5, 9, "cue")],
      "content cue content content content",
    ],
    ["a source within a cue", [span(5, 9, "source"), span(0, 14, "cue")], "cue source cue none none"],
    ["a role behind the text", [span(30, 40, "cue")], "none none none none none"],
  ])("are right for %s", (_, roles, labels) => {
    expect(labelTokens(tokens, roles).join(" ")).toBe(labels);
    expect(labelTokens(tokens, roles.toReversed()).join(" ")).toBe(labels);
  });

  test("agree as α has it", () => {
    const one = labelTokens(tokens, [span(0, 4, "source"), span(10, 24, "content")]);
    const other = labelTokens(tokens, [span(0, 4, "source"), span(15, 24, "content")]);
    expect(tokenAlpha([one, one]).figure).toEqual({ value: 1, why: null });
    const { figure, units } = tokenAlpha([one, other]);
    expect(units).toBe(5);
    expect(figure.value).toBeCloseTo(1 - 2 / 10 / (1 - (2 * 1 + 5 * 4 + 3 * 2) / 90), 12);
    expect(tokenAlpha([]).figure.why).toBe("nothing_to_compare");
  });

  test("law: a token has the role of its first character, by the rank of roles", () => {
    const role = fc.constantFrom("source" as const, "cue" as const, "content" as const);
    const roles = fc.array(
      fc
        .tuple(fc.nat(24), fc.integer({ min: 1, max: 10 }), role)
        .map(([at, size, name]) => span(at, at + size, name)),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(roles, (given) => {
        const labels = labelTokens(tokens, given);
        for (const [at, { start }] of tokens.entries()) {
          const covering = given
            .filter((each) => each.start <= start && start < each.end)
            .map((each) => each.role);
          const first = (["source", "cue", "content"] as const).find((name) => covering.includes(name));
          expect(labels[at]).toBe(first ?? "none");
        }
      }),
    );
  });
});
