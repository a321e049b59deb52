import { describe, expect, it } from "vitest";
import type { ArticleClaim } from "./article-types.ts";
import { minimapRows, spanUnder } from "./minimap-rows.ts";

function claim(start: number, end: number, more: Partial<ArticleClaim> = {}): ArticleClaim {
  return {
    id: `${start}`,
    spans: [{ start, end }],
    family: "official",
    carried: false,
    faint: false,
    state: "submitted",
    ...more,
  };
}

function shares(claims: readonly ArticleClaim[], length: number, rows: number): string[] {
  return minimapRows(claims, { length, rows }).map((row) =>
    row.shares.map(({ family, share }) => `${family} ${Math.round(share * 100)}`).join(", "),
  );
}

describe("the rows of the minimap", () => {
  it("fill every row that a claim touches where rows are short", () => {
    expect(shares([claim(15, 25)], 40, 4)).toEqual(["", "official 100", "official 100", ""]);
  });

  it("show how much is covered where a row holds several claims", () => {
    expect(shares([claim(0, 50), claim(150, 350, { family: "unclear" })], 400, 4)).toEqual([
      "official 50",
      "unclear 50",
      "unclear 100",
      "unclear 50",
    ]);
  });

  it("share a row among the families that overlap in it", () => {
    const nested = [
      claim(0, 100),
      claim(0, 100, { family: "documents" }),
      claim(0, 50, { family: "unclear" }),
    ];
    expect(shares(nested, 100, 1)).toEqual(["official 40, documents 40, unclear 20"]);
  });

  it.each([
    [["draft", "submitted"], null],
    [["submitted", "approved"], "approved"],
    [["approved", "rejected"], "rejected"],
    [["rejected", "changes_requested", "approved"], "changes_requested"],
  ] as const)("tell of %j what needs somebody first", (states, told) => {
    const claims = states.map((state) => claim(0, 10, { state }));
    expect(minimapRows(claims, { length: 20, rows: 2 }).map(({ state }) => state)).toEqual([told, null]);
  });

  it("are the same summed up one by one, from the claims over each", () => {
    const claims = [claim(0, 70), claim(55, 61, { family: "documents" }), claim(69, 100), claim(90, 91)];
    const grid = { length: 100, rows: 7 };
    const alone = Array.from({ length: 7 }, (_, row) => {
      const range = { from: row, past: row + 1 };
      const { start, end } = spanUnder(range, grid);
      const over = claims.filter(({ spans: [span] }) => span && span.start < end && span.end > start);
      return minimapRows(over, grid, range)[0];
    });
    expect(alone).toEqual(minimapRows(claims, grid));
  });

  it("keep a claim at the very end in the last row", () => {
    expect(shares([claim(29, 30)], 30, 7)).toEqual(["", "", "", "", "", "", "official 100"]);
  });
});
