import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categoryOf } from "../provenance/codebook.ts";
import { sourceline1 } from "../provenance/sourceline1.ts";
import { carried, claimOf, courier, official } from "./attribution-fixtures.cases.ts";
import { canonicalLink } from "./canonical-content.ts";
import { nestings, readings } from "./chain.cases.ts";
import {
  type Chain,
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
import { link } from "./link.ts";

const hops = fc
  .record({
    category: fc.constantFrom(...sourceline1.categories.map(({ id }) => id), "of_another_codebook"),
    sources: fc.uniqueArray(fc.constantFrom("courier", "maria", "ministry"), { maxLength: 2 }),
    explicit: fc.boolean(),
    directness: fc.constantFrom("direct", "indirect"),
  })
  .map((given) => link(given));
const chains = (minLength = 0) => fc.array(hops, { minLength, maxLength: 6 });

describe.each(readings)("the chain of $name", (row) => {
  const { chain, provenance, weakest } = row;

  it("has the provenance of link 1 and the origin provenance of the last", () => {
    expect(provenanceOf(chain, "own_analysis")).toBe(provenance);
    expect(originProvenanceOf(chain, "own_analysis")).toBe(row.origin);
    expect(claimOf(chain).provenance).toBe(provenance);
  });

  it("has its weakest link, and names those without a rank", () => {
    const reading = weakestLink(sourceline1, chain, provenance);
    const unranked = row.unranked ?? [];
    if (weakest === "unclear") return expect(reading).toEqual({ kind: "unclear", unranked });
    const [index, rank] = weakest;
    const hop = chain[index];
    expect(reading).toEqual({
      kind: "link",
      index,
      category: hop?.category,
      rank,
      isCarriedOver: hop?.explicit === false,
      unranked,
    });
  });

  it("is anonymous, carried over and as deep as its links say", () => {
    expect(isAnonymous(sourceline1, chain)).toBe(row.isAnonymous ?? false);
    expect(isCarriedOver(chain)).toBe(row.isCarriedOver ?? false);
    expect(depth(chain)).toBe(chain.length);
    expect(firstSource(chain)).toBe(chain[0]?.sources[0] ?? null);
  });
});

describe("nesting", () => {
  it.each(nestings)("splits off a child's own links: $name", ({ parent, whole, own, differsAt }) => {
    const failed = { ok: false, failure: { kind: "not-below-parent", order: differsAt } };
    expect(splitOwn(parent, whole)).toEqual(own ? { ok: true, value: own } : failed);
  });

  it("law: splitting succeeds exactly where the whole begins with the parent's links", () => {
    fc.assert(
      fc.property(chains(), chains(), (parent, whole) => {
        const texts = whole.map(canonicalLink);
        const differs = parent.map(canonicalLink).findIndex((text, index) => text !== texts[index]);
        const expected =
          differs === -1
            ? { ok: true, value: whole.slice(parent.length) }
            : { ok: false, failure: { kind: "not-below-parent", order: differs + 1 } };
        expect(splitOwn(parent, whole)).toEqual(expected);
      }),
    );
  });

  it("law: three deep is the same whichever two are joined first", () => {
    fc.assert(
      fc.property(chains(), chains(), chains(), (top, middle, low) => {
        const child = wholeChain(top, middle);
        expect(wholeChain(child, low)).toEqual(wholeChain(top, wholeChain(middle, low)));
        expect(splitOwn(child, wholeChain(child, low))).toEqual({ ok: true, value: low });
      }),
    );
  });

  it("law: a child takes its provenance from its outermost parent and its origin from its own last link", () => {
    fc.assert(
      fc.property(chains(1), chains(1), (parent, own) => {
        const whole = wholeChain(parent, own);
        expect(provenanceOf(whole, "unclear")).toBe(provenanceOf(parent, "unclear"));
        expect(originProvenanceOf(whole, "unclear")).toBe(originProvenanceOf(own, "unclear"));
        expect(origin(whole)).toBe(own.at(-1));
        expect(depth(whole)).toBe(depth(parent) + depth(own));
        expect(isAnonymous(sourceline1, whole)).toBe(
          isAnonymous(sourceline1, parent) || isAnonymous(sourceline1, own),
        );
      }),
    );
  });
});

/** Rank of a link as rules.md 1 says it, or null. */
function rankOf(hop: Chain[number]): number | null {
  const rank = categoryOf(sourceline1, hop.category)?.checkRank ?? null;
  return rank === null ? null : rank + (hop.explicit ? 0 : 1);
}

describe("the weakest link", () => {
  it("law: no ranked link is weaker, and none before it is as weak", () => {
    fc.assert(
      fc.property(chains(), (chain) => {
        const ranks = chain.map(rankOf);
        const reading = weakestLink(sourceline1, chain);
        expect(reading.kind === "link").toBe(ranks.some((rank) => rank !== null));
        if (reading.kind !== "link") return;
        expect(ranks[reading.index]).toBe(reading.rank);
        expect(ranks.every((rank) => (rank ?? 0) <= reading.rank)).toBe(true);
        expect(ranks.indexOf(reading.rank)).toBe(reading.index);
        expect(reading.unranked).toEqual(ranks.flatMap((rank, index) => (rank === null ? [index] : [])));
      }),
    );
  });

  it("law: the order of the links changes which is named, never how weak it is", () => {
    fc.assert(
      fc.property(
        chains(1).chain((chain) =>
          fc.tuple(
            fc.constant(chain),
            fc.shuffledSubarray(chain, { minLength: chain.length, maxLength: chain.length }),
          ),
        ),
        ([chain, shuffled]) => {
          const rank = (of: Chain) => {
            const reading = weakestLink(sourceline1, of);
            return reading.kind === "link" ? reading.rank : null;
          };
          expect(rank(shuffled)).toBe(rank(chain));
        },
      ),
    );
  });

  it("law: saying that a link is carried over never makes a chain easier to check", () => {
    fc.assert(
      fc.property(chains(1), fc.nat(), (chain, place) => {
        const index = place % chain.length;
        const vaguer = chain.map((hop, at) => (at === index ? { ...hop, explicit: false } : hop));
        const [before, after] = [chain, vaguer].map((of) => weakestLink(sourceline1, of));
        if (before?.kind !== "link" || after?.kind !== "link") return;
        expect(after.rank - before.rank).toBeGreaterThanOrEqual(0);
        expect(after.rank - before.rank).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("law: what the claim stores matters only where there is no link", () => {
    fc.assert(
      fc.property(
        chains(1),
        fc.constantFrom("own_analysis", "own_observation", "unclear"),
        (chain, stored) => {
          expect(weakestLink(sourceline1, chain, stored)).toEqual(weakestLink(sourceline1, chain));
        },
      ),
    );
  });

  it("of a codebook without ranks is unclear, whatever the chain", () => {
    const unranked = {
      ...sourceline1,
      categories: sourceline1.categories.map((category) => ({ ...category, checkRank: null })),
    };
    expect(weakestLink(unranked, [courier, official])).toEqual({ kind: "unclear", unranked: [0, 1] });
    expect(weakestLink(unranked, [carried])).toEqual({ kind: "unclear", unranked: [0] });
    expect(weakestLink(unranked, [], "own_observation")).toEqual({ kind: "unclear", unranked: [] });
  });
});
