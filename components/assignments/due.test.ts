import { describe, expect, it } from "vitest";
import { dueOf, endOfDay } from "./due.ts";

const now = new Date(2031, 4, 14, 15, 0);
const at = (month: number, day: number, hour: number, year = 2031) =>
  new Date(year, month - 1, day, hour).toISOString();

describe("a due date in words", () => {
  it.each([
    ["later the same day", at(5, 14, 18), "due today", false],
    ["earlier the same day", at(5, 14, 9), "overdue since today", true],
    ["the next day", at(5, 15, 1), "due tomorrow", false],
    ["the day before, an hour before midnight", at(5, 13, 23), "overdue by 1 day", true],
    ["a fortnight ago", at(4, 30, 12), "overdue by 14 days", true],
    ["in another month", at(6, 2, 12), "due 2 Jun", false],
    ["in another year", at(1, 2, 12, 2032), "due 2 Jan 2032", false],
  ])("%s", (_, dueAt, words, isOverdue) => {
    expect(dueOf(dueAt, now)).toEqual({ words, isOverdue });
  });

  it("lasts to the end of the day chosen, and none is none", () => {
    expect(dueOf(endOfDay("2031-05-14") ?? "", new Date(2031, 4, 14, 23, 59))).toMatchObject({
      words: "due today",
    });
    expect([endOfDay(""), endOfDay("soon")]).toEqual([null, null]);
  });
});
