import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overlaps } from "#core/text/spans.ts";
import { FragmentTable } from "./fragment-table.ts";

const span = fc
  .tuple(fc.nat(300), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]) => ({ start, end: start + length }));

describe("the table of fragments", () => {
  it("finds exactly what meets a span, after any adding and removing", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(span, fc.boolean()), { maxLength: 400 }), span, (all, asked) => {
        const table = new FragmentTable();
        const kept = new Map<string, { start: number; end: number }>();
        let last: { slot: number; owner: string } | null = null;
        for (const [place, [added, removesLast]] of all.entries()) {
          if (removesLast && last) {
            table.remove(last.slot);
            kept.delete(last.owner);
          }
          last = { owner: `${place}`, slot: table.add(`${place}`, added, 0) };
          kept.set(last.owner, added);
        }
        const expected = [...kept].filter(([, one]) => overlaps(one, asked)).map(([owner]) => owner);
        expect([...table.ownersMeeting(asked)].sort()).toEqual(expected.sort());
      }),
    );
  });

  it("gives one more span the lowest layer in which it meets nothing, else the cap", () => {
    const table = new FragmentTable();
    table.add("a", { start: 0, end: 15 }, 0);
    table.add("b", { start: 15, end: 30 }, 0);
    const after = table.add("c", { start: 20, end: 30 }, 1);
    const asked = { start: 10, end: 20 };
    expect(table.freeLayer(asked, 2)).toBe(1);
    table.remove(after);
    table.add("d", { start: 0, end: 30 }, 1);
    expect(table.freeLayer(asked, 2)).toBe(2);
    expect(table.freeLayer({ start: 30, end: 31 }, 2)).toBe(0);
  });
});
