import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { CodedClaim, CodedLayer } from "../agreement/coded.ts";
import { link } from "../attribution/link.ts";
import { hopCases, unitCases } from "./adjudication.cases.ts";
import { compareLayers } from "./compare.ts";
import { alignHops, differencesOf } from "./hops.ts";

/** `media_report paper < anonymous_described a+b`: category and speakers of each hop. */
function chain(text: string) {
  return text
    .split(" < ")
    .filter(Boolean)
    .map((hop) => {
      const [category = "", speakers = "", act = ""] = hop.split(" ");
      const facets = act === "denial" ? { act: "denial" as const } : {};
      return link({
        category,
        sources: speakers.split("+").filter((id) => id !== "" && id !== "-"),
        ...facets,
      });
    });
}

const hopWritten = (hop: ReturnType<typeof alignHops>[number]) =>
  `${hop.a?.category ?? "·"}|${hop.b?.category ?? "·"}${hop.differs.map((name) => ` ${name}`).join("")}`;

describe("alignHops", () => {
  test.each(hopCases)("puts $name side by side", ({ a, b, hops }) => {
    expect(alignHops(chain(a), chain(b)).map(hopWritten)).toEqual(hops);
  });

  const hop = fc
    .tuple(fc.constantFrom("x", "y", "z"), fc.constantFrom("p", "q", "p+q"))
    .map(([category, speakers]) => `${category} ${speakers}`);
  const chains = fc.array(hop, { maxLength: 5 }).map((hops) => chain(hops.join(" < ")));

  it("keeps every link once and in its order", () => {
    fc.assert(
      fc.property(chains, chains, (a, b) => {
        const hops = alignHops(a, b);
        expect(hops.flatMap((one) => one.a ?? [])).toEqual(a);
        expect(hops.flatMap((one) => one.b ?? [])).toEqual(b);
      }),
    );
  });

  it("costs the same whichever chain comes first, and no more than one beneath the other", () => {
    const cost = (hops: ReturnType<typeof alignHops>) =>
      hops.reduce((sum, { a, b, differs }) => sum + (a && b ? differs.length / 2 : 1), 0);
    fc.assert(
      fc.property(chains, chains, (a, b) => {
        expect(cost(alignHops(a, b))).toBe(cost(alignHops(b, a)));
        expect(cost(alignHops(a, b))).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });

  it("finds no difference in a chain beside itself", () => {
    fc.assert(
      fc.property(chains, (a) => {
        expect(alignHops(a, a).every(({ differs }) => differs.length === 0)).toBe(true);
      }),
    );
  });
});

describe("differencesOf", () => {
  it("names category, speakers and the rest, each for itself", () => {
    const one = link({ category: "media_report", sources: ["p", "q"] });
    expect(differencesOf(one, { ...one, sources: ["q", "p"] })).toEqual([]);
    expect(differencesOf(one, { ...one, category: "hearsay", sources: [], cueStance: "distancing" })).toEqual(
      ["category", "sources", "facets"],
    );
  });
});

function claim(id: string, text: string): CodedClaim {
  const [places = "", hops = "", rest = ""] = text.split(" / ");
  const [kind = "", hedges = "", flags = ""] = rest.split(";");
  const spans = places.split(",").map((place) => {
    const [start = 0, end = 0] = place.split("-").map(Number);
    return { start, end };
  });
  const links = chain(hops);
  const words = (list: string) => list.split("+").filter(Boolean);
  return {
    id,
    parentId: null,
    spans,
    statement: `words of ${id}`,
    kind: kind || null,
    provenance: links[0]?.category ?? "unclear",
    chain: links,
    hedges: words(hedges),
    flags: words(flags),
    sourceReliability: null,
    infoCredibility: null,
  };
}

const layer = (layerId: string, claims: readonly string[]): CodedLayer => ({
  layerId,
  coderId: layerId,
  claims: claims.map((text, at) => claim(`${layerId}${at}`, text)),
});

describe("compareLayers", () => {
  test.each(unitCases)("says of $name: $differs", ({ layers, differs }) => {
    const units = compareLayers(layers.map((claims, at) => layer(`layer ${at} `, claims)));
    expect(units.map((unit) => unit.differs.join(" "))).toEqual(differs);
  });

  it("knows a unit by its claims, whichever layer is named first", () => {
    const [a, b] = [layer("a", ["0-10", "40-50"]), layer("b", ["0-9", "60-70"])];
    const ids = (layers: readonly CodedLayer[]) => compareLayers(layers).map(({ claimIds }) => claimIds);
    expect(ids([a, b])).toEqual([["a0", "b0"], ["a1"], ["b1"]]);
    expect(ids([b, a])).toEqual(ids([a, b]));
  });

  it("puts every claim in one unit", () => {
    const place = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 15 }))
      .map(([start, length]) => `${start}-${start + length}`);
    const claims = fc.array(place, { maxLength: 6 });
    fc.assert(
      fc.property(claims, claims, claims, (one, two, three) => {
        const layers = [layer("a", one), layer("b", two), layer("c", three)];
        const ids = compareLayers(layers).flatMap(({ claimIds }) => claimIds);
        expect(ids.toSorted()).toEqual(layers.flatMap((each) => each.claims.map(({ id }) => id)).toSorted());
      }),
    );
  });
});
