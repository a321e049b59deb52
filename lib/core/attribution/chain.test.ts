import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sourceline1 } from "../provenance/sourceline1.ts";
import { carried, courier, maria, official, readout, rumour, unclear } from "./attribution-fixtures.cases.ts";
import {
  depth,
  firstSource,
  isAnonymous,
  isCarriedOver,
  origin,
  originProvenanceOf,
  provenanceOf,
  splitOwn,
  weakestLink,
  wholeChain,
} from "./chain.ts";
import { claimContent, link } from "./link.ts";

const chainArbitrary = fc.array(fc.constantFrom(courier, official, maria, readout, carried, rumour), {
  maxLength: 5,
});

describe("a link", () => {
  it("starts with every optional facet at its default", () => {
    expect(link({ category: "named_statement", sources: ["maria"] })).toEqual({
      category: "named_statement",
      sources: ["maria"],
      mention: [],
      cue: [],
      addressee: [],
      act: "statement",
      directness: "indirect",
      cueStance: "neutral",
      polarity: "positive",
      explicit: true,
      basis: null,
      attributionStatus: "not_stated",
      channel: "not_stated",
    });
  });

  it("keeps what is given", () => {
    expect(link({ category: "hearsay", polarity: "negative", explicit: false })).toMatchObject({
      polarity: "negative",
      explicit: false,
    });
  });
});

describe("a claim's content", () => {
  const spans = [{ start: 0, end: 3 }];

  it("takes its provenance from link 1, and is unclear without one", () => {
    expect(claimContent({ spans, chain: [courier, official] }).provenance).toBe("media_report");
    expect(claimContent({ spans })).toMatchObject({ provenance: "unclear", chain: [], statement: "" });
  });

  it("keeps a provenance that is given", () => {
    expect(claimContent({ spans, provenance: "own_analysis" }).provenance).toBe("own_analysis");
  });
});

describe("nesting", () => {
  it("splits off what was joined, for every parent and own chain", () => {
    fc.assert(
      fc.property(chainArbitrary, chainArbitrary, (parent, own) => {
        expect(splitOwn(parent, wholeChain(parent, own))).toEqual({ ok: true, value: own });
      }),
    );
  });

  it("joins back what was split", () => {
    fc.assert(
      fc.property(chainArbitrary, chainArbitrary, (parent, whole) => {
        const split = splitOwn(parent, whole);
        if (split.ok) expect(wholeChain(parent, split.value)).toEqual(whole);
      }),
    );
  });

  it("names the first link that is not the parent's", () => {
    const failure = (order: number) => ({ ok: false, failure: { kind: "not-below-parent", order } });
    expect(splitOwn([courier, official], [courier, maria, official])).toEqual(failure(2));
    expect(splitOwn([courier], [])).toEqual(failure(1));
    const changed = { ...courier, directness: "direct" } as const;
    expect(splitOwn([courier], [changed, official])).toEqual(failure(1));
  });
});

describe("readings", () => {
  const chain = [courier, official];

  it("take provenance from link 1 and origin provenance from the last", () => {
    expect(provenanceOf(chain, "unclear")).toBe("media_report");
    expect(originProvenanceOf(chain, "unclear")).toBe("anonymous_described");
  });

  it("take both from what is stored when there is no link", () => {
    expect(provenanceOf([], "own_analysis")).toBe("own_analysis");
    expect(originProvenanceOf([], "own_analysis")).toBe("own_analysis");
  });

  it("find origin, first source and depth", () => {
    expect(origin(chain)).toBe(official);
    expect(firstSource(chain)).toBe("courier");
    expect(depth(chain)).toBe(2);
    expect([origin([]), firstSource([]), depth([]), firstSource([rumour])]).toEqual([null, null, 0, null]);
  });

  it.each([
    [[courier, official], true],
    [[rumour], true],
    [[courier, maria], false],
    [[], false],
  ])("see an anonymous hop anywhere: case %#", (links, expected) => {
    expect(isAnonymous(sourceline1, links)).toBe(expected);
  });

  it("see a carried-over hop anywhere", () => {
    expect(isCarriedOver([courier, carried])).toBe(true);
    expect(isCarriedOver([courier])).toBe(false);
  });
});

describe("the weakest link", () => {
  it("is the one with the highest rank", () => {
    expect(weakestLink(sourceline1, [courier, official, maria])).toEqual({
      kind: "link",
      index: 1,
      category: "anonymous_described",
      rank: 6,
      isCarriedOver: false,
      unranked: [],
    });
  });

  it("is the outermost of those that tie", () => {
    expect(weakestLink(sourceline1, [readout, maria])).toMatchObject({ index: 0, rank: 3 });
  });

  it("counts a carried-over link one rank weaker", () => {
    expect(weakestLink(sourceline1, [maria, carried])).toMatchObject({
      index: 1,
      rank: 4,
      isCarriedOver: true,
    });
    expect(weakestLink(sourceline1, [{ ...rumour, explicit: false }])).toMatchObject({ rank: 9 });
  });

  it("names links without a rank, which never win", () => {
    const unknown = link({ category: "gossip" });
    const carriedUnclear = { ...unclear, explicit: false };
    expect(weakestLink(sourceline1, [unclear, maria, unknown])).toMatchObject({ index: 1, unranked: [0, 2] });
    expect(weakestLink(sourceline1, [carriedUnclear])).toEqual({ kind: "unclear", unranked: [0] });
  });

  it("is the article's own voice where there is no link", () => {
    expect(weakestLink(sourceline1, [], "own_observation")).toEqual({
      kind: "own_voice",
      category: "own_observation",
      rank: 1,
    });
    expect(weakestLink(sourceline1, [], "unclear")).toEqual({ kind: "unclear", unranked: [] });
    expect(weakestLink(sourceline1, [])).toEqual({ kind: "unclear", unranked: [] });
  });

  it("never grows easier to check by a further link", () => {
    const rank = (reading: ReturnType<typeof weakestLink>) => (reading.kind === "link" ? reading.rank : 0);
    fc.assert(
      fc.property(chainArbitrary, chainArbitrary, (outer, further) => {
        const longer = weakestLink(sourceline1, [...outer, ...further]);
        expect(rank(longer)).toBeGreaterThanOrEqual(rank(weakestLink(sourceline1, outer)));
      }),
    );
  });
});
