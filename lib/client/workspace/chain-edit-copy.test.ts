import { describe, expect, test } from "vitest";
import { link } from "#core/attribution/link.ts";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import { marked } from "../../../tests/support/marked-text.ts";
import { copyChain } from "./chain-edit-copy.ts";
import { nestChange, takeOutChange } from "./chain-edit-nest.ts";
import type { ClaimView } from "./change.ts";
import { claimOf } from "./claim.cases.ts";
import { ClaimPlaces } from "./claim-places.ts";
import { Feed } from "./feed.ts";
import { surroundingClaim } from "./nesting.ts";

const { text, spans } = marked(
  "[Ada] [said] that [it [rained]] and [it hailed]. [The river rose], she added.",
);
const [ada, said, itRained, rained, itHailed, riverRose] = spans.map((span) => [span]);
const index = new CodePointIndex(text);

const adaSaid = link({
  category: "named_statement",
  sources: ["ada"],
  mention: ada ?? [],
  cue: said ?? [],
  channel: "interview",
});
const bySky = link({ category: "eyewitness", sources: ["sky"] });
const links = (...some: (typeof adaSaid)[]) => [...some] as Claim["chain"];
const view = (id: string, at: typeof ada, fields: Partial<Claim> = {}) =>
  claimOf({ id, spans: at ?? [], ...fields });
const outer = view("outer", itRained, { ownChain: links(adaSaid) });
const inner = view("inner", rained, {
  parentId: "outer",
  chain: links(adaSaid, bySky),
  ownChain: links(bySky),
});
const placesOf = (...claims: ClaimView[]) =>
  new ClaimPlaces(new Map(claims.map((claim) => [claim.id, claim])), new Feed());
const copy = (from: ClaimView, to: ClaimView, ...others: ClaimView[]) =>
  copyChain(from, to, { index, places: placesOf(from, to, ...others) });

describe("a chain taken over from another claim", () => {
  test("brings its words along within the sentence", () => {
    expect(copy(outer, view("to", itHailed))).toEqual({
      kind: "change",
      change: { ownChain: [adaSaid], provenance: "named_statement" },
      isUnmarked: false,
    });
  });

  test("leaves its words behind in another sentence, and says so", () => {
    expect(copy(outer, view("to", riverRose))).toEqual({
      kind: "change",
      change: {
        ownChain: [link({ category: "named_statement", sources: ["ada"], channel: "interview" })],
        provenance: "named_statement",
      },
      isUnmarked: true,
    });
  });

  test("takes the chain away where the other is the article's own voice", () => {
    const own = view("own", riverRose);
    expect(copy(own, outer)).toMatchObject({ change: { ownChain: [], provenance: "own_observation" } });
  });

  test("nests a claim beside the other where it lies in the same claim", () => {
    expect(copy(inner, view("to", rained), outer)).toMatchObject({
      change: { parentId: "outer", ownChain: [{ category: "eyewitness" }], provenance: "named_statement" },
    });
  });

  test("takes a nested claim's whole chain where it lies elsewhere", () => {
    const copied = copy(inner, view("to", itHailed), outer);
    expect(copied).toMatchObject({ change: { ownChain: [{ sources: ["ada"] }, { sources: ["sky"] }] } });
    expect(copied).not.toHaveProperty("change.parentId");
  });

  test("gives a nested claim only what it does not inherit", () => {
    const long = view("long", riverRose, { ownChain: links(adaSaid, bySky) });
    expect(
      copy(long, { ...inner, ownChain: links(adaSaid), chain: links(adaSaid, adaSaid) }, outer),
    ).toMatchObject({
      change: { ownChain: [{ sources: ["sky"] }] },
    });
  });

  test.each<[string, ClaimView, ClaimView, RegExp]>([
    ["itself", outer, outer, /this claim itself/u],
    ["the claim around it", outer, inner, /already has that chain/u],
    [
      "a claim with another beginning",
      view("b", riverRose, { ownChain: links(bySky) }),
      inner,
      /is another one/u,
    ],
  ])("is refused from %s", (_name, from, to, reason) => {
    expect(copy(from, to)).toEqual({ kind: "refused", reason: expect.stringMatching(reason) });
  });
});

describe("nesting", () => {
  test("inherits what is there twice, and keeps the rest", () => {
    const claim = view("c", rained, { ownChain: links({ ...adaSaid, cue: [] }, bySky) });
    expect(nestChange(claim, outer)).toEqual({
      parentId: "outer",
      ownChain: [bySky],
      provenance: "named_statement",
    });
  });

  test("keeps a chain that begins otherwise below the parent's", () => {
    const claim = view("c", rained, { ownChain: links(bySky) });
    expect(nestChange(claim, outer)).toMatchObject({ ownChain: [bySky], provenance: "named_statement" });
  });

  test("gives a claim that adds nothing a link to be named", () => {
    const claim = view("c", rained, { ownChain: links(adaSaid) });
    expect(nestChange(claim, outer).ownChain).toEqual([link({ category: "unclear" })]);
  });

  test("in the article's own voice leaves the claim its provenance", () => {
    const claim = view("c", rained, { ownChain: links(bySky) });
    expect(nestChange(claim, view("voice", itRained))).toMatchObject({ provenance: "eyewitness" });
  });

  test("finds the smallest claim around, never one of the same words", () => {
    const twin = view("twin", rained);
    const wide = view("wide", [{ start: 0, end: index.length }]);
    const places = placesOf(outer, twin, wide, inner);
    expect(surroundingClaim(twin, places)?.id).toBe("outer");
    expect(surroundingClaim(wide, places)).toBeNull();
  });
});

test.each<["whole" | "own", readonly unknown[], string]>([
  ["whole", [adaSaid, bySky], "named_statement"],
  ["own", [bySky], "eyewitness"],
])("taken out of its parent a claim keeps its %s chain", (which, ownChain, provenance) => {
  expect(takeOutChange(inner, which, sourceline1)).toEqual({ parentId: null, ownChain, provenance });
});
