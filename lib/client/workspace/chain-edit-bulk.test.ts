import { describe, expect, test } from "vitest";
import { link } from "#core/attribution/link.ts";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import type { ClaimState } from "#core/review/state.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import { type BulkAction, planBulk } from "./chain-edit-bulk.ts";
import { claimOf } from "./claim.cases.ts";

const paper = link({ category: "media_report", sources: ["s1"] });
const official = link({ category: "anonymous_described", sources: ["s2"] });
const chains = (...links: (typeof paper)[]) => ({ ownChain: [...links] as Claim["chain"] });
const own = claimOf({ id: "own" });
const chained = claimOf({ id: "chained", ...chains(paper, official) });
const nested = claimOf({
  id: "nested",
  parentId: "chained",
  chain: [paper, official] as Claim["chain"],
  ...chains(official),
});
const inState = (state: ClaimState, fields: Partial<Claim> = {}) => claimOf({ id: state, state, ...fields });
const plan = (claims: readonly Claim[], action: BulkAction, held: readonly string[] = []) =>
  planBulk(claims, action, { codebook: sourceline1, me: "me", held: new Set(held) });

describe("one provenance for several claims", () => {
  test("changes each, tells which already have it and why a nested one cannot have it", () => {
    const has = claimOf({ id: "has", ...chains(link({ category: "wire_copy", sources: ["s1"] })) });
    const planned = plan([own, chained, nested, has], { kind: "provenance", category: "wire_copy" });
    expect(planned.changes).toEqual([
      { id: "own", change: { provenance: "wire_copy", ownChain: [link({ category: "wire_copy" })] } },
      {
        id: "chained",
        change: { provenance: "wire_copy", ownChain: [{ ...paper, category: "wire_copy" }, official] },
      },
    ]);
    expect(planned.unchanged).toBe(1);
    expect(planned.skipped).toEqual([
      { id: "nested", reason: "It is nested: its first link comes from the claim around it." },
    ]);
  });

  test("tells how many lose their chain to the article's own voice", () => {
    const planned = plan([own, chained], { kind: "provenance", category: "own_analysis" });
    expect(planned.losesChain).toBe(1);
    expect(planned.changes.map(({ id }) => id)).toEqual(["own", "chained"]);
  });

  test("leaves a nested claim its link where the claim around it has none", () => {
    const inOwnVoice = claimOf({ id: "in", parentId: "own", ...chains(official) });
    const planned = plan([inOwnVoice], { kind: "provenance", category: "own_analysis" });
    expect(planned.skipped[0]?.reason).toMatch(/needs a link of its own/u);
  });

  test("tells how many approved claims go back to review", () => {
    const approved = inState("approved", chains(paper));
    expect(plan([approved, own], { kind: "provenance", category: "wire_copy" }).reopened).toBe(1);
    expect(plan([approved], { kind: "provenance", category: "media_report" }).reopened).toBe(0);
  });
});

test("one source for several claims stands at link 1, where there is one", () => {
  const planned = plan([own, chained, nested], { kind: "source", source: "s9" });
  expect(planned.changes).toEqual([
    { id: "chained", change: { ownChain: [{ ...paper, sources: ["s9"] }, official] } },
  ]);
  expect(planned.skipped.map(({ id }) => id)).toEqual(["own", "nested"]);
});

test.each([
  [true, [["own", ["figure"]]]],
  [false, [["flagged", []]]],
])("a flag is put on or taken off (%s) where that changes something", (isOn, expected) => {
  const flagged = claimOf({ id: "flagged", flags: ["figure"] });
  const planned = plan([own, flagged], { kind: "flag", flag: "figure", isOn });
  expect(planned.changes.map(({ id, change }) => [id, change.flags])).toEqual(expected);
  expect(planned.unchanged).toBe(1);
});

describe("submitting several claims", () => {
  test.each<[ClaimState, boolean]>([
    ["draft", true],
    ["changes_requested", true],
    ["submitted", false],
    ["approved", false],
    ["rejected", false],
  ])("takes a claim that is %s: %s", (state, isTaken) => {
    const planned = plan([inState(state)], { kind: "submit" });
    expect(planned.moves).toEqual(isTaken ? [state] : []);
    expect(planned.skipped).toHaveLength(isTaken ? 0 : 1);
  });

  test("leaves a claim whose chain is not saved", () => {
    expect(plan([own], { kind: "submit" }, ["own"]).skipped[0]?.reason).toMatch(/not saved yet/u);
  });
});

test("removing several takes one's own drafts, those nested first", () => {
  const other = claimOf({ id: "other", createdBy: "somebody" });
  const planned = plan([chained, nested, other, inState("submitted")], { kind: "remove" });
  expect(planned.moves).toEqual(["nested", "chained"]);
  expect(planned.skipped.map(({ id }) => id)).toEqual(["other", "submitted"]);
});
