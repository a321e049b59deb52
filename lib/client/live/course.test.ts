import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Course } from "./course.ts";

const steps: readonly [string, number | null, readonly (readonly [number, number])[], string][] = [
  [
    "one after the other",
    4,
    [
      [4, 5],
      [5, 6],
    ],
    "new new",
  ],
  [
    "with some that others alone may know between",
    4,
    [
      [4, 7],
      [7, 12],
    ],
    "new new",
  ],
  [
    "told twice",
    4,
    [
      [4, 5],
      [4, 5],
    ],
    "new seen",
  ],
  [
    "in a page that is newer than the stream",
    9,
    [
      [4, 5],
      [5, 10],
    ],
    "seen new",
  ],
  ["that one was missed before", 4, [[6, 7]], "gap"],
  [
    "after a gap, which is asked about once",
    4,
    [
      [6, 7],
      [7, 8],
    ],
    "gap new",
  ],
  [
    "to a page that knows no number",
    null,
    [
      [6, 7],
      [7, 8],
    ],
    "new new",
  ],
  [
    "replayed from far back",
    8,
    [
      [1, 3],
      [3, 8],
      [8, 9],
    ],
    "seen seen new",
  ],
];

describe("events told", () => {
  test.each(steps)("%s", (_, last, told, expected) => {
    const course = new Course(last);
    expect(told.map(([previous, number]) => course.take(previous, number)).join(" ")).toBe(expected);
  });

  test.each([
    [null, 7, false, 7],
    [7, 7, false, 7],
    [9, 7, false, 9],
    [4, 7, true, 7],
  ] as const)("a page at %s meets a stream at %s", (last, number, lacks, then) => {
    const course = new Course(last);
    expect(course.meet(number)).toBe(lacks);
    expect(course.last).toBe(then);
  });

  test("are each new once, in order, however often the stream breaks off and comes back", () => {
    const numbers = fc
      .uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 })
      .map((all) => all.toSorted((one, other) => one - other));
    fc.assert(
      fc.property(numbers, fc.array(fc.nat(30), { maxLength: 6 }), (visible, cuts) => {
        const course = new Course(0);
        const seen = [...cuts, visible.length].flatMap((cut) => connection(course, visible.slice(0, cut)));
        expect(seen).toEqual(visible);
      }),
    );
  });
});

/** One connection that goes on after what the page has; answers what was new. */
function connection(course: Course, told: readonly number[]): number[] {
  let previous = course.last ?? 0;
  return told.flatMap((number) => {
    if (number <= previous) return [];
    const news = course.take(previous, number);
    previous = number;
    return news === "new" ? [number] : [];
  });
}
