import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { official } from "../attribution/attribution-fixtures.cases.ts";
import { isAnonymous } from "../attribution/chain.ts";
import { link } from "../attribution/link.ts";
import { sourceline1 } from "../provenance/sourceline1.ts";
import { risks } from "./risk.cases.ts";
import { chainRisks, LONG_CHAIN, riskReasons } from "./risk.ts";

const hops = fc
  .record({
    category: fc.constantFrom(...sourceline1.categories.map(({ id }) => id), "of_another_codebook"),
    sources: fc.uniqueArray(fc.constantFrom("courier", "maria", "ministry"), { maxLength: 3 }),
    explicit: fc.boolean(),
  })
  .map((given) => link(given));
const chains = fc.array(hops, { maxLength: 6 });

describe("the risks of a chain", () => {
  it.each(risks)("are right for $name", ({ chain, reasons }) => {
    expect(chainRisks(sourceline1, chain)).toEqual(reasons);
  });

  it("name each reason at most once, heaviest first", () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const found = chainRisks(sourceline1, chain);
        expect(riskReasons.filter((reason) => found.includes(reason))).toEqual(found);
      }),
    );
  });

  it("call a chain's weakest link unnamed only where some link is", () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const isFound = chainRisks(sourceline1, chain).includes("anonymous_weakest_link");
        expect(isFound && !isAnonymous(sourceline1, chain)).toBe(false);
      }),
    );
  });

  it("call a chain long by its number of links alone", () => {
    fc.assert(
      fc.property(chains, (chain) => {
        expect(chainRisks(sourceline1, chain).includes("long_chain")).toBe(chain.length >= LONG_CHAIN);
      }),
    );
  });

  it("count the sources of the origin, whoever passed the claim on", () => {
    fc.assert(
      fc.property(chains, hops, (before, last) => {
        const alone = chainRisks(sourceline1, [last]).includes("single_source");
        expect(chainRisks(sourceline1, [...before, last]).includes("single_source")).toBe(alone);
      }),
    );
  });

  it("never get fewer at the origin's end by one more unnamed hop with a single source", () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const before = chainRisks(sourceline1, chain);
        const after = chainRisks(sourceline1, [...chain, official]);
        expect(before.filter((reason) => !after.includes(reason))).toEqual([]);
      }),
    );
  });
});
