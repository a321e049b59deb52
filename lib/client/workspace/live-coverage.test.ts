import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blocksOfPlainText } from "#core/text/blocks.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { ClaimView } from "./change.ts";
import { claimOf } from "./claim.cases.ts";
import { ClaimPlaces } from "./claim-places.ts";
import { coverageOf, sentencesOfBlock } from "./coverage.ts";
import { Feed } from "./feed.ts";
import { LiveCoverage } from "./live-coverage.ts";

const text = "He left. She stayed, she said.\n\nIt rained. “So be it,” said Ann. * * *\n\nOne sang.";
const index = new CodePointIndex(text);
const sentences = blocksOfPlainText(text).flatMap((block) => sentencesOfBlock(index, block));

function scene(first: readonly ClaimView[] = []) {
  const claims = new Map(first.map((claim) => [claim.id, claim]));
  const feed = new Feed();
  const places = new ClaimPlaces(claims, feed);
  const coverage = new LiveCoverage({ index, sentences }, claims, places, feed);
  return { claims, feed, places, coverage };
}

const fragment = fc
  .tuple(fc.integer({ min: 0, max: text.length - 1 }), fc.integer({ min: 1, max: 12 }))
  .map(([start, length]) => ({ start, end: Math.min(start + length, text.length) }));
/** A claim of one or two fragments is put or moved; without fragments it is taken away. */
const step = fc.record({
  id: fc.integer({ min: 0, max: 9 }).map((number) => `c${number}`),
  spans: fc.array(fragment, { maxLength: 2 }),
});

describe("coverage kept by difference", () => {
  test("is what reading all anew would give, whatever happens", () => {
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 10 }), (rounds) => {
        const { claims, feed, coverage } = scene();
        for (const steps of rounds) {
          for (const { id, spans } of steps) {
            if (spans.length > 0) claims.set(id, claimOf({ id, spans }));
            else claims.delete(id);
          }
          feed.publish(new Set(steps.map(({ id }) => id)));
          expect(coverage.get()).toEqual(coverageOf(index, sentences, claims.values()));
        }
      }),
    );
  });

  test("is read anew where very many claims change at once", () => {
    const { claims, feed, coverage } = scene();
    for (let at = 0; at < 300; at += 1) claims.set(`c${at}`, claimOf({ id: `c${at}` }));
    feed.publish(new Set(claims.keys()));
    expect(coverage.get().sentences.covered).toBe(2);
  });

  test("stays the same object, and says nothing, while no sentence stands otherwise", () => {
    const { claims, feed, coverage } = scene([claimOf({ id: "c1", spans: [{ start: 0, end: 2 }] })]);
    const before = coverage.get();
    coverage.subscribe(() => expect.unreachable("nothing has changed"));
    claims.set("c1", claimOf({ id: "c1", spans: [{ start: 3, end: 7 }], statement: "He went." }));
    feed.publish(new Set(["c1"]));
    expect(coverage.get()).toBe(before);
  });
});

describe("the places of claims", () => {
  test("are those whose range reaches over the span, whatever happens", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 90 }), fragment, (steps, asked) => {
        const { claims, feed, places } = scene();
        for (const { id, spans } of steps) {
          if (spans.length > 0) claims.set(id, claimOf({ id, spans }));
          else claims.delete(id);
          feed.publish(new Set([id]));
        }
        const over = [...claims.values()].filter(
          ({ spans }) =>
            Math.min(...spans.map(({ start }) => start)) < asked.end &&
            Math.max(...spans.map(({ end }) => end)) > asked.start,
        );
        const ids = (some: readonly ClaimView[]) => some.map(({ id }) => id).sort();
        expect(ids(places.around(asked))).toEqual(ids(over));
      }),
    );
  });
});
