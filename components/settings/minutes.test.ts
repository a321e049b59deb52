import { describe, expect, test } from "vitest";
import { clockOf, minutesOf } from "./minutes.ts";

describe("minutes after midnight", () => {
  test.each([
    [0, "00:00"],
    [90, "01:30"],
    [1_439, "23:59"],
  ])("%i are %s, and back", (minutes, clock) => {
    expect(clockOf(minutes)).toBe(clock);
    expect(minutesOf(clock)).toBe(minutes);
  });

  test.each(["", "24:00", "7:00", "12:60"])("%j is no time of day", (clock) => {
    expect(minutesOf(clock)).toBeNull();
  });
});
