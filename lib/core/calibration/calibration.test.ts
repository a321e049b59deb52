import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { CodedClaim, CodedLayer } from "../agreement/coded.ts";
import { link } from "../attribution/link.ts";
import { comparisons } from "./calibration.cases.ts";
import { compareWithGold, type GoldDifference, type GoldUnit } from "./compare.ts";
import { type GoldScore, qualityOf, scoreOf } from "./score.ts";

/** `0-10 official_readout ministry < media_report paper+agency`: words, then each link's category and speakers. */
function claim(id: string, text: string): CodedClaim {
  const [words = "", ...hops] = text.split(" ");
  const spans = words.split(",").map((span) => {
    const [start = 0, end = 0] = span.split("-").map(Number);
    return { start, end };
  });
  const chain = hops
    .join(" ")
    .split(" < ")
    .filter(Boolean)
    .map((hop) => {
      const [category = "", speakers = ""] = hop.split(" ");
      return link({ category, sources: speakers.split("+").filter(Boolean) });
    });
  return {
    id,
    parentId: null,
    spans,
    statement: `statement of ${id}`,
    kind: null,
    provenance: chain[0]?.category ?? "unclear",
    chain,
    hedges: [],
    flags: [],
    sourceReliability: null,
    infoCredibility: null,
  };
}

function layer(layerId: string, claims: readonly string[]): CodedLayer {
  return { layerId, coderId: layerId, claims: claims.map((text, at) => claim(`${layerId}${at}`, text)) };
}

const told = ({ verdict, differences }: GoldUnit) => [verdict, ...differences].join(" ");

describe("compareWithGold", () => {
  test.each(comparisons)("says of $name: $units", ({ gold, own, units }) => {
    expect(compareWithGold(layer("gold", gold), layer("own", own)).map(told)).toEqual(units);
  });

  const place = fc
    .tuple(fc.nat(90), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => `${start}-${start + length}`);
  const hop = fc.constantFrom("official_readout a", "media_report b", "hearsay ", "named_statement a+b");
  const written = fc
    .tuple(place, fc.array(hop, { maxLength: 3 }))
    .map(([words, hops]) => `${words} ${hops.join(" < ")}`.trim());
  const claims = fc.array(written, { maxLength: 8 });

  it("finds nothing to say of a layer beside itself", () => {
    fc.assert(
      fc.property(claims, (texts) => {
        // Claims on the very same words may be paired either way round, so each is given its own.
        const apart = texts.map((text, at) => text.replace(/^\d+-\d+/u, `${at * 20}-${at * 20 + 9}`));
        const units = compareWithGold(layer("gold", apart), layer("own", apart));
        expect(units.every(({ verdict }) => verdict === "same")).toBe(true);
        expect(units).toHaveLength(apart.length);
      }),
    );
  });

  it("names every claim of both exactly once, and a difference only of claims that both have", () => {
    fc.assert(
      fc.property(claims, claims, (gold, own) => {
        const units = compareWithGold(layer("gold", gold), layer("own", own));
        const ids = (side: "gold" | "own") => units.flatMap((unit) => unit[side]?.id ?? []).toSorted();
        expect(ids("gold")).toEqual(gold.map((_, at) => `gold${at}`).toSorted());
        expect(ids("own")).toEqual(own.map((_, at) => `own${at}`).toSorted());
        for (const { verdict, differences } of units) {
          expect(differences.length > 0).toBe(verdict === "differs");
        }
      }),
    );
  });
});

describe("scoreOf", () => {
  it("counts claims of both, those found, and of these those alike in each respect", () => {
    const units = compareWithGold(
      layer("gold", ["0-10 official_readout a", "20-30 media_report b", "40-50 hearsay", "60-70"]),
      layer("own", ["0-10 official_readout a", "20-28 media_report c", "80-90", "60-70 hearsay"]),
    );
    expect(scoreOf(units)).toEqual({
      gold: 4,
      own: 4,
      found: 3,
      boundaries: 2,
      provenance: 2,
      firstSource: 2,
      chain: 1,
    });
  });

  it("counts nothing where nothing was marked", () => {
    const nothing = { gold: 0, own: 0, found: 0, boundaries: 0, provenance: 0, firstSource: 0, chain: 0 };
    expect(scoreOf([])).toEqual(nothing);
  });

  it("never counts a difference twice, nor more alike than found", () => {
    const respects: readonly GoldDifference[] = ["boundaries", "provenance", "first_source", "chain"];
    const one = claim("one", "0-5");
    const unit: fc.Arbitrary<GoldUnit> = fc.oneof(
      fc.constant<GoldUnit>({ gold: one, own: null, verdict: "missed", differences: [] }),
      fc.constant<GoldUnit>({ gold: null, own: one, verdict: "extra", differences: [] }),
      fc.constant<GoldUnit>({ gold: one, own: one, verdict: "same", differences: [] }),
      fc
        .subarray([...respects], { minLength: 1 })
        .map((differences): GoldUnit => ({ gold: one, own: one, verdict: "differs", differences })),
    );
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const { gold, own, found, boundaries, provenance, firstSource, chain } = scoreOf(units);
        expect(found).toBeLessThanOrEqual(Math.min(gold, own));
        expect(Math.max(boundaries, provenance, firstSource, chain)).toBeLessThanOrEqual(found);
        expect(gold + own - found).toBe(units.length);
      }),
    );
  });
});

describe("qualityOf", () => {
  const score = (counts: Partial<GoldScore>): GoldScore => ({
    gold: 0,
    own: 0,
    found: 0,
    boundaries: 0,
    provenance: 0,
    firstSource: 0,
    chain: 0,
    ...counts,
  });

  it("takes shares of all claims together, not of articles", () => {
    const long = score({
      gold: 30,
      own: 20,
      found: 15,
      boundaries: 9,
      provenance: 12,
      firstSource: 15,
      chain: 3,
    });
    const short = score({
      gold: 10,
      own: 20,
      found: 5,
      boundaries: 1,
      provenance: 4,
      firstSource: 5,
      chain: 1,
    });
    expect(qualityOf([long, short])).toEqual({
      articles: 2,
      precision: 0.5,
      recall: 0.5,
      f1: 0.5,
      boundaries: 0.5,
      provenance: 0.8,
      firstSource: 1,
      chain: 0.2,
    });
  });

  it("has no share where there is nothing to take one of", () => {
    const nothing = { precision: null, recall: null, f1: null, boundaries: null, provenance: null };
    expect(qualityOf([])).toEqual({ articles: 0, ...nothing, firstSource: null, chain: null });
    expect(qualityOf([score({ gold: 4 })])).toMatchObject({
      precision: null,
      recall: 0,
      f1: 0,
      provenance: null,
    });
    expect(qualityOf([score({ own: 4 })])).toMatchObject({ precision: 0, recall: null, f1: 0 });
  });

  it("lies with F1 between precision and recall", () => {
    const counts = fc
      .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), fc.nat(50))
      .map(([gold, own, found]) => score({ gold, own, found: Math.min(gold, own, found) }));
    fc.assert(
      fc.property(fc.array(counts, { minLength: 1, maxLength: 5 }), (scores) => {
        const { precision, recall, f1 } = qualityOf(scores);
        const [low = 0, high = 0] = [precision ?? 0, recall ?? 0].toSorted((one, other) => one - other);
        expect(f1).toBeGreaterThanOrEqual(low - 1e-9);
        expect(f1).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });
});
