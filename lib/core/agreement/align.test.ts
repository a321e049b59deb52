import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupings, pairings } from "./align.cases.ts";
import { type AlignedPair, alignmentThreshold, alignPair, alignUnits } from "./align.ts";
import { sharedSize, sizeOf, spanJaccard } from "./characters.ts";
import type { CodedLayer } from "./coded.ts";
import { claimAt, layerOf } from "./made-up.cases.ts";

const written = ({ a, b, overlap }: AlignedPair) =>
  `${a?.id ?? ""}=${b?.id ?? ""}${a && b ? ` ${overlap.toFixed(2)}` : ""}`;
const units = (layers: readonly CodedLayer[]) =>
  alignUnits(layers).map(({ claims }) => [...claims.values()].map(({ id }) => id).join("+"));

/** Every way to pair two lists of claims, tried one by one: the greatest sum of overlaps that count. */
function bestByTrial(a: CodedLayer, b: CodedLayer): number {
  const tryFrom = (at: number, taken: ReadonlySet<string>): number => {
    const claim = a.claims[at];
    if (!claim) return 0;
    const free = b.claims.filter(({ id }) => !taken.has(id));
    const sums = free.map((other) => {
      const overlap = spanJaccard(claim.spans, other.spans);
      return overlap < alignmentThreshold ? 0 : overlap + tryFrom(at + 1, new Set([...taken, other.id]));
    });
    return Math.max(tryFrom(at + 1, taken), ...sums);
  };
  return tryFrom(0, new Set());
}

const span = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 15 }))
  .map(([start, length]) => ({ start, end: start + length }));
const layer = (coderId: string) =>
  fc.array(fc.array(span, { minLength: 1, maxLength: 2 }), { maxLength: 5 }).map((all): CodedLayer => {
    const claims = all.map((spans, at) => claimAt(`${coderId}${at}`, spans));
    return { layerId: `layer of ${coderId}`, coderId, claims };
  });
const layers = fc.tuple(layer("a"), layer("b"), layer("c"));

describe("alignPair", () => {
  test.each(pairings)("pairs $name", ({ a, b, pairs }) => {
    expect(alignPair(layerOf("a", a), layerOf("b", b)).map(written).join(" ")).toBe(pairs);
  });

  test.each(pairings)("pairs $name the same with the sides exchanged", ({ a, b }) => {
    const forth = alignPair(layerOf("a", a), layerOf("b", b));
    const back = alignPair(layerOf("b", b), layerOf("a", a));
    expect(back.map((pair) => ({ ...pair, a: pair.b, b: pair.a }))).toEqual(forth);
  });

  test("leaves a claim that has no place alone, in front", () => {
    const a = {
      ...layerOf("a", "x:5-10"),
      claims: [claimAt("x", [{ start: 5, end: 10 }]), claimAt("n", [])],
    };
    expect(alignPair(a, layerOf("b", "y:5-10")).map(written)).toEqual(["n=", "x=y 1.00"]);
  });

  test("tells claims of one place and one category apart by their words, then by id", () => {
    const claims = (first: string, second: string, texts: readonly [string, string]) => [
      claimAt(first, [{ start: 0, end: 9 }], { statement: texts[0] }),
      claimAt(second, [{ start: 0, end: 9 }], { statement: texts[1] }),
    ];
    const side = (coderId: string, given: ReturnType<typeof claims>): CodedLayer => ({
      ...{ layerId: coderId, coderId },
      claims: given,
    });
    const byWords = alignPair(
      side("a", claims("a1", "a2", ["It rained.", "It froze."])),
      side("b", claims("b1", "b2", ["It froze.", "It rained."])),
    );
    expect(byWords.map(written)).toEqual(["a2=b1 1.00", "a1=b2 1.00"]);
    const byId = alignPair(
      side("a", claims("a2", "a1", ["It rained.", "It rained."])),
      side("b", claims("b1", "b2", ["It rained.", "It rained."])),
    );
    expect(byId.map(written)).toEqual(["a1=b1 1.00", "a2=b2 1.00"]);
  });

  test("law: never pairs below the threshold and names the overlap", () => {
    fc.assert(
      fc.property(layers, ([one, other]) => {
        for (const { a, b, overlap } of alignPair(one, other)) {
          expect(a ?? b).not.toBeNull();
          expect(overlap).toBe(a && b ? spanJaccard(a.spans, b.spans) : 0);
          if (a && b) expect(overlap).toBeGreaterThanOrEqual(alignmentThreshold);
        }
      }),
    );
  });

  test("law: puts every claim in one pair", () => {
    fc.assert(
      fc.property(layers, ([one, other]) => {
        const pairs = alignPair(one, other);
        const ids = (of: "a" | "b") => pairs.flatMap((pair) => pair[of]?.id ?? []).sort();
        expect(ids("a")).toEqual(one.claims.map(({ id }) => id).sort());
        expect(ids("b")).toEqual(other.claims.map(({ id }) => id).sort());
      }),
    );
  });

  test("law: has the greatest sum of overlaps there is", () => {
    fc.assert(
      fc.property(layers, ([one, other]) => {
        const sum = alignPair(one, other).reduce((before, { overlap }) => before + overlap, 0);
        expect(sum).toBeCloseTo(bestByTrial(one, other), 10);
      }),
    );
  });

  test("law: does not depend on the order of claims or of sides", () => {
    fc.assert(
      fc.property(layers, ([one, other]) => {
        const forth = alignPair(one, other).map(written);
        const shuffled = { ...one, claims: one.claims.toReversed() };
        expect(alignPair(shuffled, other).map(written)).toEqual(forth);
        const back = alignPair(other, one).map((pair) => written({ ...pair, a: pair.b, b: pair.a }));
        expect(back).toEqual(forth);
      }),
    );
  });
});

describe("alignUnits", () => {
  test.each(groupings)("groups $name", (grouping) => {
    const coded = grouping.layers.map((claims, at) => layerOf(`coder ${at}`, claims));
    expect(units(coded).join(" ")).toBe(grouping.units);
  });

  test("names the layer of each claim", () => {
    const [unit] = alignUnits([layerOf("ada", "x:0-10"), layerOf("ben", "y:0-10")]);
    expect([...(unit?.claims ?? [])].map(([layerId, { id }]) => [layerId, id])).toEqual([
      ["layer of ada", "x"],
      ["layer of ben", "y"],
    ]);
  });

  test("law: puts every claim in one unit, at most one of a layer", () => {
    fc.assert(
      fc.property(layers, (coded) => {
        const claims = alignUnits(coded).flatMap((unit) => [...unit.claims]);
        const ids = claims.map(([, { id }]) => id).sort();
        expect(ids).toEqual(coded.flatMap((each) => each.claims.map(({ id }) => id)).sort());
        for (const [layerId, { id }] of claims) expect(layerId).toBe(`layer of ${id[0]}`);
      }),
    );
  });

  test("law: each claim of a shared unit shares enough with another of it", () => {
    fc.assert(
      fc.property(layers, (coded) => {
        for (const { claims } of alignUnits(coded).filter((unit) => unit.claims.size > 1)) {
          for (const claim of claims.values()) {
            const others = [...claims.values()].filter((other) => other !== claim);
            const best = Math.max(...others.map((other) => spanJaccard(claim.spans, other.spans)));
            expect(best).toBeGreaterThanOrEqual(alignmentThreshold);
          }
        }
      }),
    );
  });

  test("law: of two coders the units are the pairs", () => {
    fc.assert(
      fc.property(layers, ([one, other]) => {
        const pairs = alignPair(one, other).map(({ a, b }) => [a, b].flatMap((claim) => claim?.id ?? []));
        expect(units([one, other])).toEqual(pairs.map((ids) => ids.join("+")));
      }),
    );
  });

  test("law: does not depend on the order of coders", () => {
    fc.assert(
      fc.property(layers, (coded) => {
        expect(units(coded.toReversed())).toEqual(units(coded));
      }),
    );
  });
});

describe("characters of fragments", () => {
  test("counts each once", () => {
    const spans = [
      { start: 0, end: 5 },
      { start: 3, end: 8 },
      { start: 10, end: 11 },
    ];
    expect(sizeOf(spans)).toBe(9);
    expect(sharedSize(spans, [{ start: 4, end: 20 }])).toBe(5);
    expect(spanJaccard(spans, [{ start: 4, end: 20 }])).toBe(5 / 20);
    expect(spanJaccard([], [])).toBe(0);
  });

  test("law: overlap is as sets of characters have it", () => {
    const points = (spans: readonly { start: number; end: number }[]) =>
      new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)));
    const lists = fc.array(span, { maxLength: 4 });
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        const [a, b] = [points(one), points(other)];
        const shared = [...a].filter((point) => b.has(point)).length;
        expect(sizeOf(one)).toBe(a.size);
        expect(sharedSize(one, other)).toBe(shared);
        expect(spanJaccard(one, other)).toBe(shared === 0 ? 0 : shared / new Set([...a, ...b]).size);
      }),
    );
  });
});
