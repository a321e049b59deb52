import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "#core/text/span.ts";
import { assignLayers } from "./layers.ts";

const spans = fc.array(
  fc
    .tuple(fc.nat(200), fc.integer({ min: 1, max: 30 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 40 },
);

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function deepest(all: readonly Span[]): number {
  return Math.max(
    0,
    ...all.map(({ start }) => all.filter((span) => span.start <= start && start < span.end).length),
  );
}

describe("layers", () => {
  it("hold no two spans that overlap when there is room", () => {
    fc.assert(
      fc.property(spans, (all) => {
        const layers = assignLayers(all, 100);
        for (const [place, span] of all.entries()) {
          for (let other = 0; other < place; other += 1) {
            const second = all[other];
            if (second && layers[other] === layers[place]) expect(overlap(span, second)).toBe(false);
          }
        }
      }),
    );
  });

  it("are as few as the deepest overlap", () => {
    fc.assert(
      fc.property(spans, (all) => {
        expect(Math.max(-1, ...assignLayers(all, 100)) + 1).toBe(deepest(all));
      }),
    );
  });

  it("never overlap below the cap, and send the rest to the crowd", () => {
    fc.assert(
      fc.property(spans, fc.integer({ min: 1, max: 3 }), (all, cap) => {
        const layers = assignLayers(all, cap);
        for (const [place, span] of all.entries()) {
          const rivals = all.filter((other, at) => at !== place && overlap(span, other));
          const taken = rivals.map((other) => layers[all.indexOf(other)]);
          if (layers[place] === cap) expect(taken.length).toBeGreaterThanOrEqual(cap);
          else
            expect(
              layers.filter((layer, at) => layer === layers[place] && overlap(span, all[at] ?? span)),
            ).toHaveLength(1);
        }
      }),
    );
  });
});
