import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { carried, claimOf, courier, maria, official, readout, rumour } from "./attribution-fixtures.cases.ts";
import { canonicalLink, contentHashInput } from "./canonical-content.ts";
import type { Chain } from "./chain.ts";
import type { ClaimContent, Hedge } from "./claim.ts";
import { contentDiff, contentEquals, type LinkChange } from "./difference.ts";

const modal: Hedge = { type: "modal", span: { start: 1, end: 4 } };
const shield: Hedge = { type: "belief_shield", span: { start: 1, end: 4 } };
const later: Hedge = { type: "conditional", span: { start: 1, end: 9 } };

const base = claimOf([courier, official]);

const contentArbitrary = fc
  .record<Partial<ClaimContent>>({
    statement: fc.constantFrom("It rained.", "It poured."),
    kind: fc.constantFrom(null, "event", "figure"),
    parentId: fc.constantFrom(null, "p"),
    chain: fc.array(fc.constantFrom(courier, official, maria, readout, carried, rumour), { maxLength: 4 }),
    hedges: fc.shuffledSubarray([modal, shield, later]),
    flags: fc.shuffledSubarray(["heading", "figure", "negated"]),
    spans: fc.constantFrom(
      [{ start: 1, end: 2 }],
      [
        { start: 1, end: 2 },
        { start: 4, end: 5 },
      ],
    ),
  })
  .map((changes) => claimOf(changes.chain ?? [], changes));

describe("content", () => {
  it.each<readonly [string, Partial<ClaimContent>]>([
    ["spans", { spans: [{ start: 10, end: 21 }] }],
    ["statement", { statement: "It snowed." }],
    ["kind", { kind: "event" }],
    ["parentId", { parentId: "p" }],
    ["provenance", { provenance: "unclear" }],
    ["hedges", { hedges: [modal] }],
    ["flags", { flags: ["heading"] }],
  ])("differs by its %s, and the difference names it with both values", (field, changes) => {
    const after = { ...base, ...changes };
    expect(contentEquals(base, after)).toBe(false);
    expect(contentDiff(base, after)).toEqual([
      { field, before: base[field as "kind"], after: after[field as "kind"] },
    ]);
  });

  it("is the same whatever the order of flags and hedges, and however often a flag is said", () => {
    const one = { ...base, flags: ["heading", "figure"], hedges: [modal, shield, later] };
    const other = { ...base, flags: ["figure", "heading", "figure"], hedges: [later, shield, modal] };
    expect(contentEquals(one, other)).toBe(true);
    expect(contentDiff(one, other)).toEqual([]);
  });

  it("counts equal hedges", () => {
    expect(contentEquals({ ...base, hedges: [modal, modal] }, { ...base, hedges: [modal] })).toBe(false);
  });

  it("differs when fragments, links or joint speakers change places", () => {
    const spans = [
      { start: 1, end: 2 },
      { start: 3, end: 4 },
    ];
    expect(contentEquals({ ...base, spans }, { ...base, spans: spans.toReversed() })).toBe(false);
    expect(contentEquals(base, { ...base, chain: base.chain.toReversed() })).toBe(false);
    const joint = { ...readout, sources: ["readout", "ministry"] };
    expect(canonicalLink(joint)).not.toBe(canonicalLink({ ...joint, sources: ["ministry", "readout"] }));
  });

  it("has a different hash input when the parent's chain changes", () => {
    expect(contentHashInput(base, [courier])).not.toBe(contentHashInput(base, [readout]));
    expect(contentHashInput(base, [])).toBe(contentHashInput(base));
  });

  it("keeps its hash input when a row brings further columns along", () => {
    const row = { ...base, id: "x", chain: base.chain.map((hop) => ({ ...hop, ordinal: 1 })) };
    expect(contentHashInput(row)).toBe(contentHashInput(base));
  });

  it("has a canonical form that does not move between versions of the program", () => {
    expect(contentHashInput(claimOf([], { hedges: [modal] }))).toBe(
      '{"chain":[],"flags":[],"hedges":[{"span":[1,4],"type":"modal"}],"inherited":[],"kind":null,' +
        '"parentId":null,"provenance":"own_analysis","spans":[[10,20]],"statement":"It rained."}',
    );
  });
});

describe("the difference of two chains", () => {
  const changes = (before: ClaimContent["chain"], after: ClaimContent["chain"]) =>
    contentDiff({ ...base, chain: before }, { ...base, chain: after });

  it("names a link that came and one that went, where it did", () => {
    expect(changes([courier, official], [courier, maria, official])).toEqual([
      { field: "chain", indexBefore: null, indexAfter: 1, before: null, after: maria, facets: [] },
    ]);
    expect(changes([courier, official], [official])).toEqual([
      { field: "chain", indexBefore: 0, indexAfter: null, before: courier, after: null, facets: [] },
    ]);
  });

  it("names the facets of a link that changed", () => {
    const after = { ...official, act: "denial", sources: ["maria"] } as const;
    expect(changes([courier, official], [courier, after])).toMatchObject([
      { indexBefore: 1, indexAfter: 1, before: official, after, facets: ["sources", "act"] },
    ]);
  });

  it("leaves out equal links between two that changed", () => {
    const found = changes([courier, maria, official], [readout, maria, rumour]);
    expect(found.map((change) => change.field === "chain" && change.indexBefore)).toEqual([0, 2]);
  });

  it("names the rest as gone or come when lengths differ beyond the change", () => {
    expect(changes([courier, maria], [readout])).toMatchObject([
      { before: courier, after: readout },
      { before: maria, after: null },
    ]);
  });
});

describe("laws of the difference", () => {
  it("it is empty exactly for equal contents", () => {
    fc.assert(
      fc.property(contentArbitrary, contentArbitrary, (a, b) => {
        expect(contentDiff(a, b).length === 0).toBe(contentEquals(a, b));
        expect(contentDiff(a, a)).toEqual([]);
      }),
    );
  });

  it("turned round it names the same fields and as many links", () => {
    fc.assert(
      fc.property(contentArbitrary, contentArbitrary, (a, b) => {
        const fields = (from: ClaimContent, to: ClaimContent) =>
          contentDiff(from, to).map(({ field }) => field);
        expect(fields(a, b)).toEqual(fields(b, a));
      }),
    );
  });

  it("put together with the old content it gives the new one's fields", () => {
    fc.assert(
      fc.property(contentArbitrary, contentArbitrary, (a, b) => {
        const changed = Object.fromEntries(
          contentDiff(a, b).flatMap((change) =>
            change.field === "chain" ? [] : [[change.field, change.after]],
          ),
        );
        expect(contentEquals({ ...a, ...changed, chain: b.chain }, b)).toBe(true);
      }),
    );
  });

  it("put together with the old chain it gives the new one, link by link", () => {
    fc.assert(
      fc.property(contentArbitrary, contentArbitrary, (before, after) => {
        const changes = contentDiff(before, after).filter((change) => change.field === "chain");
        expect(patched(before.chain, changes).map(canonicalLink)).toEqual(after.chain.map(canonicalLink));
      }),
      { numRuns: 300 },
    );
  });

  it("names each place once, in the order of the chains, and where both sides are there, what differs", () => {
    fc.assert(
      fc.property(contentArbitrary, contentArbitrary, (before, after) => {
        const changes = contentDiff(before, after).filter((change) => change.field === "chain");
        for (const side of ["indexBefore", "indexAfter"] as const) {
          const places = changes.flatMap((change) => change[side] ?? []);
          expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        }
        for (const { before: was, after: is, facets } of changes) {
          expect(was ?? is).not.toBeNull();
          expect(facets.length > 0).toBe(was !== null && is !== null);
          for (const facet of facets) expect(was?.[facet]).not.toEqual(is?.[facet]);
        }
      }),
    );
  });
});

/** The old chain without what went, and with what came where it came. */
function patched(chain: Chain, changes: readonly LinkChange[]): Chain {
  const gone = new Set(changes.map(({ indexBefore }) => indexBefore));
  const kept = chain.filter((_, index) => !gone.has(index));
  const come = new Map(
    changes.flatMap(({ indexAfter, after }) => (after ? [[indexAfter, after] as const] : [])),
  );
  const length = kept.length + come.size;
  return Array.from({ length }, (_, index) => come.get(index) ?? kept.shift()).filter(
    (hop) => hop !== undefined,
  );
}
