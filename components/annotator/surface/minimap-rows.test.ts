import { describe, expect, it } from "vitest";
import type { ArticleClaim } from "./article-types.ts";
import { minimapRows } from "./minimap-rows.ts";

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
  return minimapRows(claims, length, rows).map((row) =>
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
    expect(minimapRows(claims, 20, 2).map(({ state }) => state)).toEqual([told, null]);
  });

  it("keep a claim at the very end in the last row", () => {
    expect(shares([claim(29, 30)], 30, 7)).toEqual(["", "", "", "", "", "", "official 100"]);
  });
});
