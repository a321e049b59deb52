import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { link } from "#core/attribution/link.ts";
import type { Claim } from "./claims.ts";
import { longClaims, shortClaims } from "./short-claims.ts";

function claimOf(fields: Partial<Claim>): Claim {
  return {
    ...{ id: "c1", articleId: "a1", versionId: "v1", layerId: "l1", lineageId: "c1", parentId: null },
    ...{
      sameClaimAs: null,
      groupId: null,
      state: "draft",
      revision: 1,
      approvedRevision: null,
      approvals: 0,
    },
    ...{ statement: "It rained.", kind: null, provenance: "own_observation", depth: 0 },
    ...{ originProvenance: "own_observation", spans: [{ start: 0, end: 10 }], chain: [], ownChain: [] },
    ...{ hedges: [], flags: [], createdBy: "me", submittedAt: null, removedAt: null },
    ...{ createdAt: "2026-01-01T00:00:00.000Z", updatedAt: "2026-01-01T00:00:00.000Z" },
    ...fields,
  };
}

const span = fc
  .tuple(fc.nat(1_000), fc.integer({ min: 1, max: 50 }))
  .map(([start, length]) => ({ start, end: start + length }));
const spans = fc.array(span, { maxLength: 3 });
const hop = fc
  .record({
    category: fc.constantFrom("media_report", "official_statement", "hearsay"),
    sources: fc.array(fc.uuid(), { maxLength: 2 }),
    ...{ mention: spans, cue: spans, addressee: spans },
    explicit: fc.boolean(),
    basis: fc.constantFrom(null, "documents" as const),
  })
  .map((given) => link(given as Parameters<typeof link>[0]) as Claim["chain"][number]);
const one = fc.record({
  statement: fc.string(),
  state: fc.constantFrom("draft", "submitted", "approved"),
  kind: fc.constantFrom(null, "fact" as const),
  spans,
  links: fc.array(hop, { maxLength: 3 }),
  flags: fc.array(fc.constantFrom("heading", "figure"), { maxLength: 2 }),
  hedges: fc.array(span, { maxLength: 2 }),
  approvedRevision: fc.option(fc.nat(9)),
  submittedAt: fc.option(fc.constant("2026-01-01T00:00:00.000Z")),
  /** Nested in one with a lower number; which of the two comes first is left open. */
  parent: fc.option(fc.nat(8), { freq: 2 }),
  comes: fc.nat(),
});

const claimsOf = fc.array(one, { maxLength: 9 }).map((given) => {
  const made: Claim[] = [];
  for (const [at, { links, parent, hedges, kind, comes: _, ...fields }] of given.entries()) {
    const above = parent !== null && parent < at ? (made[parent] ?? null) : null;
    const chain = [...(above?.chain ?? []), ...links];
    const provenance = chain[0]?.category ?? "own_observation";
    const rest = { originProvenance: chain.at(-1)?.category ?? provenance, depth: chain.length };
    const marked = hedges.map((place) => ({ type: "conditional", span: place }));
    const claim = { ...fields, ...rest, kind, id: `c${at}`, parentId: above?.id ?? null, hedges: marked };
    // Reason for `as`: the kinds drawn above are words, of which the types know only some.
    made.push(claimOf({ ...claim, ownChain: links, chain, provenance } as Partial<Claim>));
  }
  const order = (at: number) => given[at]?.comes ?? 0;
  return made.map((claim, at) => ({ claim, at })).sort((a, b) => order(a.at) - order(b.at));
});

describe("claims in short", () => {
  test("say all that they say at length, once more as JSON", () => {
    fc.assert(
      fc.property(claimsOf, (drawn) => {
        const claims = drawn.map(({ claim }) => claim);
        const sent = JSON.parse(JSON.stringify(shortClaims(claims)));
        expect([...longClaims(sent)]).toEqual(claims);
      }),
    );
  });

  test("say each text once", () => {
    const { texts } = shortClaims([claimOf({ id: "c1" }), claimOf({ id: "c2" })]);
    expect(texts.length).toBe(new Set(texts).size);
  });

  test("do not hang where claims are nested in one another", () => {
    const circle = [claimOf({ id: "c1", parentId: "c2" }), claimOf({ id: "c2", parentId: "c1" })];
    expect([...longClaims(shortClaims(circle))].map(({ id }) => id)).toEqual(["c1", "c2"]);
  });
});
