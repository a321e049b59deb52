import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClaimView } from "./change.ts";
import { claimOf } from "./claim.cases.ts";
import { ClaimRows } from "./claim-rows.ts";
import { Feed } from "./feed.ts";
import { rowsOf } from "./order.ts";
import { Tally } from "./tally.ts";

/** A claim is put at a place, under an older one or none, or taken away. */
const step = fc.record({
  id: fc.integer({ min: 0, max: 11 }),
  start: fc.integer({ min: 0, max: 20 }),
  length: fc.integer({ min: 1, max: 6 }),
  parent: fc.option(fc.integer({ min: 0, max: 11 }), { freq: 2 }),
  isGone: fc.boolean(),
  state: fc.constantFrom("draft", "submitted", "approved"),
});
type Steps = readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[];

const idOf = (number: number) => `c${String(number).padStart(2, "0")}`;

function applied(claims: Map<string, ClaimView>, steps: Steps): Set<string> {
  for (const { id, start, length, parent, isGone, state } of steps) {
    // Only under one with a lower number, so that nothing is nested in itself.
    const parentId = parent !== null && parent < id ? idOf(parent) : null;
    const spans = [{ start, end: start + length }];
    if (isGone) claims.delete(idOf(id));
    else claims.set(idOf(id), claimOf({ id: idOf(id), spans, parentId, state }));
  }
  return new Set(steps.map(({ id }) => idOf(id)));
}

const childrenIn = (claims: ReadonlyMap<string, ClaimView>) => (id: string) =>
  [...claims.values()].filter(({ parentId }) => parentId === id);

describe("rows kept by difference", () => {
  test("are those that ordering all anew would give, whatever happens", () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 12 }), (rounds) => {
        const claims = new Map<string, ClaimView>();
        const feed = new Feed();
        const rows = new ClaimRows(claims, childrenIn(claims), feed);
        for (const steps of rounds) {
          feed.publish(applied(claims, steps));
          expect(rows.get()).toEqual(rowsOf(claims.values()));
          for (const [place, { claim }] of rows.get().entries()) expect(rows.indexOf(claim.id)).toBe(place);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("stay the same list while nothing in them changes", () => {
    const claims = new Map([["c1", claimOf() as ClaimView]]);
    const feed = new Feed();
    const rows = new ClaimRows(claims, () => [], feed);
    const before = rows.get();
    feed.publish(new Set(["c1"]));
    expect(rows.get()).toBe(before);
  });
});

describe("a tally", () => {
  test("counts as counting all anew would, whatever happens", () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 12 }), (rounds) => {
        const claims = new Map<string, ClaimView>();
        const feed = new Feed();
        const tally = new Tally(claims, ({ state }) => state, feed);
        for (const steps of rounds) {
          feed.publish(applied(claims, steps));
          for (const state of ["draft", "submitted", "approved"] as const) {
            const counted = [...claims.values()].filter((claim) => claim.state === state).length;
            expect(tally.get()[state] ?? 0).toBe(counted);
          }
        }
      }),
    );
  });
});
