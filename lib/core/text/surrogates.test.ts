import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countCodePoints, isSecondHalf, nextStart, previousStart } from "./surrogates.ts";
import { at, lastAtOrBelow } from "./typed-array.ts";

/** Strings as programs hand them over: halves of pairs may stand alone. */
const units = fc
  .array(fc.constantFrom("a", "中", "😀", "\ud83d", "\ude00", "\u0301"), { maxLength: 30 })
  .map((parts) => parts.join(""));

/** Where JavaScript's own iteration sees code points begin. */
function starts(text: string): number[] {
  let unit = 0;
  return Array.from(text, (point) => {
    const start = unit;
    unit += point.length;
    return start;
  });
}

describe("walking by code points", () => {
  test.each([
    ["😀", 0, false],
    ["😀", 1, true],
    ["😀", 2, false],
    ["a\ude00", 1, false],
    ["\ude00", 0, false],
    ["\ud83d\ud83d", 1, false],
    ["", 0, false],
  ])("in %j the unit %i is a second half: %s", (text, unit, expected) => {
    expect(isSecondHalf(text, unit)).toBe(expected);
  });

  test("law: forwards and backwards it stops where the language's own iteration does", () => {
    fc.assert(
      fc.property(units, (text) => {
        const expected = starts(text);
        const forwards: number[] = [];
        for (let unit = 0; unit < text.length; unit = nextStart(text, unit)) forwards.push(unit);
        const backwards: number[] = [];
        for (let unit = text.length; unit > 0; ) {
          unit = previousStart(text, unit);
          backwards.push(unit);
        }
        expect(forwards).toEqual(expected);
        expect(backwards.toReversed()).toEqual(expected);
        expect(countCodePoints(text)).toBe(expected.length);
      }),
    );
  });
});

describe("lastAtOrBelow", () => {
  test.each([
    ["an empty list", [], 3, -1],
    ["all greater", [4, 5], 3, -1],
    ["one equal", [1, 3, 5], 3, 1],
    ["several equal: the last", [3, 3, 3, 9], 3, 2],
    ["all smaller", [0, 1, 2], 3, 2],
  ])("answers in %s", (_name, list, value, expected) => {
    expect(lastAtOrBelow(Uint32Array.from(list), value)).toBe(expected);
  });

  test("law: it agrees with looking at each element", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30)), fc.nat(35), (list, value) => {
        const ascending = Uint32Array.from(list).sort();
        const found = lastAtOrBelow(ascending, value);
        expect(found).toBe([...ascending].findLastIndex((element) => element <= value));
        if (found >= 0) expect(at(ascending, found)).toBeLessThanOrEqual(value);
      }),
    );
  });
});
