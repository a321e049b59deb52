import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueCases } from "./due.cases.ts";
import { isDue, type Wish } from "./due.ts";

const plain: Wish = {
  email: "digest",
  digestHour: 7,
  quietFrom: 0,
  quietTo: 0,
  timeZone: "UTC",
  lastDigestAt: null,
};
const zones = ["UTC", "Europe/Madrid", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"];
const MINUTE = 60_000;

describe("a letter", () => {
  test.each(dueCases)("%s", (_, wish, oldest, now, due) => {
    expect(isDue({ ...plain, ...wish }, new Date(oldest), new Date(now))).toBe(due);
  });

  test("once a day goes out once in every day, whatever the hour, the zone and the clocks", () => {
    const days = 8;
    const start = fc.integer({ min: 0, max: 360 }).map((day) => Date.UTC(2026, 0, 1) + day * 1_440 * MINUTE);
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.nat(23), start, (timeZone, digestHour, from) => {
        let wish: Wish = { ...plain, timeZone, digestHour };
        let sent = 0;
        for (let at = from; at < from + days * 1_440 * MINUTE; at += 30 * MINUTE) {
          const now = new Date(at);
          if (!isDue(wish, new Date(from - 3 * 1_440 * MINUTE), now)) continue;
          sent += 1;
          wish = { ...wish, lastDigestAt: now };
        }
        // The first is of an hour already past when the watch begins.
        expect(sent).toBeGreaterThanOrEqual(days);
        expect(sent).toBeLessThanOrEqual(days + 1);
      }),
      { numRuns: 40 },
    );
  });
});
