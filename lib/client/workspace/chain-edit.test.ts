import { describe, expect, test } from "vitest";
import { link } from "#core/attribution/link.ts";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import { categoryChange, contentWith, moveLink, patchLink } from "./chain-edit.ts";
import { claimOf } from "./claim.cases.ts";

const outer = link({ category: "media_report", sources: ["s1"] });
const inner = link({ category: "anonymous_described", sources: ["s2"] });
const chained = (links: readonly (typeof outer)[]) => claimOf({ ownChain: [...links] as Claim["chain"] });
const pick = (claim: Claim, at: number, category: string) => categoryChange(claim, at, category, sourceline1);

describe("categoryChange", () => {
  test("makes the first link of a claim without any", () => {
    expect(pick(claimOf(), 0, "wire_copy")).toEqual({
      provenance: "wire_copy",
      ownChain: [link({ category: "wire_copy" })],
    });
  });

  test("keeps everything else of a link, and the provenance follows link 1", () => {
    expect(pick(chained([outer, inner]), 0, "wire_copy")).toEqual({
      provenance: "wire_copy",
      ownChain: [{ ...outer, category: "wire_copy" }, inner],
    });
    expect(pick(chained([outer, inner]), 1, "hearsay")).toMatchObject({ provenance: "media_report" });
  });

  test("own voice at link 1 takes the chain away; unclear keeps a chain there is", () => {
    expect(pick(chained([outer]), 0, "own_analysis")).toEqual({ provenance: "own_analysis", ownChain: [] });
    expect(pick(chained([outer]), 0, "unclear")).toMatchObject({
      provenance: "unclear",
      ownChain: [{ category: "unclear" }],
    });
    expect(pick(claimOf(), 0, "unclear")).toEqual({ provenance: "unclear", ownChain: [] });
  });

  test("a nested claim keeps its parent's provenance", () => {
    const nested = claimOf({
      chain: [outer, inner] as Claim["chain"],
      ownChain: [inner] as Claim["chain"],
      parentId: "p",
    });
    expect(pick(nested, 0, "hearsay")).toMatchObject({
      provenance: "media_report",
      ownChain: [{ category: "hearsay" }],
    });
  });
});

describe("links", () => {
  test("move one place, and stay at the ends", () => {
    expect(moveLink([outer, inner], 0, 1)).toEqual([inner, outer]);
    expect(moveLink([outer, inner], 0, -1)).toEqual([outer, inner]);
    expect(moveLink([outer, inner], 1, 1)).toEqual([outer, inner]);
  });

  test("are changed one at a time", () => {
    expect(patchLink([outer, inner], 1, { sources: [] })).toEqual([outer, { ...inner, sources: [] }]);
  });

  test("a new claim has a link unless the article speaks itself or nobody can tell", () => {
    expect(contentWith("own_observation", sourceline1)).toEqual({ provenance: "own_observation" });
    expect(contentWith("unclear", sourceline1)).toEqual({ provenance: "unclear" });
    expect(contentWith("wire_copy", sourceline1).ownChain).toHaveLength(1);
  });
});
