import { describe, expect, it, test } from "vitest";
import type { Adjudication } from "#lib/contracts/adjudication.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import { boundaryWords, inOrder, nextOpen } from "./words.ts";

const spansOf = (text: string) =>
  text.split(",").map((span) => {
    const [start = 0, end = 0] = span.split("-").map(Number);
    return { start, end };
  });
// Only its spans are looked at.
const claim = (spans: string) => ({ spans: spansOf(spans) }) as Claim;

test.each([
  ["0-10", "0-10", null],
  ["0-10", "2-10", "starts 2 characters later"],
  ["5-10", "4-12", "starts 1 character earlier, ends 2 characters later"],
  ["0-10", "0-4,6-10", "2 parts instead of 1"],
  ["0-4,6-10", "0-3,6-10", "other words within"],
])("beside %s, %s is said to be: %s", (first, own, words) => {
  expect(boundaryWords(claim(own), claim(first))).toBe(words);
});

type Unit = Adjudication["units"][number];
// Only what differs and whether it is decided is looked at.
const unit = (text: string) =>
  ({ differs: text.includes("d") ? ["chain"] : [], decision: text.includes("x") ? {} : null }) as Unit;

describe("the order of units", () => {
  it("has those that differ first, each part in reading order", () => {
    expect(inOrder(["", "d", "", "d"].map(unit))).toEqual([1, 3, 0, 2]);
  });

  it("goes on at the next that is open, round to the beginning, until none is", () => {
    const units = ["", "dx", "", "d"].map(unit);
    const order = inOrder(units);
    expect(nextOpen(units, order, 1)).toBe(3);
    expect(nextOpen(units, order, 3)).toBe(3);
    expect(nextOpen(["x", "dx"].map(unit), [1, 0], 0)).toBeNull();
    expect(nextOpen(["", "dx"].map(unit), [1, 0], 1)).toBe(0);
  });
});
