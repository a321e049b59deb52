import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { places, placesOf, standingOf, standings } from "./release.cases.ts";
import { beginRefusal, releaseStanding } from "./release.ts";

const count = fc.nat(6);
const standing = fc.record({
  needed: fc.integer({ min: 1, max: 5 }),
  hidden: count,
  finished: count,
  released: count,
  waiting: count,
});

describe("releaseStanding", () => {
  test.each(standings)("%s", (_, numbers, expected) => {
    expect(releaseStanding(standingOf(numbers))).toBe(expected);
  });

  test("is never ready while somebody is at it or to begin", () => {
    fc.assert(
      fc.property(standing, (given) => {
        if (releaseStanding(given) !== "ready") return;
        expect(given.finished).toBe(given.hidden);
        expect(given.waiting).toBe(0);
        expect(given.hidden).toBeGreaterThan(0);
      }),
    );
  });

  test("does not become ready by asking for more people", () => {
    fc.assert(
      fc.property(standing, (given) => {
        const more = releaseStanding({ ...given, needed: given.needed + 1 });
        if (more === "ready") expect(releaseStanding(given)).toBe("ready");
      }),
    );
  });

  test("says that there is nothing to show exactly where nothing is hidden", () => {
    fc.assert(
      fc.property(standing, (given) => {
        const isNothing = ["released", "empty"].includes(releaseStanding(given));
        expect(isNothing).toBe(given.hidden === 0);
      }),
    );
  });
});

describe("beginRefusal", () => {
  test.each(places)("%s", (_, numbers, expected) => {
    expect(beginRefusal(placesOf(numbers))).toBe(expected);
  });

  test("lets in as many as the rule asks for and no more, while nothing was given or shown", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.nat(10), (needed, coming) => {
        let taken = 0;
        for (let turn = 0; turn < coming; turn += 1) {
          const refused = beginRefusal({ needed, taken, isGiven: false, isReleased: false });
          if (refused === null) taken += 1;
        }
        expect(taken).toBe(Math.min(needed, coming));
      }),
    );
  });

  test("never lets anybody in after a release", () => {
    fc.assert(
      fc.property(count, count, fc.boolean(), (needed, taken, isGiven) => {
        expect(beginRefusal({ needed, taken, isGiven, isReleased: true })).toBe("layers-released");
      }),
    );
  });
});
