import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { link } from "#core/attribution/link.ts";
import { currentOf, effective, sameValue } from "./change.ts";
import { claimOf } from "./claim.cases.ts";
import { mergeChange } from "./merge.ts";

const before = claimOf();

describe("mergeChange", () => {
  test("sends a change again where somebody else changed another field", () => {
    const theirs = claimOf({ kind: "event" });
    expect(mergeChange(before, { statement: "It poured." }, theirs)).toEqual({
      rest: { statement: "It poured." },
      conflicts: [],
    });
  });

  test("asks, with all three versions, where both changed the statement", () => {
    const theirs = claimOf({ statement: "It drizzled." });
    const { rest, conflicts } = mergeChange(before, { statement: "It poured.", flags: ["figure"] }, theirs);
    expect(rest).toEqual({ flags: ["figure"] });
    expect(conflicts).toEqual([
      {
        fields: ["statement"],
        before: { statement: "It rained." },
        mine: { statement: "It poured." },
        theirs: { statement: "It drizzled." },
      },
    ]);
  });

  test("has nothing left to say where both made the same change", () => {
    const theirs = claimOf({ statement: "It poured." });
    expect(mergeChange(before, { statement: "It poured." }, theirs)).toEqual({ rest: {}, conflicts: [] });
  });

  test("takes chain and provenance as one: a new link under another provenance is a conflict", () => {
    const mine = { ownChain: [link({ category: "wire_copy" })], provenance: "wire_copy" };
    const theirs = claimOf({ provenance: "own_analysis" });
    const { rest, conflicts } = mergeChange(before, mine, theirs);
    expect(rest).toEqual({});
    expect(conflicts.map(({ fields }) => fields)).toEqual([["provenance", "ownChain"]]);
  });

  test("law: what is sent over a claim nobody else changed is the change itself, less what already stands", () => {
    const change = fc.record(
      {
        statement: fc.string(),
        flags: fc.array(fc.constantFrom("figure", "heading")),
        parentId: fc.option(fc.string()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(change, (mine) => {
        const { rest, conflicts } = mergeChange(before, mine, before);
        expect(conflicts).toEqual([]);
        expect(rest).toEqual(effective(before, mine));
      }),
    );
  });
});

describe("effective and currentOf", () => {
  test("law: writing back what stood there undoes a change", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (statement, flags) => {
        const undo = currentOf(before, { statement, flags });
        expect({ ...before, statement, flags, ...undo }).toEqual(before);
      }),
    );
  });

  test("a change to what already stands is none", () => {
    expect(effective(before, { statement: "It rained.", spans: [{ end: 10, start: 0 }] })).toEqual({});
  });

  test.each([
    [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
    [[1, 2], [2, 1], false],
    [{ a: undefined }, {}, false],
    [[], {}, false],
    [null, {}, false],
  ])("sameValue(%j, %j) is %s", (one, other, expected) => {
    expect(sameValue(one, other)).toBe(expected);
  });
});
