import { describe, expect, it } from "vitest";
import { sourceline1 } from "../provenance/sourceline1.ts";
import { carried, courier, maria, official, rumour, unclear } from "./attribution-fixtures.cases.ts";
import { type Chain, weakestLink } from "./chain.ts";
import { weakestReason } from "./weakest-reason.ts";

const reasonOf = (chain: Chain, provenance?: string) =>
  weakestReason(weakestLink(sourceline1, chain, provenance), sourceline1);

describe("why a link is the weakest", () => {
  it.each<[string, Chain, string]>([
    [
      "names the link and what it asks of a reader",
      [courier, official],
      "Link 2, Unnamed but described: a source that no reader can reach.",
    ],
    [
      "says that it is carried over, in the words of its own rank",
      [maria, carried],
      "Link 2, Official readout: somebody who can be asked, and carried over from a neighbouring sentence.",
    ],
    ["knows the last rank", [courier, rumour], "Link 2, Rumour or hearsay: nobody stands for it."],
    [
      "has words for the last rank carried over",
      [{ ...rumour, explicit: false, basis: "carried_over" }],
      "Link 1, Rumour or hearsay: nobody stands for it, and carried over from a neighbouring sentence.",
    ],
    [
      "names what was not weighed",
      [courier, unclear],
      "Link 1, Another outlet's report: a report at second hand. Link 2 is unclear and was not weighed.",
    ],
    [
      "says so where nothing can be weighed",
      [unclear, unclear],
      "Links 1, 2 are unclear and were not weighed.",
    ],
  ])("%s", (_name, chain, expected) => {
    expect(reasonOf(chain)).toBe(expected);
  });

  it("knows what to say of codebooks with other ranks and other categories", () => {
    const weakest = weakestLink(sourceline1, [courier]);
    const empty = { ...sourceline1, categories: [] };
    expect(weakestReason(weakest, empty)).toBe("Link 1, media_report: a report at second hand.");
    const ranked = { ...weakest, rank: 12 } as typeof weakest;
    expect(weakestReason(ranked, sourceline1)).toMatch(/: nobody stands for it\.$/u);
  });

  it("has no reason where the article speaks itself", () => {
    expect(reasonOf([], "own_analysis")).toBe("");
  });
});
